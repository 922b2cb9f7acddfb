package dedup

import (
	"strings"

	"github.com/agnivade/levenshtein"

	"slugline/analyzer/text"
)

// Changes between two versions. Inside a passage every gap is one: a figure, a name or a
// quotation changed, or the wording. A sentence that has next to no words in the other
// version was added or cut, unless one that reads much like it was cut or added: then it
// was rewritten. Reading alike is measured by Levenshtein distance, sentence against
// sentence; on whole articles it would take milliseconds and say nothing.

const (
	wholeSentence = 0.35 // share of its words a sentence has in the other version, below which it is new
	alike         = 0.6  // distance over length, below which a sentence is another one rewritten
	longSentence  = 600  // bytes, beyond which sentences are not measured
	maxTries      = 128  // sentence pairs that are measured for one match
	minPhrase     = 3    // words, below which an insertion is not told
)

// changes lists where the two versions differ, in the order of this one.
func (c *Comparer) changes(f *finding, verdict string) []Change {
	if verdict == Exact || verdict == SameEvent {
		return nil
	}
	var out []Change
	for _, g := range f.gaps {
		out = c.gapChanges(out, g)
	}
	for _, g := range c.noise {
		a, b := differing(c.words[g.a0:g.a1], c.there.words[g.b0:g.b1])
		if len(c.noise)*30 <= f.matched && has(a, capital) && has(b, capital) && has(a, opening) == has(b, opening) {
			out = append(out, c.change("name", a, b))
		}
	}
	if verdict == Near || verdict == Updated {
		out = c.sentenceChanges(out)
	}
	return out
}

func (c *Comparer) change(kind string, a, b []word) Change {
	k := Change{Kind: kind}
	if len(a) > 0 {
		k.HereSpan = bytesOf(a)
		if kind == "figure" {
			k.HereSpan = joined(c.source, k.HereSpan)
		}
		k.Here = k.HereSpan.Of(c.source)
	}
	if len(b) > 0 {
		k.ThereSpan = bytesOf(b)
		if kind == "figure" {
			k.ThereSpan = joined(c.there.article.Source, k.ThereSpan)
		}
		k.There = k.ThereSpan.Of(c.there.article.Source)
	}
	return k
}

// joined widens a figure to what it is written together with: a score "2-1", a time
// "10:52", "sixty-first".
func joined(s string, p text.Span) text.Span {
	part := func(i int) bool { return 0 <= i && i < len(s) && s[i] < 0x80 && folds[s[i]] > 1 }
	joint := func(i int) bool { return 0 <= i && i < len(s) && (s[i] == '-' || s[i] == ':' || s[i] == '/') }
	for joint(p.End) && part(p.End+1) {
		for p.End++; part(p.End); p.End++ {
		}
	}
	for joint(p.Start-1) && part(p.Start-2) {
		for p.Start--; part(p.Start - 1); p.Start-- {
		}
	}
	return p
}

// gapChanges appends what changed in a gap: one change for each pair of words where there
// are as many on both sides, else one, narrowed to the figures where both have some.
func (c *Comparer) gapChanges(out []Change, g gap) []Change {
	a, b := differing(c.words[g.a0:g.a1], c.there.words[g.b0:g.b1])
	switch {
	case len(a) == 0 || len(b) == 0:
		if n := len(a) + len(b); n < minPhrase || c.isSentence(a, b) {
			return out
		}
		return append(out, c.change("wording", a, b))
	case len(a) == len(b) && kindOf(a, b) != "quotation":
		for i := 0; i < len(a); {
			kind, n := kindOf(a[i:i+1], b[i:i+1]), 1
			if a[i].hash == b[i].hash {
				i++
				continue
			}
			for i+n < len(a) && kind != "figure" && kindOf(a[i+n:i+n+1], b[i+n:i+n+1]) == kind {
				n++
			}
			k := c.change(kind, a[i:i+n], b[i:i+n])
			if len(out) == 0 || out[len(out)-1].HereSpan != k.HereSpan { // both figures of a score
				out = append(out, k)
			}
			i += n
		}
		return out
	}
	kind := kindOf(a, b)
	if kind == "figure" {
		a, b = narrow(a), narrow(b)
	} else if len(a) > 2*maxSwap || len(b) > 2*maxSwap {
		return out // sentenceChanges has it
	}
	return append(out, c.change(kind, a, b))
}

