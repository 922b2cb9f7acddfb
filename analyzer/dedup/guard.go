package dedup

// The guard separates recurring reports from copies. A weather report, a market close, a
// result, an obituary share their format with the ones before; what they are about, the
// names, figures and dates, differs almost everywhere. A copy keeps nearly all of them,
// and an update most. So the facts within the shared passages are counted: those that are
// the same on both sides, and those for which others stand in the same place. The facts
// are taken from the words, not from the entities, so the guard works the same on a text
// that was archived before the entity model of today, and on a format met for the second
// time ever.

// facts is what the guard counts.
type facts struct {
	names, figures           int // kept; a run of capitalised words is one name
	otherNames, otherFigures int // others stand in their place
}

func (f facts) kept() int   { return f.names + f.figures }
func (f facts) others() int { return f.otherNames + f.otherFigures }

const maxSwap = 8 // words on either side of a gap in which facts were swapped

// countFacts counts distinct facts in the passages, and the gaps where facts were swapped.
func (c *Comparer) countFacts(ps []passage, gs []gap) facts {
	var f facts
	c.seen = c.seen[:0]
	for _, p := range ps {
		name := uint32(0) // of the capitalised run so far
		end := func() {
			if name != 0 && c.first(name) {
				f.names++
			}
			name = 0
		}
		for i := max(p.a0, c.body); i < p.a1; i++ {
			w := c.words[i]
			switch {
			case c.x.usedA[i] == 0:
				name = 0
			case w.flags&figure != 0 || w.flags&(spelled|capital) == spelled|capital:
				end()
				if c.first(w.hash) {
					f.figures++
				}
			case c.isName(w):
				name = mix(name ^ w.hash)
			default:
				end()
			}
		}
		end()
	}
	c.seen = c.seen[:0]
	for _, g := range gs {
		g.a0, g.b0 = max(g.a0, c.body), max(g.b0, c.there.body) // headlines are rewritten anyway
		n, m := g.a1-g.a0, g.b1-g.b0
		if n <= 0 || m <= 0 || n > maxSwap || m > maxSwap {
			continue
		}
		here, figures := c.swapped(c.words[g.a0:g.a1])
		there, otherFigures := c.swapped(c.there.words[g.b0:g.b1])
		if !c.first(bundle(c.words[g.a0:g.a1])) {
			continue
		}
		f.otherFigures += min(figures, otherFigures)
		if here && there {
			f.otherNames++
		}
	}
	return f
}

func bundle(ws []word) uint32 {
	h := uint32(0)
	for _, w := range ws {
		h = mix(h ^ w.hash)
	}
	return h
}

// swapped reports whether there is a name among the words, and how many figures there are.
func (c *Comparer) swapped(ws []word) (name bool, figures int) {
	for _, w := range ws {
		if w.flags&(figure|spelled) != 0 {
			figures++
		} else if w.flags&capital != 0 && !c.common.has(w.hash) {
			name = true
		}
	}
	return name, figures
}

// isName reports whether a word is written as a name within a sentence.
func (c *Comparer) isName(w word) bool {
	return w.flags&capital != 0 && w.flags&opening == 0 && !c.common.has(w.hash)
}

// first reports whether a hash was not seen before, and notes it.
func (c *Comparer) first(h uint32) bool {
	for _, x := range c.seen {
		if x == h {
			return false
		}
	}
	c.seen = append(c.seen, h)
	return true
}

// A filter holds the words that either text writes in lower case, roughly: a
// capitalised one of them opens a sentence and is no name.
type filter [1 << 9]uint64

func (f *filter) add(ws []word) {
	for _, w := range ws {
		if w.flags&(capital|figure) == 0 {
			f[w.hash>>6&(1<<9-1)] |= 1 << (w.hash & 63)
		}
	}
}

func (f *filter) has(h uint32) bool { return f[h>>6&(1<<9-1)]>>(h&63)&1 != 0 }

// recurring reports whether passages of so many words, with so many gaps, look like the
// format of a recurring report. Names decide first: an update keeps who it is about.
// Where the names are part of the format, as in a market close, most figures must
// differ, and there must be a difference every few words: an update that changes all its
// figures still has its prose. apart is how far the dates of the two lie apart in days,
// -1 where unknown: a report recurs on another day. Where
// wide is set, several stories hold most of what is shared, and less is asked.
func (f facts) recurring(words, gaps, apart int, wide bool) bool {
	others, kept := f.others(), f.kept()
	if apart == 0 {
		kept += kept / 2
	}
	dense := words < denseWords*gaps
	switch {
	case f.otherNames >= 2 && others >= 3 && 2*f.otherNames >= f.names && 2*others >= kept,
		f.otherNames >= 1 && others >= 3 && others >= kept,
		f.otherNames >= 1 && others >= 2 && others >= kept && apart > 0,
		wide && others >= 3 && 3*others >= kept,
		f.names == 0 && others >= 3 && others > kept && dense:
		return true
	}
	return f.otherFigures >= 3 && f.otherFigures > 2*f.figures && dense
}

const denseWords = 16 // words for each gap, below which a text looks filled in
