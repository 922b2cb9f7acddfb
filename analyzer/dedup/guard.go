package dedup

// The guard separates recurring reports from copies. A weather report, a market close, a
// result, an obituary share their format with the ones before; what they are about, the
// names, figures and dates, differs almost everywhere. A copy keeps nearly all of them,
// and an update most. So the facts within the shared passages are counted: those that are
// the same on both sides, and those for which others stand in the same place. The facts
// are taken from the words, not from the entities, so the guard works the same on a text
// that was archived before the entity model of today.

// facts is what the guard counts.
type facts struct {
	names, figures           int // kept
	otherNames, otherFigures int // others stand in their place
}

func isFact(w word) bool {
	return w.flags&figure != 0 || w.flags&capital != 0 && w.flags&opening == 0
}

// countFacts counts distinct facts in the passages.
func (c *Comparer) countFacts(ps []passage, gs []gap) facts {
	var f facts
	seen := c.seen[:0]
	for _, p := range ps {
		for i := p.a0; i < p.a1; i++ {
			w := c.words[i]
			if c.x.usedA[i] == 0 || !isFact(w) || contains32(seen, w.hash) {
				continue
			}
			seen = append(seen, w.hash)
			if w.flags&figure != 0 {
				f.figures++
			} else {
				f.names++
			}
		}
	}
	seen = seen[:0]
	for _, g := range gs {
		var names, figures, thereNames, thereFigures int
		for _, w := range c.words[g.a0:g.a1] {
			if isFact(w) && !contains32(seen, w.hash) {
				seen = append(seen, w.hash)
				if w.flags&figure != 0 {
					figures++
				} else {
					names++
				}
			}
		}
		for _, w := range c.there.words[g.b0:g.b1] {
			if w.flags&figure != 0 {
				thereFigures++
			} else if isFact(w) {
				thereNames++
			}
		}
		f.otherFigures += min(figures, thereFigures)
		f.otherNames += min(names, thereNames)
	}
	c.seen = seen[:0]
	return f
}

func contains32(s []uint32, v uint32) bool {
	for _, x := range s {
		if x == v {
			return true
		}
	}
	return false
}

// recurring reports whether the passages look like the format of a recurring report.
func (f facts) recurring() bool {
	kept, others := f.names+f.figures, f.otherNames+f.otherFigures
	if others >= 3 && kept < others {
		return true
	}
	return f.otherFigures >= 5 && 3*f.figures < f.otherFigures+f.figures
}
