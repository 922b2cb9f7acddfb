package dedup

import (
	"slices"

	"slugline/analyzer/text"
)

const (
	passageGap = 10 // words without a twin that may lie within one passage, in either text
	minPassage = 6  // words a passage has, at least
	edgeWords  = 3  // equal words in a row that a passage begins and ends with
)

// A passage is a stretch of both articles whose words follow each other in both: words
// [a0, a1) here and [b0, b1) there, matched of them equal.
type passage struct {
	a0, a1, b0, b1, matched int
	moved                   bool
}

// passages groups the aligned words, and frees those that belong to no passage: a few
// common words that happen to stand in both.
func (x *aligner) passages(dst []passage) []passage {
	dst = dst[:0]
	p := passage{a0: -1}
	end := func() {
		if p.a0 < 0 {
			return
		}
		x.trim(&p)
		if p.matched >= minPassage && 5*p.matched >= 2*min(p.a1-p.a0, p.b1-p.b0) {
			dst = append(dst, p)
			return
		}
		x.free(p.a0, p.a1)
	}
	for i, u := range x.usedA {
		if u == 0 {
			continue
		}
		j := int(u - 1)
		if p.a0 < 0 || i-p.a1 > passageGap || j < p.b1 || j-p.b1 > passageGap {
			end()
			p = passage{a0: i, b0: j}
		}
		p.a1, p.b1 = i+1, j+1
		p.matched++
	}
	end()
	markMoved(dst)
	return dst
}

// trim frees stray words at the ends of a passage: a "the" before a gap, which happens to
// stand before the other text's copy too, is no part of what was copied.
func (x *aligner) trim(p *passage) {
	for p.matched > edgeWords {
		n := 1
		for p.a0+n < p.a1 && x.usedA[p.a0+n] == int32(p.b0+n+1) {
			n++
		}
		if n >= edgeWords || p.a0+n >= p.a1 || x.words[p.a0].flags&headline == 0 && x.opens(p.a0, p.b0) && x.swapAfter(p.a0+n) {
			break
		}
		x.free(p.a0, p.a0+n)
		p.matched -= n
		for p.a0 += n; x.usedA[p.a0] == 0; p.a0++ {
		}
		p.b0 = int(x.usedA[p.a0] - 1)
	}
	for p.matched > edgeWords {
		n := 1
		for p.a1-n > p.a0 && x.usedA[p.a1-1-n] == int32(p.b1-n) {
			n++
		}
		if n >= edgeWords || p.a1-n <= p.a0 || x.words[p.a1-1].flags&headline == 0 && x.opens(p.a1, p.b1) && x.swapBefore(p.a1-n) {
			break
		}
		x.free(p.a1-n, p.a1)
		p.matched -= n
		for p.a1 -= n; x.usedA[p.a1-1] == 0; p.a1-- {
		}
		p.b1 = int(x.usedA[p.a1-1])
	}
}

const edgeSwap = 4 // words on either side of a gap next to a sentence's first or last words

// opens reports whether a sentence, or nothing, follows in both texts: "died, 48,000
// tonnes." ends with a swap and one equal word, and both belong to the passage.
func (x *aligner) opens(i, j int) bool {
	return (i == len(x.words) || x.words[i].flags&opening != 0) && (j == len(x.other) || x.other[j].flags&opening != 0)
}

// swapAfter reports whether a few words stand for a few others from word i on.
func (x *aligner) swapAfter(i int) bool {
	e := i
	for e < len(x.usedA) && x.usedA[e] == 0 {
		e++
	}
	return e < len(x.usedA) && x.isSwap(e-i, int(x.usedA[e]-1-x.usedA[i-1]))
}

// swapBefore does so for the words before word i.
func (x *aligner) swapBefore(i int) bool {
	e := i
	for e > 0 && x.usedA[e-1] == 0 {
		e--
	}
	return e > 0 && x.isSwap(i-e, int(x.usedA[i]-1-x.usedA[e-1]))
}

func (x *aligner) isSwap(n, m int) bool { return 0 < n && n <= edgeSwap && 0 < m && m <= edgeSwap }

// free takes the words [i, j) here, and their twins, out of the alignment.
func (x *aligner) free(i, j int) {
	for ; i < j; i++ {
		if k := x.usedA[i]; k > 0 {
			x.usedB[k-1], x.usedA[i] = 0, 0
		}
	}
}

// markMoved marks the passages that are not part of the order in which most of the
// shared words stand in both texts: the heaviest increasing sequence.
func markMoved(ps []passage) {
	if len(ps) < 2 {
		return
	}
	best := make([]int, len(ps))
	from := make([]int, len(ps))
	top := 0
	for i := range ps {
		best[i], from[i] = ps[i].matched, -1
		for j := max(0, i-200); j < i; j++ {
			if ps[j].b1 <= ps[i].b0 && best[j]+ps[i].matched > best[i] {
				best[i], from[i] = best[j]+ps[i].matched, j
			}
		}
		if best[i] > best[top] {
			top = i
		}
		ps[i].moved = true
	}
	for i := top; i >= 0; i = from[i] {
		ps[i].moved = false
	}
}

// publish turns word ranges into byte spans, joining passages that touch.
func publish(ps []passage, a, b []word) []Passage {
	out := make([]Passage, 0, len(ps))
	for _, p := range ps {
		out = append(out, Passage{
			Here:  text.Span{Start: int(a[p.a0].start), End: int(a[p.a1-1].end)},
			There: text.Span{Start: int(b[p.b0].start), End: int(b[p.b1-1].end)},
			Moved: p.moved,
		})
	}
	return slices.Clip(out)
}

// A gap is a place in a passage where the two texts differ: words [a0, a1) here stand
// for [b0, b1) there. One of them may be empty.
type gap struct{ a0, a1, b0, b1 int }

// gaps appends the places where the texts differ within passages.
func (x *aligner) gaps(dst []gap, ps []passage, a, b []word) []gap {
	dst = dst[:0]
	for _, p := range ps {
		if g := lead(p, a, b); g.a0 < g.a1 && g.b0 < g.b1 && x.unused(g) {
			dst = append(dst, g)
		}
		i, j := p.a0, p.b0
		for i < p.a1 {
			if u := x.usedA[i]; u > 0 && int(u-1) == j {
				i, j = i+1, j+1
				continue
			}
			g := gap{i, i, j, j}
			for g.a1 < p.a1 && x.usedA[g.a1] == 0 {
				g.a1++
			}
			g.b1 = int(x.usedA[g.a1] - 1)
			dst = append(dst, g)
			i, j = g.a1, g.b1
		}
	}
	return dst
}

// lead is what stands before a passage in its first sentence, where that is little: the
// names that open a report.
func lead(p passage, a, b []word) gap {
	g := gap{p.a0, p.a0, p.b0, p.b0}
	for g.a0 > 0 && p.a0-g.a0 < passageGap && a[g.a0].flags&opening == 0 {
		g.a0--
	}
	for g.b0 > 0 && p.b0-g.b0 < passageGap && b[g.b0].flags&opening == 0 {
		g.b0--
	}
	return g
}

func (x *aligner) unused(g gap) bool {
	for i := g.a0; i < g.a1; i++ {
		if x.usedA[i] != 0 {
			return false
		}
	}
	for j := g.b0; j < g.b1; j++ {
		if x.usedB[j] != 0 {
			return false
		}
	}
	return true
}
