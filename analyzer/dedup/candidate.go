package dedup

import (
	"math"
	"slices"

	"slugline/analyzer/order"
)

const (
	maxCandidates = 64   // articles that are aligned
	commonStories = 400  // a run that more articles hold than this brings up no candidates
	minWeight     = 0.02 // of the weight of a run that nobody else has, times the runs of the shorter
)

// A candidate is an archived article that shares fingerprints with the one at hand.
type candidate struct {
	doc    uint32
	weight float32
	hits   int32
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
		f.docs = c.archive.Lookup(f.docs[:0], run)
		k := len(f.docs)
		c.spread[i] = uint16(min(k, 1<<16-1))
		if k == 0 || k > commonStories {
			continue
		}
		if k > 1 {
			k = c.countStories(f)
			c.spread[i] = uint16(k)
		}
		w := float32(1 / math.Sqrt(float64(k)))
		for _, doc := range f.docs {
			if f.hits[doc] == 0 {
				f.touched = append(f.touched, doc)
			}
			f.hits[doc]++
			f.weight[doc] += w
		}
	}
	c.candidates = c.candidates[:0]
	for _, doc := range f.touched {
		k := candidate{doc, f.weight[doc], int32(f.hits[doc])}
		f.weight[doc], f.hits[doc] = 0, 0
		if k.hits >= 2 || len(c.runs) < 8 {
			c.candidates = append(c.candidates, k)
		}
	}
	order.By(c.candidates, func(x, y candidate) int {
		if x.weight != y.weight {
			if x.weight > y.weight {
				return -1
			}
			return 1
		}
		return int(x.doc) - int(y.doc)
	})
	c.candidates = c.candidates[:min(len(c.candidates), maxCandidates)]
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
