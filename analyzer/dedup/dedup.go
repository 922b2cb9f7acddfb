// Package dedup says whether a story was seen before: which archived articles share text
// with it, which parts, and what changed.
//
// A query goes through four stages. Fingerprints of four words in a row (fingerprint.go)
// bring up candidates, weighed by how few stories hold what they share (candidate.go).
// Exact alignment of the words (align.go) finds the passages. A guard (guard.go) tells
// recurring reports, which share their format only, from copies. The verdict (verdict.go)
// comes with the changes between the versions (change.go) and a reason in plain words.
//
// Whole-document similarity (SimHash, MinHash) was not used: measured on edited news it
// misses most briefs, truncated copies and merged wires, and flags most recurring reports.
package dedup

import (
	"slices"

	"slugline/analyzer/archive"
	"slugline/analyzer/text"
)

// Meta is what is known about an article beside its text.
type Meta struct {
	ID        string   // the user's own; empty: a hash of the content stands for it
	Date      string   // as given: "2026-11-24", RFC 3339 or a newsroom's form; empty where unknown
	FirstSeen int64    // seconds since 1970
	Names     []string // entities to find the article by
}

// Match is an archived article that shares text with the one at hand.
type Match struct {
	ID, Title  string
	Verdict    string  // exact near updated contains quotes template same-event
	Duplicate  bool    // the verdict is one of the first four
	Reason     string  // in plain words
	Copied     float64 // share of this text's words found there, 0-1
	CopiedFrom float64 // share of that text's words found here, 0-1
	Passages   []Passage
	Changes    []Change
	FirstSeen  int64  // seconds since 1970
	Story      uint64 // the story that the archived article belongs to
	Source     string // the archived article's, which There spans refer to
	TextStart  int    // where its text begins in that Source
}

// Passage is a stretch of text that both articles have. Spans are bytes of each Source.
type Passage struct {
	Here, There text.Span
	Moved       bool // it stands in another order there
}

// Change is one difference between this version and the archived one.
type Change struct {
	Kind                string // figure name quotation added cut wording
	Here, There         string // the words on each side, empty for added and cut
	HereSpan, ThereSpan text.Span
}

// Verdicts, best evidence first. The first four are duplicates.
const (
	Exact     = "exact"
	Near      = "near"
	Updated   = "updated"
	Contains  = "contains"
	Quotes    = "quotes"
	Template  = "template"
	SameEvent = "same-event"
)

// A Comparer compares articles with an archive. It keeps buffers between comparisons and
// is not safe for concurrent use.
type Comparer struct {
	archive    *archive.Archive
	source     string
	published  int64
	day        int64 // published or else first seen
	words      []word
	body       int // first word of the body
	sentences  []text.Span
	runs       []uint32
	pairs      []uint64 // of names
	spread     []uint16 // for each run, how many stories hold it, 0 for none
	candidates []candidate
	x          aligner
	spans      []span
	there      side
	finder     finder
	seen       []uint32
	noise      []gap
	common     filter
	namesHere  []uint32
	namesThere []uint32
	left       []byte
	right      []byte
}

// side is an archived article cut into words.
type side struct {
	article *archive.Article
	words   []word
	body    int
	spans   []span
}

// Compare compares an article with everything in an archive whose texts are in memory
// and returns what it shares text with, best first.
func Compare(a *archive.Archive, doc *text.Document, m Meta) []Match {
	c := New()
	c.Query(a, doc, m)
	return c.Matches()
}

// New returns a Comparer.
func New() *Comparer { return &Comparer{} }

// Query reads an article and finds its candidates in the archive. The texts that Missing
// names should then be given to the archive (Archive.Load) before Matches is called.
func (c *Comparer) Query(a *archive.Archive, doc *text.Document, m Meta) {
	c.archive = a
	c.read(doc, m)
	c.find()
}

// Missing returns the names of the chunks of the archive that Matches wants to read and
// that are not in memory.
func (c *Comparer) Missing() []string {
	docs := make([]uint32, len(c.candidates))
	for i, k := range c.candidates {
		docs[i] = k.doc
	}
	return c.archive.Missing(docs)
}

