package dedup

import (
	"github.com/agnivade/levenshtein"
)

// Misread and mistyped words. Scanning turns "committee" into "commitlee", drops a space
// or puts one in. Where the two texts differ by a few words between passages' equal ones,
// and the letters are nearly the same, the words count as copied. Figures never do: one
// digit is the difference between two stories.

const (
	noiseWords   = 4  // on either side of a gap
	noiseLetters = 48 // on either side of a gap
)

// settle closes the gaps that are only noise, and keeps the others. It returns the
// gaps that are left and appends the noisy ones to noise.
func (c *Comparer) settle(gs, noise []gap, ps []passage) (left, noisy []gap) {
	left = gs[:0]
	a, b := c.words, c.there.words
	p := 0
	for _, g := range gs {
		if !c.noisy(a[g.a0:g.a1], b[g.b0:g.b1]) {
			left = append(left, g)
			continue
		}
		noise = append(noise, g)
		n := max(g.a1-g.a0, g.b1-g.b0)
		for k := range n {
			i, j := min(g.a0+k, g.a1-1), min(g.b0+k, g.b1-1)
			c.x.usedB[j] = int32(i + 1)
			if c.x.usedA[i] == 0 {
				c.x.usedA[i] = int32(j + 1)
			}
		}
		for p+1 < len(ps) && ps[p].a1 <= g.a0 {
			p++
		}
		if ps[p].a0 > g.a0 { // the gap before the passage
			ps[p].a0, ps[p].b0 = g.a0, g.b0
		}
		ps[p].matched += g.a1 - g.a0
	}
	return left, noise
}

// noisy reports whether two runs of words are one, misread.
func (c *Comparer) noisy(a, b []word) bool {
	if len(a) == 0 || len(b) == 0 || len(a) > noiseWords || len(b) > noiseWords {
		return false
	}
	if aFigure(a) || aFigure(b) {
		return false
	}
	c.left = letters(c.left[:0], c.source, a)
	c.right = letters(c.right[:0], c.there.article.Source, b)
	n, m := len(c.left), len(c.right)
	if n > noiseLetters || m > noiseLetters || n-m > 3 || m-n > 3 {
		return false
	}
	d := levenshtein.ComputeDistance(string(c.left), string(c.right))
	return d == 0 || 10*d <= 3*min(n, m) && (min(n, m) > 3 || d == 1 && !has(a, capital) && !has(b, capital))
}

func aFigure(ws []word) bool {
	for _, w := range ws {
		if w.flags&figure != 0 && w.flags&letter == 0 || w.flags&spelled != 0 {
			return true
		}
	}
	return false
}

// letters appends the words of s, in lower case and without what stands between them.
func letters(dst []byte, s string, ws []word) []byte {
	for _, w := range ws {
		for i := int(w.start); i < int(w.end); i++ {
			switch ch := s[i]; {
			case ch >= 0x80:
				dst = append(dst, ch)
			case folds[ch] > 1:
				dst = append(dst, folds[ch])
			}
		}
	}
	return dst
}

const solidRun = 5 // equal words in a row that do not come about by chance

// solid counts the words here that are part of a run of at least five, in all and in the
// passage that has most.
func (c *Comparer) solid(ps []passage) (total, longest int) {
	for _, p := range ps {
		before := total
		run, at := 0, p.b0
		for i := p.a0; i < p.a1; i++ {
			u := int(c.x.usedA[i])
			follows := u > 0 && u-1 >= at-1 && u-1 <= at+noiseWords
			for j := at; follows && j < u-1; j++ {
				follows = c.x.usedB[j] != 0
			}
			if !follows {
				if run >= solidRun {
					total += run
				}
				run = 0
			}
			if u > 0 {
				run++
				at = u
			}
		}
		if run >= solidRun {
			total += run
		}
		longest = max(longest, total-before)
	}
	return total, longest
}
