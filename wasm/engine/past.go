package main

import (
	"errors"

	"slugline/analyzer"
	"slugline/analyzer/archive"
	"slugline/analyzer/dedup"
	"slugline/analyzer/export"
	"slugline/wasm/reactor"
)

// The archive's operations. "names" is a list of strings.
//
//	open     names of the archive's files → names of those the engine needs
//	load     name, bytes → names of those it still needs; bytes that are damaged or empty are set aside
//	compare  format, article → names of files that are needed first; where there are none, the analysis follows
//	add      format, id, when (RFC 3339), article → the same; the article is then in the archive
//	resume   → the same, for the compare or add that asked for files
//	flush    → list of (name, 1, bytes) to write and (name, 0) to remove, in order
//	delete   id → 1 or 0: whether it was there
//	stats    → articles, kilobytes, names of damaged files
const (
	opOpen    = 16
	opLoad    = 17
	opCompare = 18
	opAdd     = 19
	opFlush   = 20
	opDelete  = 21
	opStats   = 22
	opResume  = 23
)

var (
	errNoArchive = errors.New("No archive is open.")
	errNoTime    = errors.New("The time an article was seen must be given as 2026-11-24T09:00:00Z.")
	errNoArticle = errors.New("The archive has no article of that number.")
	errNothing   = errors.New("There is nothing to resume.")
)

// sought is a compare or add that waits for files.
type sought struct {
	format   string
	analysis *analyzer.Analysis
	add      bool
}

// pastOp carries out the operations that need an archive.
// cacheBytes is how much of the archive's texts stays in memory. The host has them at hand,
// and WebAssembly never gives memory back: a query reads a few chunks of 96 KB.
const cacheBytes = 4 << 20

func (e *engine) pastOp(op int32, in *reactor.Frame, out []byte) ([]byte, error) {
	if op == opOpen {
		names := make([]string, in.Count(4))
		for i := range names {
			names[i] = in.String()
		}
		a := archive.New()
		a.CacheBytes = cacheBytes
		e.past, e.sought, e.carried = analyzer.NewPast(a), nil, nil
		e.past.Archive.Open(names)
		return appendNames(out, e.past.Archive.Needed()), nil
	}
	if e.past == nil {
		return nil, errNoArchive
	}
	switch op {
	case opLoad:
		e.past.Archive.Load(in.String(), in.Owned())
		return appendNames(out, e.past.Archive.Needed()), in.Err()
	case opCompare:
		return e.seek(in.String(), dedup.Meta{}, false, in, out)
	case opAdd:
		format, id, when := in.String(), in.String(), in.String()
		at, ok := dedup.ParseTime(when)
		if !ok {
			return nil, errNoTime
		}
		return e.seek(format, dedup.Meta{ID: id, FirstSeen: at}, true, in, out)
	case opResume:
		return e.find(out)
	case opFlush:
		return appendOps(out, e.past.Archive.Flush()), nil
	case opDelete:
		if e.past.Archive.Delete(in.String()) {
			return reactor.AppendUint(out, 1), nil
		}
		return reactor.AppendUint(out, 0), nil
	case opStats:
		return appendStats(out, e.past.Archive), nil
	}
	if op >= opStories {
		return e.listOp(op, in, out)
	}
	return e.carryOp(op, in, out)
}

// seek analyses an article and answers at once where all the texts it has to be compared
// with are in memory.
func (e *engine) seek(format string, meta dedup.Meta, add bool, in *reactor.Frame, out []byte) ([]byte, error) {
	input, err := readArticle(in)
	if err != nil {
		return nil, err
	}
	meta.Date = input.Date
	a := e.analyzer.Analyze(input)
	e.sought = &sought{format, a, add}
	if missing := e.past.Seek(e.analyzer.Document(), a, meta); len(missing) > 0 {
		return appendNames(out, missing), nil
	}
	return e.find(out)
}

func (e *engine) find(out []byte) ([]byte, error) {
	s := e.sought
	if s == nil {
		return nil, errNothing
	}
	e.sought = nil
	e.past.Find()
	out, err := export.Write(appendNames(out, nil), s.format, s.analysis)
	if err == nil && s.add {
		e.past.Add()
	}
	return out, err
}

func appendNames(out []byte, names []string) []byte {
	out = reactor.AppendUint(out, uint32(len(names)))
	for _, name := range names {
		out = reactor.AppendString(out, name)
	}
	return out
}

func appendOps(out []byte, ops []archive.Op) []byte {
	out = reactor.AppendUint(out, uint32(len(ops)))
	for _, op := range ops {
		out = reactor.AppendString(out, op.Name)
		if op.Data == nil {
			out = reactor.AppendUint(out, 0)
			continue
		}
		out = reactor.AppendBytes(reactor.AppendUint(out, 1), op.Data)
	}
	return out
}

func appendStats(out []byte, a *archive.Archive) []byte {
	s := a.Stats()
	out = reactor.AppendUint(out, uint32(s.Articles))
	out = reactor.AppendUint(out, uint32((s.IndexBytes+s.TextBytes)>>10))
	var damaged []string
	for _, p := range a.Problems() {
		damaged = append(damaged, p.Name)
	}
	return appendNames(out, damaged)
}
