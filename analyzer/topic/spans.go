package topic

import (
	"cmp"
	"slices"

	"slugline/analyzer/order"
	"slugline/analyzer/text"
	"slugline/analyzer/wordclass"
)

// maxSpans is the most evidence spans of a topic.
const maxSpans = 16

// spans returns the words that speak for a topic: its trigger phrases and those of the
// topics below it; for a top, also the words that raise its score most.
func (c *Classifier) spans(term int) []text.Span {
	var found []contribution
	for _, t := range c.ledger.touched {
		if int(t) != term && !c.above(term, int(t)) {
			continue
		}
		for _, m := range c.ledger.matches[c.ledger.of[t].from:c.ledger.of[t].to] {
			if m.weight > 0 {
				span := text.Span{Start: c.scan.words[m.from].span.Start, End: c.scan.words[m.to-1].span.End}
				found = append(found, contribution{span, float32(m.weight) * c.scan.words[m.from].weight})
			}
		}
	}
	if c.tax.parent(term) < 0 && len(found) < maxSpans/2 {
		found = append(found, c.telling(c.tax.top(term), maxSpans/2)...)
	}
	order.StableBy(found, func(a, b contribution) int { return cmp.Compare(b.value, a.value) })
	var spans []text.Span
	for _, f := range found {
		if len(spans) == maxSpans {
			break
		}
		if !slices.ContainsFunc(spans, func(s text.Span) bool { return s.Start < f.End && f.Start < s.End }) {
			spans = append(spans, f.Span)
		}
	}
	order.By(spans, func(a, b text.Span) int { return cmp.Compare(a.Start, b.Start) })
	return spans
}

// contribution is a span with what it adds.
type contribution struct {
	text.Span
	value float32
}

// telling returns the n words that raise the score of a top most, by their own weight
// and their class's, each where it first stands.
func (c *Classifier) telling(top, n int) []contribution {
	w := &c.weights
	slope := w.raises(top)
	var class [wordclass.Fine + 1]float32
	for _, x := range c.features.Fine {
		class[x.Index] = w.class(x, &slope) / max(c.features.fine[x.Index], 1)
	}
	var all []contribution
	for _, x := range c.features.Words {
		d := &c.scan.distinct[c.scan.words[x.word].distinct]
		v := class[d.class] * d.count
		if i := w.table.find(x.Key); i >= 0 {
			v += x.Value * w.Scales[3] * float32(int8(w.raw[w.hashed+Tops*i+top]))
		}
		if v > 0 {
			all = append(all, contribution{c.scan.words[x.word].span, v})
		}
	}
	order.StableBy(all, func(a, b contribution) int { return cmp.Compare(b.value, a.value) })
	return all[:min(n, len(all))]
}
