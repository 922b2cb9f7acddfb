package dedup

import (
	"slices"

	"slugline/analyzer/archive"
)

// Two reports of one event in different words share no run of words, but names. So an
// article is found by pairs of its names too: one name stands in hundreds of stories, two
// of them together in few.

const (
	eventNames = 6   // names that two reports of one event share, at least
	eventFewer = 0.5 // of the names of the one that has fewer
	eventMore  = 0.3 // of the names of the one that has more
	eventDays  = 3   // between their dates, or the days on which they were first seen, at most

	pairedNames = 16 // names of which pairs are made: the first ones, for news begins with who it is about
	storedPairs = 16 // pairs an article is archived with, the smallest; a query looks all of its own up
)

// sameEvent reports whether two articles that share little text tell of the same event:
// most of the names in one are in the other, and they are of the same days. Where that is
// not known they may as well be two of many stories about a company.
func (c *Comparer) sameEvent() bool {
	if !sameDays(c.day, dayOf(c.there.article.Published, c.there.article.FirstSeen)) {
		return false
	}
	c.namesHere = c.names(c.namesHere[:0], c.words, c.x.usedA)
	c.namesThere = c.names(c.namesThere[:0], c.there.words, c.x.usedB)
	shared := 0
	for _, h := range c.namesHere {
		if _, ok := slices.BinarySearch(c.namesThere, h); ok {
			shared++
		}
	}
	fewer, more := min(len(c.namesHere), len(c.namesThere)), max(len(c.namesHere), len(c.namesThere))
	return shared >= eventNames && float64(shared) >= max(eventFewer*float64(fewer), eventMore*float64(more))
}

// dayOf is the time that an article is of, in seconds since 1970, 0 where unknown.
func dayOf(published, firstSeen int64) int64 {
	if published != 0 {
		return published
	}
	return firstSeen
}

func sameDays(a, b int64) bool {
	days := daysApart(a, b)
	return 0 <= days && days <= eventDays
}

// reportsOnEvent is sameEvent for an article that shares no run of words.
func (c *Comparer) reportsOnEvent() bool {
	c.x.reset(c.there.words)
	c.common = filter{}
	c.common.add(c.words)
	c.common.add(c.there.words)
	return c.sameEvent()
}

// names appends the distinct hashes of the words that are written as names outside of what
// is copied, sorted: background in both stories makes no event of them.
func (c *Comparer) names(dst []uint32, ws []word, copied []int32) []uint32 {
	for i, w := range ws {
		if copied[i] == 0 && c.isName(w) && w.flags&spelled == 0 {
			dst = append(dst, w.hash)
		}
	}
	slices.Sort(dst)
	return slices.Compact(dst)
}

// namePairs appends a hash of each pair of the first names in the body, smallest first.
func (c *Comparer) namePairs(dst []uint64, body []word) []uint64 {
	c.common = filter{}
	c.common.add(body)
	c.seen = c.seen[:0]
	for _, w := range body {
		if c.isName(w) && w.flags&(spelled|figure) == 0 && c.first(w.hash) && len(c.seen) == pairedNames {
			break
		}
	}
	from := len(dst)
	for i, a := range c.seen {
		for _, b := range c.seen[i+1:] {
			h := (uint64(min(a, b))<<32 | uint64(max(a, b))) * 0x9e3779b97f4a7c15
			dst = append(dst, (h^h>>29)*0xd6e8feb86659fd93)
		}
	}
	slices.Sort(dst[from:])
	return dst
}

// fingerprint is the pair in the form that the archive's index takes.
func fingerprint(pair uint64) uint32 { return uint32(pair >> (64 - archive.FingerprintBits)) }

// fingerprints appends what an article is archived with: its chosen runs and name pairs.
func (c *Comparer) fingerprints(dst []uint32, words, body []word) []uint32 {
	dst = winnow(dst, c.runs, window(len(words)))
	c.pairs = c.namePairs(c.pairs[:0], body)
	for _, p := range c.pairs[:min(len(c.pairs), storedPairs)] {
		dst = append(dst, fingerprint(p))
	}
	return dst
}
