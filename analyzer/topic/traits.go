package topic

import (
	"cmp"
	"math"

	"slugline/analyzer/order"
	"slugline/analyzer/wordclass"
)

// What an article is like, in a few numbers that carry over to others like it and from
// which its words cannot be read: its most telling classes of words, the tops that the
// model sees in it, and the types of its names. Package desk learns from these.

// Trait is one feature of an article.
type Trait struct {
	Index uint16
	Value uint8 // in 1/255
}

// MostTraits bounds the traits of an article.
const MostTraits = classTraits + Tops + nameTypes

const (
	classTraits = 32 // classes kept
	topsAt      = wordclass.Fine + 1
	typesAt     = topsAt + Tops
	nameTypes   = 7
	// TraitCount is one more than the largest Index.
	TraitCount = typesAt + nameTypes
)

// Shares of the three kinds in the square of the length. Words tell kinds of stories
// apart; the other two break ties between stories of like words.
const (
	topsShare  = 0.15
	typesShare = 0.05
)

// Traits returns those of the article last given to Classify. Their values square up to 1.
func (c *Classifier) Traits() []Trait {
	classes := append([]Indexed(nil), c.features.Fine...)
	order.By(classes, func(a, b Indexed) int { return cmp.Or(cmp.Compare(b.Value, a.Value), cmp.Compare(a.Index, b.Index)) })
	classes = classes[:min(len(classes), classTraits)]
	order.By(classes, func(a, b Indexed) int { return cmp.Compare(a.Index, b.Index) })
	traits := share(make([]Trait, 0, MostTraits), classes, 1-topsShare-typesShare)
	tops := make([]Indexed, 0, Tops)
	for t, p := range c.confidence {
		tops = append(tops, Indexed{topsAt + t, p})
	}
	traits = share(traits, tops, topsShare)
	return share(traits, c.typesOfNames(), typesShare)
}

func (c *Classifier) typesOfNames() []Indexed {
	var counts [nameTypes]float32
	for _, n := range c.names {
		for i, t := range [nameTypes]string{"person", "organization", "place", "group", "event", "work", "product"} {
			if n.Type == t {
				counts[i]++
			}
		}
	}
	types := make([]Indexed, 0, nameTypes)
	for i, n := range counts {
		types = append(types, Indexed{typesAt + i, n})
	}
	return types
}

// share appends values scaled so that their squares sum up to part; what rounds to
// nothing is left out.
func share(dst []Trait, values []Indexed, part float64) []Trait {
	square := 0.0
	for _, x := range values {
		square += float64(x.Value) * float64(x.Value)
	}
	if square == 0 {
		return dst
	}
	k := math.Sqrt(part/square) * 255
	for _, x := range values {
		if v := uint8(min(255, float64(x.Value)*k+0.5)); v > 0 {
			dst = append(dst, Trait{uint16(x.Index), v})
		}
	}
	return dst
}

// Standing is how the model sees one topic in an article.
type Standing struct {
	Topic                  // Applied is what Classify would say of it by itself
	Apply, Suggest float64 // the least confidence to be applied and to be suggested
}

// Standing returns how the topic with an identifier stands in the article last given to
// Classify, whether or not it was among the topics; ok is false for an unknown identifier.
func (c *Classifier) Standing(id string) (s Standing, ok bool) {
	i := indexOf(c.tax, id)
	if i < 0 {
		return s, false
	}
	top := ranked{term: c.tax.top(i)}
	top.confidence = c.confidence[top.term]
	r := ranked{i, top.confidence, top.confidence >= c.weights.Apply}
	s.Apply, s.Suggest = float64(c.weights.Apply), float64(c.weights.Suggest)
	if c.tax.parent(i) >= 0 {
		p := c.child(i, top)
		r.confidence = min(p, top.confidence)
		r.applied = r.applied && p >= c.weights.ApplyChild
		s.Apply, s.Suggest = float64(c.weights.ApplyChild), float64(c.weights.SuggestChild)
	}
	s.Topic = c.topic(r)
	return s, true
}

// Top returns the confidence in a top of the article last given to Classify; 0 for what
// is no top's identifier.
func (c *Classifier) Top(id string) float64 {
	if i := indexOf(c.tax, id); i >= 0 && c.tax.parent(i) < 0 {
		return float64(c.confidence[c.tax.top(i)])
	}
	return 0
}

// Above reports whether the topic with the first identifier is an ancestor of that with
// the second.
func (c *Classifier) Above(ancestor, id string) bool {
	a, b := indexOf(c.tax, ancestor), indexOf(c.tax, id)
	return a >= 0 && b >= 0 && c.above(a, b)
}
