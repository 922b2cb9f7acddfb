package dedup

import "slices"

// Thresholds of the verdicts, as shares of words. They were chosen on text written and
// edited for the purpose, not on the sets that measure.
const (
	nearShare     = 0.90 // of both texts: a few words differ
	updatedShare  = 0.40 // of both texts, or less where the shared words are many
	containsShare = 0.55 // of the shorter text
	partShare     = 0.22 // of the shorter text, in long passages
	partWords     = 24   // words in the longest passage of a part
)

// A finding is what alignment says about one archived article.
type finding struct {
	matched     int // words
	here, there float64
	longest     int // words of the longest passage
	quoted      int // matched words inside quotation marks
	facts       facts
	passages    []passage
	gaps        []gap
	moved       bool
	same        bool // word for word
}

// Matches aligns the candidates whose texts are in memory and returns what they share
// with the article of the last Query, best first.
func (c *Comparer) Matches() []Match {
	c.x.index(c.words)
	var out []Match
	for _, k := range c.candidates {
		p := c.archive.Article(k.doc)
		if p == nil {
			continue
		}
		c.cutArticle(p)
		f := c.compare()
		verdict := c.judge(&f)
		if verdict == "" {
			continue
		}
		m := Match{ID: p.ID, Title: p.Title, Verdict: verdict, Copied: f.here, CopiedFrom: f.there,
			Passages: publish(f.passages, c.words, c.there.words), FirstSeen: p.FirstSeen, Story: c.archive.Story(p.Story)}
		m.Duplicate = rank(verdict) < 4
		m.Changes = c.changes(&f, verdict)
		m.Reason = c.reason(&m, &f)
		out = append(out, m)
	}
	slices.SortStableFunc(out, func(x, y Match) int {
		if d := rank(x.Verdict) - rank(y.Verdict); d != 0 {
			return d
		}
		if dx, dy := x.Copied+x.CopiedFrom, y.Copied+y.CopiedFrom; dx != dy {
			if dx > dy {
				return -1
			}
			return 1
		}
		return int(min(max(x.FirstSeen-y.FirstSeen, -1), 1))
	})
	return out
}

func rank(verdict string) int {
	return slices.Index([]string{Exact, Near, Updated, Contains, Quotes, Template, SameEvent}, verdict)
}

// compare aligns the article at hand with c.there.
func (c *Comparer) compare() finding {
	b := c.there.words
	c.x.align(b)
	c.x.group = c.x.passages(c.x.group)
	f := finding{passages: c.x.group}
	c.x.holes = c.x.gaps(c.x.holes, f.passages, c.words, b)
	f.gaps = c.x.holes
	matchedThere := 0
	for _, p := range f.passages {
		f.longest = max(f.longest, p.matched)
		f.moved = f.moved || p.moved
		for i := p.a0; i < p.a1; i++ {
			u := c.x.usedA[i]
			if u == 0 {
				continue
			}
			if i >= c.body {
				f.matched++
				if c.words[i].flags&quoted != 0 {
					f.quoted++
				}
			}
			if int(u-1) >= c.there.body {
				matchedThere++
			}
		}
	}
	f.here = share(f.matched, len(c.words)-c.body)
	f.there = share(matchedThere, len(b)-c.there.body)
	f.same = len(f.passages) == 1 && len(f.gaps) == 0 && f.here == 1 && f.there == 1 || sameWords(c.words[c.body:], b[c.there.body:])
	f.facts = c.countFacts(f.passages, f.gaps)
	return f
}

func share(n, of int) float64 {
	if of == 0 {
		return 0
	}
	return float64(n) / float64(of)
}

func sameWords(a, b []word) bool {
	return slices.EqualFunc(a, b, func(x, y word) bool { return x.hash == y.hash })
}

// judge names the relation, or returns "" where there is none worth telling.
func (c *Comparer) judge(f *finding) string {
	most := max(f.here, f.there)
	least := min(f.here, f.there)
	if f.same {
		return Exact
	}
	if f.matched < 8 || most < 0.1 && f.longest < partWords {
		return ""
	}
	if f.facts.recurring() {
		return Template
	}
	switch {
	case least >= nearShare:
		if f.facts.otherFigures > 0 {
			return Updated
		}
		return Near
	case least >= updatedShare:
		return Updated
	case most >= containsShare && f.matched >= 12:
		return Contains
	case 2*f.quoted > f.matched:
		return Quotes
	case most >= partShare && f.longest >= partWords:
		return Contains
	}
	return Quotes
}
