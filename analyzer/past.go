package analyzer

import (
	"slugline/analyzer/archive"
	"slugline/analyzer/dedup"
	"slugline/analyzer/text"
)

// Document returns the text of the last analysis, as its stages read it.
func (z *Analyzer) Document() *text.Document { return z.doc }

// Past compares articles with an archive of those seen before. An article is sought,
// then found, then perhaps added:
//
//	missing := past.Seek(z.Document(), analysis, meta) // archive.Load these, where the host keeps texts elsewhere
//	past.Find()                                        // fills analysis.Matches
//	past.Add()
//
// It is not safe for concurrent use.
type Past struct {
	Archive  *archive.Archive
	comparer *dedup.Comparer

	// The article sought last.
	doc      *text.Document
	analysis *Analysis
	meta     dedup.Meta
	matches  []dedup.Match
}

// NewPast returns a Past over an archive.
func NewPast(a *archive.Archive) *Past { return &Past{Archive: a, comparer: dedup.New()} }

// Seek finds the archived articles that an article may share text with, and returns the
// names of the archive's blobs that Find wants to read and that are not in memory. Names
// in the archive are those of the analysis; meta gives the rest.
func (p *Past) Seek(doc *text.Document, a *Analysis, meta dedup.Meta) (missing []string) {
	for _, e := range a.Entities {
		meta.Names = append(meta.Names, e.Name)
	}
	p.doc, p.analysis, p.meta, p.matches = doc, a, meta, nil
	p.comparer.Query(p.Archive, doc, meta)
	return p.comparer.Missing()
}

// Find compares the article sought last with what is in memory, and puts what it shares
// text with into its analysis. The article's own earlier self, of the same identifier,
// is not among them.
func (p *Past) Find() {
	p.analysis.Matches = nil
	p.matches = p.matches[:0]
	for _, m := range p.comparer.Matches() {
		if p.meta.ID != "" && m.ID == p.meta.ID {
			continue
		}
		p.matches = append(p.matches, m)
		p.analysis.Matches = append(p.analysis.Matches, match(m))
	}
}

// Add puts the article found last into the archive; Archive.Flush makes it last.
func (p *Past) Add() { p.Archive.Add(p.comparer.Article(p.doc, p.meta, p.matches)) }

func match(m dedup.Match) Match {
	out := Match{ID: m.ID, Title: m.Title, Verdict: m.Verdict, Duplicate: m.Duplicate, Reason: m.Reason,
		Copied: m.Copied, CopiedFrom: m.CopiedFrom,
		Source: m.Source, TextStart: m.TextStart,
		FirstSeen: dedup.FormatTime(m.FirstSeen)}
	for _, q := range m.Passages {
		out.Passages = append(out.Passages, Passage(q))
	}
	for _, c := range m.Changes {
		out.Changes = append(out.Changes, Change(c))
	}
	return out
}
