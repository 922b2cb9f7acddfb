package main

import (
	"errors"

	"slugline/analyzer/archive"
	"slugline/analyzer/dedup"
	"slugline/wasm/reactor"
)

// Carrying archives from one place to another, and clearing out what was deleted.
//
//	import   a piece of an export → list of the articles it brought (id, title, text, date,
//	         when (RFC 3339), words, story, names); they are then in the archive, to be flushed
//	imported → how many were there already, names of damaged files, 1 where the export was whole
//	story    list of ids → list of the stories they belong to, as 16 hexadecimal digits; empty where unknown
//	stale    → names of the files that hold texts of deleted articles and are not in memory
//	compact  → as flush; afterwards the texts of deleted articles are in no file any more
const (
	opImport   = 24
	opImported = 25
	opStory    = 26
	opStale    = 27
	opCompact  = 28
)

var errNoExport = errors.New("This file is no Slugline archive, or comes from a later version.")

// carried is an import that goes on.
type carried struct {
	*archive.Importer
	brought []*archive.Article // by the piece at hand
}

// carryOp carries out the operations of this file.
func (e *engine) carryOp(op int32, in *reactor.Frame, out []byte) ([]byte, error) {
	switch op {
	case opImport:
		return e.takePiece(in.Bytes(), out)
	case opImported:
		return e.endImport(out)
	case opStory:
		n := in.Count(4)
		out = reactor.AppendUint(out, uint32(n))
		for range n {
			out = reactor.AppendString(out, e.storyOf(in.String()))
		}
		return out, in.Err()
	case opStale:
		return appendNames(out, e.past.Archive.Stale()), nil
	case opCompact:
		return appendOps(out, e.past.Archive.Compact()), nil
	}
	return nil, reactor.ErrOperation
}

func (e *engine) takePiece(piece, out []byte) ([]byte, error) {
	if e.carried == nil {
		c := &carried{}
		comparer := dedup.New()
		c.Importer = archive.NewImporter(e.past.Archive, func(p *archive.Article) {
			comparer.Fingerprint(p)
			c.brought = append(c.brought, p)
		})
		e.carried = c
	}
	c := e.carried
	c.brought = nil
	if !c.Write(piece) {
		e.carried = nil
		return nil, errNoExport
	}
	out = reactor.AppendUint(out, uint32(len(c.brought)))
	for _, p := range c.brought {
		out = reactor.AppendString(out, p.ID)
		out = reactor.AppendString(out, p.Title)
		out = reactor.AppendString(out, p.Source[p.TextStart:])
		out = reactor.AppendString(out, p.Date)
		out = reactor.AppendString(out, dedup.FormatTime(p.FirstSeen))
		out = reactor.AppendUint(out, uint32(p.Words))
		out = reactor.AppendString(out, hex(e.past.Archive.Story(p.Story)))
		out = appendNames(out, p.Names)
	}
	return out, nil
}

func (e *engine) endImport(out []byte) ([]byte, error) {
	c := e.carried
	if c == nil {
		return nil, errNothing
	}
	e.carried = nil
	out = reactor.AppendUint(out, uint32(c.Known))
	damaged := make([]string, len(c.Problems))
	for i, p := range c.Problems {
		damaged[i] = p.Name
	}
	out = appendNames(out, damaged)
	whole := uint32(0)
	if _, ok := c.Close(); ok {
		whole = 1
	}
	return reactor.AppendUint(out, whole), nil
}

func (e *engine) storyOf(id string) string {
	if story, ok := e.past.Archive.StoryOf(id); ok {
		return hex(story)
	}
	return ""
}

// hex writes a number with its 16 digits.
func hex(n uint64) string {
	var b [16]byte
	for i := range b {
		b[i] = "0123456789abcdef"[n>>(60-4*i)&15]
	}
	return string(b[:])
}