// differing returns what is left of a gap's words without those it begins or ends with on
// both sides.
func differing(a, b []word) (here, there []word) {
	for len(a) > 0 && len(b) > 0 && a[0].hash == b[0].hash {
		a, b = a[1:], b[1:]
	}
	for len(a) > 0 && len(b) > 0 && a[len(a)-1].hash == b[len(b)-1].hash {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	return a, b
}

// isSentence reports whether an insertion begins a sentence.
func (c *Comparer) isSentence(a, b []word) bool {
	return len(a)+len(b) > maxSwap && (len(a) > 0 && a[0].flags&opening != 0 || len(b) > 0 && b[0].flags&opening != 0)
}

func kindOf(a, b []word) string {
	switch {
	case has(a, figure|spelled) && has(b, figure|spelled):
		return "figure"
	case has(a, capital) && has(b, capital) && has(a, opening) == has(b, opening):
		return "name"
	case has(a, quoted) && has(b, quoted) && len(a)+len(b) > 3:
		return "quotation"
	}
	return "wording"
}

// narrow returns the words from the first figure to the last.
func narrow(ws []word) []word {
	from, to := -1, 0
	for i, w := range ws {
		if w.flags&(figure|spelled) != 0 {
			if from < 0 {
				from = i
			}
			to = i + 1
		}
	}
	return ws[max(from, 0):to]
}

func bytesOf(w []word) text.Span {
	return text.Span{Start: int(w[0].start), End: int(w[len(w)-1].end)}
}

func has(ws []word, flag uint8) bool {
	for _, w := range ws {
		if w.flags&flag != 0 {
			return true
		}
	}
	return false
}

// sentenceChanges appends the sentences that were added, cut or rewritten.
func (c *Comparer) sentenceChanges(out []Change) []Change {
	added := unmatched(c.sentences, c.words, c.x.usedA)
	cut := unmatched(c.there.article.Sentences, c.there.words, c.x.usedB)
	added, cut, out = c.headlines(added, cut, out)
	tries := maxTries
	for _, s := range added {
		here := s.Of(c.source)
		best, bestAt := alike, -1
		for i, t := range cut {
			if t.Len() == 0 || tries == 0 || len(here) > longSentence || t.Len() > longSentence {
				continue
			}
			if n, m := len(here), t.Len(); 2*min(n, m) < max(n, m) {
				continue
			}
			tries--
			there := t.Of(c.there.article.Source)
			d := float64(levenshtein.ComputeDistance(here, there)) / float64(max(len(here), len(there)))
			if d < best {
				best, bestAt = d, i
			}
		}
		k := Change{Kind: "added", Here: here, HereSpan: s}
		if bestAt >= 0 {
			k.Kind, k.ThereSpan = "wording", cut[bestAt]
			k.There = k.ThereSpan.Of(c.there.article.Source)
			if isQuote(k.Here) && isQuote(k.There) {
				k.Kind = "quotation"
			}
			cut[bestAt] = text.Span{}
		}
		out = append(out, k)
	}
	for _, t := range cut {
		if t.Len() > 0 {
			out = append(out, Change{Kind: "cut", There: t.Of(c.there.article.Source), ThereSpan: t})
		}
	}
	return out
}

// headlines takes the headlines off the front of both lists: another headline is another
// wording of one, no sentence added or cut.
func (c *Comparer) headlines(added, cut []text.Span, out []Change) (a, b []text.Span, changes []Change) {
	isHead := func(sentences []text.Span, words []word, body int) bool {
		return len(sentences) > 0 && body > 0 && sentences[0].Start < int(words[body].start)
	}
	here, there := isHead(added, c.words, c.body), isHead(cut, c.there.words, c.there.body)
	if here && there {
		out = append(out, Change{Kind: "wording", Here: added[0].Of(c.source), HereSpan: added[0],
			There: cut[0].Of(c.there.article.Source), ThereSpan: cut[0]})
	}
	if here {
		added = added[1:]
	}
	if there {
		cut = cut[1:]
	}
	return added, cut, out
}

func isQuote(s string) bool { return strings.ContainsAny(s, "\"“”") }

// unmatched returns the sentences that have few of their words in the other text.
func unmatched(sentences []text.Span, words []word, used []int32) []text.Span {
	var out []text.Span
	i := 0
	for _, s := range sentences {
		for i < len(words) && int(words[i].start) < s.Start {
			i++
		}
		n, matched := 0, 0
		for ; i < len(words) && int(words[i].start) < s.End; i++ {
			n++
			if used[i] != 0 {
				matched++
			}
		}
		if n >= minPhrase && float64(matched) < wholeSentence*float64(n) {
			out = append(out, s)
		}
	}
	return out
}