// read cuts the document into words.
func (c *Comparer) read(doc *text.Document, m Meta) {
	c.source, c.published = doc.Source, parseDate(m.Date)
	c.day = dayOf(c.published, m.FirstSeen)
	c.spans = c.spans[:0]
	for _, b := range doc.Blocks {
		c.spans = append(c.spans, span{b.Span, b.Kind == text.Title})
	}
	c.sentences = c.sentences[:0]
	for _, s := range doc.Sentences {
		c.sentences = append(c.sentences, s.Span)
	}
	c.words = cut(c.words[:0], c.source, c.spans, c.sentences)
	c.body = bodyOf(c.words)
	c.runs = shingles(c.runs[:0], c.words[c.body:])
	c.pairs = c.namePairs(c.pairs[:0], c.words[c.body:])
}

// bodyOf returns the first word that is not of the title, or 0 where there is hardly
// more than a title.
func bodyOf(words []word) int {
	i := 0
	for i < len(words) && words[i].flags&headline != 0 {
		i++
	}
	if len(words)-i < 2*shingle {
		return 0
	}
	return i
}

// Article returns the article of the last Query in the form that Archive.Add takes,
// as part of the stories that the matches prove it to belong to. Only exact, near
// and updated ones do: an article that contains two stories does not make them one.
func (c *Comparer) Article(doc *text.Document, m Meta, matches []Match) *archive.Article {
	p := &archive.Article{ID: m.ID, Date: m.Date, FirstSeen: m.FirstSeen, Published: c.published, Names: m.Names,
		Source: doc.Source, TextStart: doc.TextStart, Sentences: slices.Clone(c.sentences), Words: len(c.words)}
	if p.ID == "" {
		p.ID = contentID(c.words)
	}
	for _, b := range doc.Blocks {
		p.Blocks = append(p.Blocks, archive.Block{Span: b.Span, Kind: b.Kind})
		if b.Kind == text.Title && p.Title == "" {
			p.Title = b.Of(doc.Source)
		}
	}
	p.Fingerprints = c.fingerprints(make([]uint32, 0, len(c.runs)/2+1+storedPairs), c.words, c.words[c.body:])
	for _, k := range matches {
		if k.Verdict != Exact && k.Verdict != Near && k.Verdict != Updated {
			continue
		}
		if p.Story == 0 {
			p.Story = k.Story
		} else if k.Story != p.Story && !slices.Contains(p.Joins, k.Story) {
			p.Joins = append(p.Joins, k.Story)
		}
	}
	return p
}

// Fingerprint computes the fingerprints of an article whose index was lost, from its text.
func (c *Comparer) Fingerprint(p *archive.Article) {
	s := c.cutArticle(p)
	c.runs = shingles(c.runs[:0], s.words[s.body:])
	p.Fingerprints = c.fingerprints(nil, s.words, s.words[s.body:])
	p.Words = len(s.words)
}

func (c *Comparer) cutArticle(p *archive.Article) *side {
	s := &c.there
	s.article = p
	s.spans = s.spans[:0]
	for _, b := range p.Blocks {
		s.spans = append(s.spans, span{b.Span, b.Kind == text.Title})
	}
	s.words = cut(s.words[:0], p.Source, s.spans, p.Sentences)
	s.body = bodyOf(s.words)
	return s
}

// contentID names an article without an identifier by what it says.
func contentID(words []word) string {
	h, g := uint64(1), uint64(2)
	for _, w := range words {
		h = (h ^ uint64(w.hash)) * 0x9e3779b97f4a7c15
		h ^= h >> 29
		g = (g + uint64(w.hash)) * 0xd6e8feb86659fd93
		g ^= g >> 32
	}
	b := []byte("text-")
	for _, v := range [2]uint64{h, g} {
		for shift := 60; shift >= 0; shift -= 4 {
			b = append(b, "0123456789abcdef"[v>>shift&15])
		}
	}
	return string(b)
}
