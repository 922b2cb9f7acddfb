package dedup

import (
	"slices"

	"slugline/analyzer/text"
)

// Anchors are what a shared archive in a database keeps of an article to find it by: 16
// to 26 hashes of runs and 6 of pairs of names, where an index of our own keeps a hundred
// and more fingerprints.
// The runs are divided into as many stretches and the smallest of each is taken, so that
// anchors stand all over the text; a query looks up all of its runs. A copied passage is
// found when it covers one stretch: 31 words in an article of 800. Smallest of the whole
// article (min-hash) would leave short passages in long articles without an anchor.
//
// Among ten million articles 30 bits would answer every query with a hundred wrong
// articles; an anchor has 48.

const (
	anchorBits    = 48
	fewestAnchors = 16
	mostAnchors   = 26
	pairAnchors   = 6
	anchorWords   = 25   // words an anchor, in between
	mostLookups   = 8192 // runs a query looks up: 12,000 words' worth is more than any news article has
)

// Anchors returns the anchors that an article is to be found by, and all those of other
// articles that it may be found by, each without repetition.
func (c *Comparer) Anchors(doc *text.Document) (own, lookups []uint64) {
	c.read(doc, Meta{})
	words := c.words[c.body:]
	runs := make([]uint64, 0, len(words))
	for i := 0; i+shingle <= len(words); i++ {
		runs = append(runs, hashRun(words[i:i+shingle])>>(64-anchorBits))
	}
	n := min(max(len(words)/anchorWords, fewestAnchors), mostAnchors, len(runs))
	for i := range n {
		own = append(own, slices.Min(runs[i*len(runs)/n:(i+1)*len(runs)/n]))
	}
	runs = append(runs[:min(len(runs), mostLookups)], c.pairs...)
	for i := len(runs) - len(c.pairs); i < len(runs); i++ {
		runs[i] >>= 64 - anchorBits
	}
	own = append(own, runs[len(runs)-len(c.pairs):][:min(len(c.pairs), pairAnchors)]...)
	slices.Sort(own)
	slices.Sort(runs)
	return slices.Compact(own), slices.Compact(runs)
}

// AppendAnchor appends an anchor as text, eight characters of base 64 in its URL form.
func AppendAnchor(dst []byte, anchor uint64) []byte {
	for shift := anchorBits - 6; shift >= 0; shift -= 6 {
		dst = append(dst, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"[anchor>>shift&63])
	}
	return dst
}
