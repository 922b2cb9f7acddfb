// Package entity finds the names in an article, says what each names, and joins the
// mentions of one thing.
//
// Names are found by a linear-chain conditional random field (Lafferty, McCallum and
// Pereira 2001) over hashed features of tokens that may be in a name.
package entity

import (
	"slugline/analyzer/model"
	"slugline/analyzer/text"
)

// Recognizer holds the buffers that documents share. It is not safe for concurrent use.
type Recognizer struct {
	attrs    []attribute
	folded   []byte
	ends     []int
	words    occurrences
	chains   []Chain
	features features
	labels   []Label
	ballots  []vote
	lattice  Lattice
	weights  *weights
}

// New returns a Recognizer with the weights that are built in.
func New() *Recognizer { return NewRecognizer(nil) }

// NewRecognizer returns a Recognizer with the given weights, in the format that
// weights.go describes; nil stands for those that are built in.
func NewRecognizer(data []byte) *Recognizer {
	names := string(data)
	if data == nil {
		names = model.Names
	}
	r := &Recognizer{weights: readWeights(names)}
	r.weights.transitions(&r.lattice)
	return r
}

// Name is a stretch of tokens that names something.
type Name struct {
	text.Span
	First, Last int // tokens [First, Last) of the document
	Type        Type
	Confidence  float64 // probability of exactly this span and type, 0-1
	Corrected   bool    // a reader's correction made it so
	Suggestion  string  // the article's usual spelling, where this one looks misspelt; else empty
}

// span returns where tokens [first, last) stand, without what hangs on them.
func (r *Recognizer) span(first, last int) text.Span {
	return text.Span{Start: r.attrs[first].head.Start, End: r.attrs[last-1].head.End}
}

// Prepare computes the attributes of all tokens of doc and returns the chains in which
// names may lie, in text order. They are valid until the next call.
func (r *Recognizer) Prepare(doc *text.Document) []Chain {
	r.describe(doc)
	r.words.link(r.attrs)
	r.chains = appendChains(r.chains[:0], doc, r.attrs)
	return r.chains
}

// AppendFeatures appends the features of token i of chain c to dst, after Prepare.
func (r *Recognizer) AppendFeatures(dst []uint32, doc *text.Document, c Chain, i int) []uint32 {
	r.collect(doc.Sentences[c.Sentence], i)
	return append(dst, r.features.list()...)
}

// Names appends the names found in doc to dst, in text order, never overlapping.
func (r *Recognizer) Names(dst []Name, doc *text.Document) []Name {
	for _, c := range r.Prepare(doc) {
		r.lattice.Reset(c.Last - c.First)
		for i := c.First; i < c.Last; i++ {
			r.collect(doc.Sentences[c.Sentence], i)
			r.weights.score(&r.lattice.Scores[i-c.First], &r.features)
		}
		dst = r.decode(dst, doc, c)
	}
	return dst
}

// decode appends the names of the best labelling of a chain whose scores are set.
func (r *Recognizer) decode(dst []Name, doc *text.Document, c Chain) []Name {
	n := c.Last - c.First
	if cap(r.labels) < n {
		r.labels = make([]Label, 2*n)
	}
	labels := r.labels[:n]
	r.lattice.Best(labels)
	summed := false
	for i := 0; i < n; i++ {
		if labels[i] == Outside {
			continue
		}
		j := i + 1
		for j < n && labels[j].continues() {
			j++
		}
		if !summed {
			r.lattice.Sum(nil)
			summed = true
		}
		t := labels[i].Type()
		dst = append(dst, Name{
			Span:       r.span(c.First+i, c.First+j),
			First:      c.First + i,
			Last:       c.First + j,
			Type:       t,
			Confidence: r.lattice.SpanProbability(i, j, t),
		})
		i = j - 1
	}
	return dst
}
