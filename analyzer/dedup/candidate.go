package dedup

import (
	"math"
	"slices"

	"slugline/analyzer/order"
)

const (
	maxCandidates = 64  // articles that are aligned
	commonStories = 400 // a run that more articles hold than this brings up no candidates
	fewestPairs   = 2   // pairs of names that make a candidate
	eventWeight   = 2   // of such pairs: as much as two that no other story has
	maxEvents     = 8   // articles found by their names whose words are compared
)

// A candidate is an archived article that shares fingerprints with the one at hand.
type candidate struct {
	doc    uint32
	weight float32
	hits   int32
	event  bool // found by its names only
}

// A finder counts, for every article of an archive, the weight of what it shares. It is
// as long as the archive has articles and is cleared by what was touched.
type finder struct {
	weight  []float32
	hits    []uint16
	touched []uint32
	docs    []uint32
	stories []uint64
}

// find fills c.candidates, the best first.
func (c *Comparer) find() {
	f := &c.finder
	n := c.archive.Articles()
	if len(f.weight) < n {
		f.weight = make([]float32, n+n/4+64)
		f.hits = make([]uint16, len(f.weight))
	}
	f.touched = f.touched[:0]
	c.spread = slices.Grow(c.spread[:0], len(c.runs))[:len(c.runs)]
	for i, run := range c.runs {
		c.spread[i] = uint16(min(c.count(f, run), 1<<16-1))
	}
	fewest := int32(2)
	if len(c.runs) < 8 {
		fewest = 1
	}
	c.candidates = c.take(c.candidates[:0], fewest, maxCandidates, false)
	for _, pair := range c.pairs {
		c.count(f, fingerprint(pair))
	}
	c.candidates = c.take(c.candidates, fewestPairs, maxEvents, true)
}

// take appends the best of the counted articles to dst, at most most of them, each of at
// least fewest hits, and clears the counts. With event set the articles were counted by
// names: those of other days are left out.
func (c *Comparer) take(dst []candidate, fewest int32, most int, event bool) []candidate {
	f := &c.finder
	from := len(dst)
	for _, doc := range f.touched {
		k := candidate{doc, f.weight[doc], int32(f.hits[doc]), event}
		f.weight[doc], f.hits[doc] = 0, 0
		if k.hits < fewest || event && (k.weight < eventWeight || holds(dst[:from], doc) || !c.ofTheseDays(doc)) {
			continue
		}
		dst = append(dst, k)
	}
	f.touched = f.touched[:0]
	order.By(dst[from:], func(x, y candidate) int {
		if x.weight != y.weight {
			if x.weight > y.weight {
				return -1
			}
			return 1
		}
		return int(x.doc) - int(y.doc)
	})
	return dst[:min(len(dst), from+most)]
}

// ofTheseDays reports whether an archived article is of the days of the one at hand.
func (c *Comparer) ofTheseDays(doc uint32) bool {
	row := c.archive.Row(doc)
	return sameDays(c.day, dayOf(row.Published, row.FirstSeen))
}

func holds(candidates []candidate, doc uint32) bool {
	return slices.ContainsFunc(candidates, func(k candidate) bool { return k.doc == doc })
}

// count gives every article that holds a fingerprint its weight, and returns how many
// stories do.
func (c *Comparer) count(f *finder, print uint32) int {
	f.docs = c.archive.Lookup(f.docs[:0], print)
	k := len(f.docs)
	if k == 0 || k > commonStories {
		return k
	}
	if k > 1 {
		k = c.countStories(f)
	}
	w := float32(1 / math.Sqrt(float64(k)))
	for _, doc := range f.docs {
		if f.hits[doc] == 0 {
			f.touched = append(f.touched, doc)
		}
		f.hits[doc]++
		f.weight[doc] += w
	}
	return k
}

// countStories returns how many different stories the articles in f.docs belong to.
func (c *Comparer) countStories(f *finder) int {
	f.stories = f.stories[:0]
	for _, doc := range f.docs {
		f.stories = append(f.stories, c.archive.Story(c.archive.Row(doc).Story))
	}
	slices.Sort(f.stories)
	return len(slices.Compact(f.stories))
}
