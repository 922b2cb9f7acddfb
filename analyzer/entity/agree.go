package entity

import (
	"slices"

	"slugline/analyzer/order"
	"slugline/analyzer/text"
)

// The second pass over an article: a name seen clearly once decides where it is
// unclear. What the recogniser sees of a sentence is not all that a reader knows by then.

const (
	sure   = 0.90 // confidence from which a mention decides about others
	unsure = 0.75 // confidence below which a mention lets others decide
)

// vote is how much the mentions of one form speak for each type.
type vote struct {
	key    uint32
	weight [Types]float64
	sure   bool
	length int // in tokens
}

// Agree takes titles off persons' names, lets the sure mentions of a form overrule its
// unsure ones, adds mentions of sure forms where the recogniser saw none, and parts twins. A person's
// full name speaks for its surname, an organization's for the acronym in brackets behind
// it. names must be in text order and is returned so.
func (r *Recognizer) Agree(names []Name, doc *text.Document) []Name {
	r.dropTitles(names, doc)
	votes := r.votes(names, doc)
	if len(votes) == 0 {
		return r.partTwins(names, doc)
	}
	for i := range names {
		n := &names[i]
		v := find(votes, r.key(n.First, n.Last))
		if v == nil || n.Confidence >= unsure {
			continue
		}
		best := v.best()
		// What is in doubt here weighs half of what speaks for it elsewhere.
		if v.sure && best != n.Type && v.weight[best] > 2*v.weight[n.Type]-n.Confidence {
			n.Type = best
		}
	}
	return r.partTwins(r.addMissed(names, votes, doc), doc)
}

// votes returns the votes of all forms, sorted by key.
func (r *Recognizer) votes(names []Name, doc *text.Document) []vote {
	votes := r.ballots[:0]
	for _, n := range names {
		votes = append(votes, r.vote(n, n.First))
		if first := r.surname(n); n.Confidence >= sure && first < n.Last {
			votes = append(votes, r.vote(n, first))
		}
		if r.hasAcronym(n, doc) && n.Confidence >= sure {
			v := r.vote(n, n.First)
			v.key, v.length = r.key(n.Last+1, n.Last+2), 1
			votes = append(votes, v)
		}
	}
	r.ballots = votes
	order.By(votes, func(a, b vote) int {
		switch {
		case a.key < b.key:
			return -1
		case a.key > b.key:
			return 1
		}
		return 0
	})
	out := votes[:0]
	for _, v := range votes {
		if n := len(out); n > 0 && out[n-1].key == v.key {
			for t, w := range v.weight {
				out[n-1].weight[t] += w
			}
			out[n-1].sure = out[n-1].sure || v.sure
		} else {
			out = append(out, v)
		}
	}
	return out
}

// vote returns the vote of name n for the form that its tokens from first on make.
func (r *Recognizer) vote(n Name, first int) vote {
	v := vote{key: r.key(first, n.Last), length: n.Last - first, sure: n.Confidence >= sure}
	v.weight[n.Type] = n.Confidence
	return v
}

// surname returns the first token of the part of a person's full name that later mentions
// usually consist of: its last word, with the small words before it ("van Dijk"). It is
// n.Last where there is none.
func (r *Recognizer) surname(n Name) int {
	first := n.Last - 1
	if n.Type != Person || first == n.First || !r.attrs[first].strong || len(r.attrs[first].low) < 3 || isSuffix(r.attrs[first].low) {
		return n.Last
	}
	for first > n.First+1 && !r.attrs[first-1].strong && joins(r.attrs[first-1].low) {
		first--
	}
	return first
}

// hasAcronym reports whether an organization's or event's acronym stands in brackets
// behind its name: "Meteorological Department (BMD)".
func (r *Recognizer) hasAcronym(n Name, doc *text.Document) bool {
	at := n.Last
	return (n.Type == Organization || n.Type == Event) && n.Last-n.First > 1 && at+2 < len(doc.Tokens) &&
		r.attrs[at].low == "(" && r.attrs[at+1].upper && r.attrs[at+2].low == ")"
}

func (v *vote) best() Type {
	best := Type(0)
	for t := range v.weight {
		if v.weight[t] > v.weight[best] {
			best = Type(t)
		}
	}
	return best
}

// key identifies the folded form of tokens [first, last).
func (r *Recognizer) key(first, last int) uint32 {
	h := uint32(0)
	for i := first; i < last; i++ {
		h = mix(0, h, r.attrs[i].word)
	}
	return h
}

func find(votes []vote, key uint32) *vote {
	i, ok := slices.BinarySearchFunc(votes, key, func(v vote, k uint32) int {
		switch {
		case v.key < k:
			return -1
		case v.key > k:
			return 1
		}
		return 0
	})
	if !ok {
		return nil
	}
	return &votes[i]
}

// longestForm is how many tokens of a form are looked for.
const longestForm = 4

// addMissed adds mentions of sure forms that stand in no name, longest first.
func (r *Recognizer) addMissed(names []Name, votes []vote, doc *text.Document) []Name {
	next, before := 0, len(names)
	for _, c := range r.chains {
		for i := c.First; i < c.Last; i++ {
			for next < before && names[next].Last <= i {
				next++
			}
			if next < before && names[next].First <= i {
				i = names[next].Last - 1
				continue
			}
			if !r.attrs[i].strong {
				continue
			}
			end := c.Last
			if next < before {
				end = min(end, names[next].First)
			}
			for n := min(longestForm, end-i); n > 0; n-- {
				v := find(votes, r.key(i, i+n))
				if v == nil || !v.sure || n == 1 && !r.distinct(i) {
					continue
				}
				names = append(names, Name{
					Span:  r.span(i, i+n),
					First: i, Last: i + n, Type: v.best(), Confidence: unsure,
				})
				i += n - 1
				break
			}
		}
	}
	if len(names) > before {
		order.By(names, func(a, b Name) int { return a.Start - b.Start })
	}
	return names
}

// distinct reports whether a single token says enough to be a name wherever it stands:
// it is never written small in this article, and is more than a letter or two.
func (r *Recognizer) distinct(i int) bool {
	a := &r.attrs[i]
	if len(a.low) < 3 && !a.upper || isFunctionWord(a.low) {
		return false
	}
	for j := r.words.firstOf[i]; j >= 0; j = r.words.next[j] {
		if !r.attrs[j].strong {
			return false
		}
	}
	return true
}
