package dedup

import (
	"slices"

	"slugline/analyzer/order"
)

// Alignment finds the stretches that two articles share, wherever they stand in either.
// Seeds are runs of three equal words; each is grown to the longest equal stretch, the
// longest are taken first, and no word is used twice. Then the gaps between stretches
// that follow each other in both texts are aligned word by word, so that a changed figure
// or a misread word does not tear a passage apart.

const (
	seedWords = 3
	maxGap    = 48 // words that may lie between two stretches of one passage, in either text
)

// A stretch is a run of equal words.
type stretch struct{ a, b, n int32 }

// An aligner holds the index of one article's runs and what alignment needs again and again.
type aligner struct {
	words []word // the article at hand
	other []word // the one it is aligned with
	heads []int32
	next  []int32
	mask  uint32

	stretches []stretch
	usedA     []int32 // for each word here, the word there plus one
	usedB     []int32
	table     []uint16
	group     []passage
	holes     []gap
}

func seed(w []word) uint32 {
	return mix(w[0].hash ^ w[1].hash*0x85ebca6b ^ w[2].hash*0xc2b2ae35)
}

// index prepares to align words with other articles.
func (x *aligner) index(words []word) {
	x.words = words
	size := 64
	for size < 2*len(words) {
		size *= 2
	}
	x.heads = slices.Grow(x.heads[:0], size)[:size]
	clear(x.heads)
	x.next = slices.Grow(x.next[:0], len(words))[:len(words)]
	x.mask = uint32(size - 1)
	for i := len(words) - seedWords; i >= 0; i-- {
		slot := &x.heads[seed(words[i:])&x.mask]
		x.next[i] = *slot
		*slot = int32(i + 1)
	}
}

// reset prepares an alignment with the article b, in which nothing is shared yet.
func (x *aligner) reset(b []word) {
	x.other = b
	x.usedA = slices.Grow(x.usedA[:0], len(x.words))[:len(x.words)]
	x.usedB = slices.Grow(x.usedB[:0], len(b))[:len(b)]
	clear(x.usedA)
	clear(x.usedB)
}

// align fills usedA and usedB for the articles a, which was indexed, and b.
func (x *aligner) align(b []word) {
	a := x.words
	x.reset(b)
	x.stretches = x.stretches[:0]
	for j := 0; j+seedWords <= len(b); j++ {
		tries := 0
		for i := x.heads[seed(b[j:])&x.mask]; i > 0 && tries < 32; i = x.next[i-1] {
			tries++
			p := int(i - 1)
			if a[p].hash != b[j].hash || p > 0 && j > 0 && a[p-1].hash == b[j-1].hash {
				continue // no seed, or the inside of a stretch that was found
			}
			n := 1
			for p+n < len(a) && j+n < len(b) && a[p+n].hash == b[j+n].hash {
				n++
			}
			if n >= seedWords {
				x.stretches = append(x.stretches, stretch{int32(p), int32(j), int32(n)})
			}
		}
	}
	order.By(x.stretches, func(s, t stretch) int {
		if s.n != t.n {
			return int(t.n - s.n)
		}
		if s.b != t.b {
			return int(s.b - t.b)
		}
		return int(s.a - t.a)
	})
	for _, s := range x.stretches {
		x.claim(s)
	}
	x.fill(b)
}

// claim uses the parts of a stretch whose words are still free on both sides.
func (x *aligner) claim(s stretch) {
	run := int32(0)
	for k := int32(0); k <= s.n; k++ {
		if k < s.n && x.usedA[s.a+k] == 0 && x.usedB[s.b+k] == 0 {
			run++
			continue
		}
		if run >= seedWords {
			for m := k - run; m < k; m++ {
				x.usedA[s.a+m], x.usedB[s.b+m] = s.b+m+1, s.a+m+1
			}
		}
		run = 0
	}
}

// fill aligns the gaps between stretches that follow each other in both texts.
func (x *aligner) fill(b []word) {
	for i := 0; i < len(x.usedA); {
		if x.usedA[i] == 0 {
			i++
			continue
		}
		j := int(x.usedA[i] - 1)
		e := i + 1
		for e < len(x.usedA) && x.usedA[e] == 0 {
			e++
		}
		if e > i+1 || e < len(x.usedA) && int(x.usedA[e]) > j+2 {
			x.gap(b, i+1, e, j+1)
		}
		i = max(e, i+1)
	}
	for e := range x.usedA { // words before the first stretch
		if x.usedA[e] != 0 {
			x.edge(b, 0, e, 0, int(x.usedA[e]-1))
			break
		}
	}
}

// gap aligns the words [i, e) with those from j on up to where e goes.
func (x *aligner) gap(b []word, i, e, j int) {
	if e == len(x.usedA) {
		f := j
		for f < len(b) && x.usedB[f] == 0 {
			f++
		}
		x.edge(b, i, e, j, f)
		return
	}
	f := int(x.usedA[e] - 1)
	if f < j || f-j > maxGap || e-i > maxGap {
		return
	}
	for k := j; k < f; k++ {
		if x.usedB[k] != 0 {
			return
		}
	}
	x.lcs(b, i, e, j, f)
}

// edge aligns the words next to a passage's end, as far as a gap may reach.
func (x *aligner) edge(b []word, i, e, j, f int) {
	if i == 0 && j == 0 {
		i, j = max(i, e-maxGap), max(j, f-maxGap)
	} else {
		e, f = min(e, i+maxGap), min(f, j+maxGap)
	}
	for k := j; k < f; k++ {
		if x.usedB[k] != 0 {
			return
		}
	}
	x.lcs(b, i, e, j, f)
}

// lcs marks a longest common subsequence of a[i:e] and b[j:f] as shared.
func (x *aligner) lcs(b []word, i, e, j, f int) {
	n, m := e-i, f-j
	if n == 0 || m == 0 {
		return
	}
	w := m + 1
	x.table = slices.Grow(x.table[:0], (n+1)*w)[:(n+1)*w]
	clear(x.table[n*w:])
	for p := n - 1; p >= 0; p-- {
		x.table[p*w+m] = 0
		for q := m - 1; q >= 0; q-- {
			v := max(x.table[(p+1)*w+q], x.table[p*w+q+1])
			if x.words[i+p].hash == b[j+q].hash {
				v = max(v, x.table[(p+1)*w+q+1]+1)
			}
			x.table[p*w+q] = v
		}
	}
	for p, q := 0, 0; p < n && q < m; {
		switch {
		case x.words[i+p].hash == b[j+q].hash:
			x.usedA[i+p], x.usedB[j+q] = int32(j+q+1), int32(i+p+1)
			p, q = p+1, q+1
		case x.table[(p+1)*w+q] >= x.table[p*w+q+1]:
			p++
		default:
			q++
		}
	}
}
