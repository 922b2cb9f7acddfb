package main

import (
	"errors"

	"slugline/analyzer"
	"slugline/analyzer/archive"
	"slugline/analyzer/dedup"
	"slugline/analyzer/export"
	"slugline/wasm/reactor"
)

// The operations of an archive that many share. Its articles are rows of a database,
// which the host asks; nothing is kept here between two calls.
//
//	anchors  article → JSON list of the anchors to look up
//	relate   format, id, when (RFC 3339), article, list of (record, story) →
//	         the analysis, compared with those records; record, JSON list of anchors, story, list of stories that
//	         are the same, title, words, list of names, list of topics, list of matches: (id, title, verdict, 1 or 0)
//	recall   record → id, title, text, date, when
//	pack     number, list of records → what an archive's export holds for them; number 0: what an export begins with
//
// Stories are 16 hexadecimal digits.
const (
	opAnchors = 32
	opRelate  = 33
	opRecall  = 34
	opPack    = 35
)

var (
	errRecord = errors.New("This record is damaged, or was written by a later version of Slugline.")
	errStory  = errors.New("A story is named by 16 hexadecimal digits.")
)

func (e *engine) sharedOp(op int32, in *reactor.Frame, out []byte) ([]byte, error) {
	switch op {
	case opAnchors:
		input, err := readArticle(in)
		if err != nil {
			return nil, err
		}
		_, lookups := analyzer.Anchors(input)
		return appendAnchors(out, lookups), nil
	case opRelate:
		return e.relate(in, out)
	case opRecall:
		p := archive.ReadRecord(in.Bytes())
		if p == nil {
			return nil, errRecord
		}
		title := p.Source[:p.TextStart]
		if len(title) >= 2 {
			title = title[:len(title)-2] // the blank line
		}
		for _, s := range []string{p.ID, title, p.Source[p.TextStart:], p.Date, dedup.FormatTime(p.FirstSeen)} {
			out = reactor.AppendString(out, s)
		}
		return out, nil
	case opPack:
		return pack(in, out)
	}
	return nil, reactor.ErrOperation
}

// relate analyses an article and compares it with the candidates.
func (e *engine) relate(in *reactor.Frame, out []byte) ([]byte, error) {
	format, id, when := in.String(), in.String(), in.String()
	at, ok := dedup.ParseTime(when)
	if !ok {
		return nil, errNoTime
	}
	input, err := readArticle(in)
	if err != nil {
		return nil, err
	}
	past := e.shared // for its buffers
	past.Archive = archive.New()
	defer func() { past.Archive = nil }()
	for range in.Count(8) {
		p := archive.ReadRecord(in.Bytes())
		story, ok := parseStory(in.String())
		if !ok {
			return nil, errStory
		}
		if p == nil {
			continue // a damaged row takes nothing with it
		}
		p.Story, p.Joins = story, nil
		past.Archive.Add(p)
	}
	if err := in.Err(); err != nil {
		return nil, err
	}
	a := e.analyzer.Analyze(input)
	past.Seek(e.analyzer.Document(), a, dedup.Meta{ID: id, Date: input.Date, FirstSeen: at})
	past.Find()
	var text []byte
	if text, err = export.Write(nil, format, a); err != nil {
		return nil, err
	}
	p, matches := past.Article()
	if p.Story == 0 {
		p.Story = archive.HashID(p.ID)
	}
	own, _ := e.comparer.Anchors(e.analyzer.Document())
	out = reactor.AppendBytes(out, text)
	out = reactor.AppendBytes(out, archive.AppendRecord(nil, p))
	out = reactor.AppendBytes(out, appendAnchors(nil, own))
	out = reactor.AppendString(out, storyText(p.Story))
	out = reactor.AppendUint(out, uint32(len(p.Joins)))
	for _, j := range p.Joins {
		out = reactor.AppendString(out, storyText(j))
	}
	out = reactor.AppendString(out, a.Article.Title.Of(a.Source))
	out = reactor.AppendUint(out, uint32(p.Words))
	out = appendNames(out, p.Names)
	topics := make([]string, len(a.Topics))
	for i, t := range a.Topics {
		topics[i] = t.ID
	}
	out = appendNames(out, topics)
	out = reactor.AppendUint(out, uint32(len(matches)))
	for _, m := range matches {
		for _, s := range []string{m.ID, m.Title, m.Verdict} {
			out = reactor.AppendString(out, s)
		}
		duplicate := uint32(0)
		if m.Duplicate {
			duplicate = 1
		}
		out = reactor.AppendUint(out, duplicate)
	}
	return out, nil
}

func pack(in *reactor.Frame, out []byte) ([]byte, error) {
	seq := in.Uint()
	var articles []*archive.Article
	for range in.Count(4) {
		p := archive.ReadRecord(in.Bytes())
		if p == nil {
			return nil, errRecord
		}
		articles = append(articles, p)
	}
	if seq == 0 {
		return append(out, archive.ExportHead()...), nil
	}
	return append(out, archive.ExportRecords(seq, articles)...), nil
}

// appendAnchors appends a JSON list of anchors as text: they never become numbers.
func appendAnchors(out []byte, anchors []uint64) []byte {
	out = append(out, '[')
	for i, a := range anchors {
		if i > 0 {
			out = append(out, ',')
		}
		out = append(dedup.AppendAnchor(append(out, '"'), a), '"')
	}
	return append(out, ']')
}

func storyText(story uint64) string {
	var b [16]byte
	for i := range b {
		b[i] = "0123456789abcdef"[story>>(60-4*i)&15]
	}
	return string(b[:])
}

func parseStory(s string) (story uint64, ok bool) {
	for i := range len(s) {
		switch c := s[i]; {
		case '0' <= c && c <= '9':
			story = story<<4 | uint64(c-'0')
		case 'a' <= c && c <= 'f':
			story = story<<4 | uint64(c-'a'+10)
		default:
			return 0, false
		}
	}
	return story, len(s) == 16 && story != 0
}
