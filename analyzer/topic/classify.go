// Package topic tags an article with IPTC Media Topics and shows the words that led to
// each.
//
// Two things work together. A small network over word classes, trigger phrases, words
// and pairs says how probable each of the 17 top-level topics is (weights.go,
// feature.go). Below the tops there is little labelled text to learn from: there,
// trigger phrases written by hand are counted over the article (lexicon.go,
// evidence.go), and a topic can be no surer than its top. A tag is applied where its
// calibrated confidence is high, suggested where it is middling; where nothing
// fits there are no tags at all.
package topic

import (
	"cmp"
	"slices"

	"slugline/analyzer/model"
	"slugline/analyzer/order"
	"slugline/analyzer/text"
)

// Name is a name found in the article.
type Name struct {
	text.Span
	Type string // person organization place group event work product
}

// Topic is a Media Topic of the article.
type Topic struct {
	Term
	Confidence float64     // 0-1, calibrated
	Applied    bool        // false: only suggested
	Evidence   []text.Span // the words that speak for it, in text order; byte offsets into Document.Source
}

// Options change what Classify returns.
type Options struct {
	Max int // most topics returned, 0 for the usual 12
}

// Classifier holds the buffers that articles share. It is not safe for concurrent use.
type Classifier struct {
	tax      taxonomy
	weights  weights
	phrases  lexicon
	scan     scan
	ledger   ledger
	features Features
	names    []Name

	confidence [Tops]float32 // in each top, of the article last classified
}

// New returns a Classifier over the embedded model. It costs nothing: models are read
// in place.
func New() *Classifier { return NewFrom(model.Topics) }

// NewFrom returns a Classifier over another model, which build/topictrain uses.
func NewFrom(weights string) *Classifier {
	tax := readTaxonomy()
	return &Classifier{tax: tax, weights: readWeights(weights, tax.n), phrases: readLexicon(model.TopicPhrases)}
}

// Classify is New().Classify for a single article.
func Classify(doc *text.Document, names []Name, o Options) []Topic {
	return New().Classify(doc, names, o)
}

// Features returns what the model looks at in doc, valid until the next call.
func (c *Classifier) Features(doc *text.Document) *Features {
	c.scan.read(doc, &c.phrases)
	c.ledger.add(&c.scan, &c.phrases, c.tax)
	c.features.extract(&c.scan, &c.ledger, c.weights.idf)
	return &c.features
}

// Classify returns the topics of doc: grouped by top, the surest top first, within a
// group the applied before the suggested and the surest first. A topic's ancestors
// are implied and not listed. names may be empty.
func (c *Classifier) Classify(doc *text.Document, names []Name, o Options) []Topic {
	if len(doc.Tokens) == 0 {
		return nil
	}
	c.names = names
	f := c.Features(doc)
	scores := c.weights.scores(f)
	var tops [Tops]ranked
	for t, s := range scores {
		c.confidence[t] = c.weights.probability(s, len(doc.Tokens))
		tops[t] = ranked{term: t, confidence: c.confidence[t]}
	}
	order.StableBy(tops[:], func(a, b ranked) int { return cmp.Compare(b.confidence, a.confidence) })
	limit := o.Max
	if limit <= 0 {
		limit = 12
	}
	var topics []Topic
	for _, top := range tops {
		if top.confidence < c.weights.Suggest || len(topics) >= limit {
			break
		}
		for _, r := range c.group(top) {
			if len(topics) < limit {
				topics = append(topics, c.topic(r))
			}
		}
	}
	return topics
}

// ranked is a topic with its confidence.
type ranked struct {
	term       int // index in the taxonomy; of a top, its number from 0
	confidence float32
	applied    bool
}

// group returns the tags of one top: the topics below it that the evidence carries, or
// itself where none is applied though it is sure.
func (c *Classifier) group(top ranked) []ranked {
	topTerm := c.tax.find((top.term + 1) * 1_000_000)
	sure := top.confidence >= c.weights.Apply
	var children []ranked
	for _, t := range c.ledger.touched {
		if int(t) == topTerm || c.tax.top(int(t)) != top.term {
			continue
		}
		p := c.child(int(t), top)
		if p >= c.weights.SuggestChild {
			children = append(children, ranked{int(t), min(p, top.confidence), sure && p >= c.weights.ApplyChild})
		}
	}
	order.StableBy(children, func(a, b ranked) int { return cmp.Compare(b.confidence, a.confidence) })
	children = c.deepest(children)
	if len(children) > 4 {
		children = children[:4]
	}
	applied := slices.ContainsFunc(children, func(r ranked) bool { return r.applied })
	own := ranked{topTerm, top.confidence, sure}
	switch {
	case applied:
		order.StableBy(children, func(a, b ranked) int { return appliedFirst(b) - appliedFirst(a) })
		return children
	case sure:
		return append([]ranked{own}, children...)
	case len(children) > 0:
		return children
	}
	return []ranked{own}
}

func appliedFirst(r ranked) int {
	if r.applied {
		return 1
	}
	return 0
}

// deepest drops topics that a topic below them, as good as applied, implies.
func (c *Classifier) deepest(sorted []ranked) []ranked {
	var kept []ranked
	for _, r := range sorted {
		implied := slices.ContainsFunc(sorted, func(other ranked) bool {
			return other.term != r.term && (other.applied || !r.applied) && c.above(r.term, other.term)
		})
		if !implied {
			kept = append(kept, r)
		}
	}
	return kept
}

// above reports whether a is an ancestor of b.
func (c *Classifier) above(a, b int) bool {
	for b = c.tax.parent(b); b >= 0; b = c.tax.parent(b) {
		if a == b {
			return true
		}
	}
	return false
}

// child is the confidence of a topic below a top.
func (c *Classifier) child(term int, top ranked) float32 {
	x := c.childFeatures(term, top)
	s := float32(int8(c.weights.offsets[term])) / 16
	for i, v := range x {
		s += v * c.weights.Child[i]
	}
	return sigmoid(s)
}

func (c *Classifier) topic(r ranked) Topic {
	t := Topic{Term: c.tax.term(r.term), Confidence: float64(r.confidence), Applied: r.applied}
	t.Evidence = c.spans(r.term)
	return t
}
