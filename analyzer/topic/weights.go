package topic

import (
	"math"

	"slugline/analyzer/wordclass"
)

// The linear model, read in place. build/topictrain writes it. All little-endian:
//
//	HeaderFloats 4-byte floats, in the order of Header
//	Fine+1   rarity of each fine class in sixteenths; class 0 stands for unknown words
//	17 times 1 byte for each fine class from 1, each coarse class from 1, and each phrase
//	         feature: a signed weight, to be multiplied with its kind's scale
//	the table of words and pairs (table.go), and 17 such weights for each of them
//
// The score of a top is its bias plus the sum of value times weight; its probability
// is 1/(1+exp(-(slope*score+offset))) (Platt 1999).

// Header is the floating-point part of the model.
type Header struct {
	Bias, Slope, Offset [Tops]float32
	Scales              [4]float32 // fine, coarse, phrases, words and pairs
	Child               [ChildFeatures]float32
	Apply, Suggest      float32 // the least confidence of a top
	ApplyChild          float32 // the least confidence of a topic below
	SuggestChild        float32
}

// ChildFeatures is the number of features of a topic below the top, bias included.
const ChildFeatures = 8

// HeaderFloats is the number of floats in a Header.
const HeaderFloats = 3*Tops + 4 + ChildFeatures + 4

// Floats returns h as the list that is stored.
func (h *Header) Floats() []float32 {
	var f []float32
	for _, part := range [][]float32{h.Bias[:], h.Slope[:], h.Offset[:], h.Scales[:], h.Child[:], {h.Apply, h.Suggest, h.ApplyChild, h.SuggestChild}} {
		f = append(f, part...)
	}
	return f
}

func (h *Header) read(raw string) {
	at := 0
	next := func(dst []float32) {
		for i := range dst {
			dst[i] = math.Float32frombits(uint32(u32(raw, 4*at)))
			at++
		}
	}
	next(h.Bias[:])
	next(h.Slope[:])
	next(h.Offset[:])
	next(h.Scales[:])
	next(h.Child[:])
	var limits [4]float32
	next(limits[:])
	h.Apply, h.Suggest, h.ApplyChild, h.SuggestChild = limits[0], limits[1], limits[2], limits[3]
}

// weights is where the parts of a model are.
type weights struct {
	Header
	raw                           string
	idf                           string
	fine, coarse, phrases, hashed int // offsets of the rows
	table                         table
}

func readWeights(raw string) weights {
	w := weights{raw: raw}
	w.read(raw)
	at := 4 * HeaderFloats
	w.idf = raw[at : at+wordclass.Fine+1]
	w.fine = at + wordclass.Fine + 1
	w.coarse = w.fine + Tops*wordclass.Fine
	w.phrases = w.coarse + Tops*wordclass.Coarse
	w.table = readTable(raw, w.phrases+Tops*PhraseFeatures)
	w.hashed = w.table.end()
	return w
}

// row adds value times the 17 weights at an offset.
func (w *weights) row(scores *[Tops]float32, at int, value float32) {
	r := w.raw[at : at+Tops]
	for t := range scores {
		scores[t] += value * float32(int8(r[t]))
	}
}

// scores returns the score of each top.
func (w *weights) scores(f *Features) [Tops]float32 {
	s := w.Bias
	for _, x := range f.Fine {
		w.row(&s, w.fine+Tops*(x.Index-1), x.Value*w.Scales[0])
	}
	for _, x := range f.Coarse {
		w.row(&s, w.coarse+Tops*(x.Index-1), x.Value*w.Scales[1])
	}
	for i, v := range f.Phrases {
		if v != 0 {
			w.row(&s, w.phrases+Tops*i, v*w.Scales[2])
		}
	}
	for _, list := range [2][]Keyed{f.Words, f.Pairs} {
		for _, x := range list {
			if i := w.table.find(x.Key); i >= 0 {
				w.row(&s, w.hashed+Tops*i, x.Value*w.Scales[3])
			}
		}
	}
	return s
}

// probability is the calibrated confidence of a top with a score.
func (w *weights) probability(top int, score float32) float32 {
	return sigmoid(w.Slope[top]*score + w.Offset[top])
}

func sigmoid(x float32) float32 { return float32(1 / (1 + math.Exp(-float64(x)))) }

func logit(p float32) float32 {
	p = min(max(p, 1e-4), 1-1e-4)
	return float32(math.Log(float64(p / (1 - p))))
}
