package dedup

import (
	"slices"

	"slugline/analyzer/order"
)

// Thresholds of the verdicts, as shares of words. They were chosen on text written and
// edited for the purpose, not on the sets that measure.
const (
	nearShare    = 0.90 // of both texts: a few words differ
	updatedShare = 0.50 // of both texts
	versionShare = 0.60 // of one of them: a later version keeps most of the story or adds to most of it
	quoteShare   = 0.35 // of the shorter text, from which on quotations alone make a copy
	plainShare   = 0.50 // of the shorter text, in runs of five words and more: copied, however spread
	partShare    = 0.24 // of the shorter text, in such runs
	minWords     = 20   // solid words, where the texts are not nearly the same
	minSolid     = 8    // solid words, below which nothing was copied
	wholeShare   = 0.97 // of this text: it lies inside the other
	leadWords    = 4    // a dateline, which may differ before a copied first sentence
	leadRun      = 24   // words in a row of a first sentence that was copied
	formatWords  = 30   // words of a format whose every second word is filled in, and so has no solid run
	formatShare  = 0.40 // of either text
	partWords    = 45   // words of such runs in the longest passage, where the share is under plainShare
)

// A finding is what alignment says about one archived article.
type finding struct {
	matched               int // words
	solid                 int // of them in runs of five and more
	solidHere, solidThere float64
	here, there           float64
	longest               int // words of the longest passage
	quoted                int // matched words inside quotation marks
	facts                 facts
	passages              []passage
	gaps                  []gap
	moved                 bool
	same                  bool // word for word
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
		var f finding
		verdict := ""
		if !k.event {
			f = c.compare()
			verdict = c.judge(&f)
		} else if c.reportsOnEvent() {
			verdict = SameEvent
		}
		if verdict == "" {
			continue
		}
		m := Match{ID: p.ID, Title: p.Title, Source: p.Source, TextStart: p.TextStart, Verdict: verdict, Copied: f.here, CopiedFrom: f.there,
			Passages: publish(f.passages, c.words, c.there.words), FirstSeen: p.FirstSeen, Story: c.archive.Story(p.Story)}
		m.Duplicate = rank(verdict) < 4
		m.Changes = c.changes(&f, verdict)
		m.Reason = c.reason(&m, &f)
		out = append(out, m)
	}
	order.StableBy(out, func(x, y Match) int {
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
	c.x.fill(b) // once more: chance matches that stood in the way are gone
	c.x.group = c.x.passages(c.x.group)
	f := finding{passages: c.x.group}
	c.x.holes = c.x.gaps(c.x.holes, f.passages, c.words, b)
	f.gaps, c.noise = c.settle(c.x.holes, c.noise[:0], f.passages)
	c.common = filter{}
	c.common.add(c.words)
	c.common.add(b)
	f.solid, f.longest = c.solid(f.passages)
	f.solidHere, f.solidThere = share(f.solid, len(c.words)-c.body), share(f.solid, len(b)-c.there.body)
	matchedThere := 0
	for _, p := range f.passages {
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
		}
	}
	for j := c.there.body; j < len(b); j++ {
		if c.x.usedB[j] != 0 {
			matchedThere++
		}
	}
	f.here = share(f.matched, len(c.words)-c.body)
	f.there = share(matchedThere, len(b)-c.there.body)
	f.same = len(f.passages) == 1 && len(f.gaps)+len(c.noise) == 0 && f.here == 1 && f.there == 1 || sameWords(c.words[c.body:], b[c.there.body:])
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
	most, least := max(f.here, f.there), min(f.here, f.there)
	solid := max(f.solidHere, f.solidThere)
	if f.same {
		return Exact
	}
	if f.solid < minWords && f.matched >= formatWords && most >= formatShare &&
		f.facts.recurring(f.matched, len(f.gaps), c.apart(), c.widespread(f.passages)) {
		return Template
	}
	if f.solid < minSolid || f.solid < minWords && least < nearShare || solid < 0.1 && f.longest < partWords {
		switch {
		case c.sameEvent():
			return SameEvent
		case f.solid >= minSolid && 2*f.quoted > f.matched:
			return Quotes
		}
		return ""
	}
	if f.facts.recurring(f.matched, len(f.gaps), c.apart(), c.widespread(f.passages)) {
		return Template
	}
	switch {
	case least >= nearShare:
		if f.facts.otherFigures > 0 {
			return Updated
		}
		return Near
	case solid < partShare || solid < plainShare && f.longest < partWords:
		if c.leads(f) {
			return Contains
		}
		if c.sameEvent() {
			return SameEvent
		}
		return Quotes
	case f.here >= wholeShare && f.facts.others() == 0: // cut down, nothing new
		return Contains
	case least >= updatedShare && most >= versionShare:
		return Updated
	case most >= quoteShare || 10*f.quoted <= 7*f.matched:
		return Contains
	}
	return Quotes
}

// leads reports whether a passage carries the first sentence of either text, which is the
// news and no background.
func (c *Comparer) leads(f *finding) bool {
	for _, p := range f.passages {
		if p.a0 > c.body+leadWords && p.b0 > c.there.body+leadWords {
			continue
		}
		run := 0
		for i := p.a0; i < p.a1; i++ {
			if c.x.usedA[i] == 0 || i > p.a0 && c.x.usedA[i] != c.x.usedA[i-1]+1 {
				run = 0
				continue
			}
			if run++; run >= leadRun {
				return f.facts.names >= 2 && f.facts.others() == 0 && 2*f.quoted < f.matched
			}
		}
	}
	return false
}

// apart is how many days lie between the dates of the two articles.
func (c *Comparer) apart() int { return daysApart(c.published, c.there.article.Published) }

// daysApart is how many days lie between two times, -1 where one is unknown.
func daysApart(a, b int64) int {
	if a == 0 || b == 0 {
		return -1
	}
	d := (a - b) / 86400
	return int(max(d, -d))
}

// widespread tells whether most of the passages' runs are held by three stories and more.
func (c *Comparer) widespread(ps []passage) bool {
	known, wide := 0, 0
	for _, p := range ps {
		for i := max(p.a0-c.body, 0); i < p.a1-c.body && i < len(c.spread); i++ {
			if n := c.spread[i]; n > 0 {
				known++
				if n >= 3 {
					wide++
				}
			}
		}
	}
	return 2*wide > known
}
