// Package keyphrase finds the phrases that say what an article is about.
//
// Candidates are names and noun phrases: runs of nouns, names and what qualifies them
// (Hulth 2003 showed part-of-speech patterns to beat n-grams). Every word gets a
// salience from how often and how early it stands and how rare it is in news at large;
// a phrase is worth the sum of its words (Wan and Xiao 2008), weighed by how often it
// stands by itself. The best are taken in turn, near-twins of a better one left out.
//
// The ranking has no trained weights: its powers are round numbers on a flat optimum,
// where any of them can move by a third and the result by half a point. Graph ranking
// (TextRank and its kin) and embeddings of phrases are left out, the first because it
// ranks much as sums of word weights do, the second for its size.
package keyphrase

import (
	"strings"

	"slugline/analyzer/pos"
	"slugline/analyzer/text"
)

// Name is a mention of an entity, as package entity found it.
type Name struct {
	text.Span
	Entity int  // mentions with the same number are one entity; -1 where unknown
	Person bool // it names a person: its role before it is no part of it
}

// Phrase is one keyphrase.
type Phrase struct {
	Text  string  // as in the text, white space within it made one space
	Score float64 // 0-1, the best phrase has 1
	// Count is how often its words, singular or plural, stand in the article in this order;
	// for a person, how often the article names them in any form.
	Count int
	First text.Span // the first of these places
}

// Extract returns the at most limit keyphrases of doc, best first; ten suit most uses.
// tags are those of doc.Tokens; names, in text order, may be empty. An article without
// noun phrases has none.
func Extract(doc *text.Document, tags []pos.Tag, names []Name, limit int) []Phrase {
	if len(tags) != len(doc.Tokens) {
		return nil
	}
	l := readLexicon(doc, tags)
	f := findCandidates(doc, tags, names, l)
	chosen := f.choose(limit)
	phrases := make([]Phrase, len(chosen))
	for i := range chosen {
		c := &chosen[i]
		p := &phrases[i]
		p.Text = oneLine(f.span(c.shown, c.length).Of(doc.Source))
		p.Score = float64(c.score / chosen[0].score)
		p.Count, p.First = f.count(c)
		p.Count = max(p.Count, c.mentions)
	}
	return phrases
}

func (f *finder) span(first, length int) text.Span {
	return text.Span{Start: f.doc.Tokens[first].Start, End: f.doc.Tokens[first+length-1].End}
}

// count returns in how many places the words of c stand in a row, and the first.
func (f *finder) count(c *candidate) (n int, first text.Span) {
next:
	for i, id := range f.l.ids[:len(f.l.ids)-c.length+1] {
		if id != c.words[0] {
			continue
		}
		for k := 1; k < c.length; k++ {
			if f.l.ids[i+k] != c.words[k] {
				continue next
			}
		}
		if n++; n == 1 {
			first = f.span(i, c.length)
		}
	}
	return n, first
}

func oneLine(s string) string {
	if strings.ContainsAny(s, "\n\r\t\u00a0") || strings.Contains(s, "  ") {
		return strings.Join(strings.Fields(s), " ")
	}
	return s
}
