package topic

import (
	"math"
	"slices"

	"slugline/analyzer/wordclass"
)

// The model of the tops, read in place. build/topictrain writes it. All little-endian:
//
//	HeaderFloats 4-byte floats, in the order of Header
//	Fine+1   rarity of each fine class in sixteenths; class 0 stands for unknown words
//	1 byte   for each topic of the taxonomy: a signed offset of its confidence, in sixteenths of
//	         log odds, where it is below a top
//	Hidden times 1 byte for each fine class from 1 and each phrase feature: a signed weight, to be multiplied with its kind's scale
//	17 times 1 byte for each hidden unit
//	the table of words and pairs (table.go), and 17 such weights for each of them
//
// A hidden unit is its bias plus the sum of value times weight, and 0 where that is negative.
// The score of a top is its bias plus the same over units, words and pairs; its probability
// is 1/(1+exp(-(slope*score+offset+length*ln(tokens/200)))) (Platt 1999): an article of many
// words touches on more than it is about.

// Hidden is the number of hidden units.
const Hidden = 96

// Header is the floating-point part of the model.
type Header struct {
	Bias                  [Tops]float32
	Units                 [Hidden]float32 // biases of the hidden units
	Slope, Offset, Length float32
	Scales                [4]float32 // classes, phrases, hidden units, words and pairs
	Child                 [ChildFeatures]float32
	Apply, Suggest        float32 // the least confidence of a top
	ApplyChild            float32 // the least confidence of a topic below
	SuggestChild          float32
}

// ChildFeatures is the number of features of a topic below the top, bias included.
const ChildFeatures = 8

// HeaderFloats is the number of floats in a Header.
const HeaderFloats = Tops + Hidden + 3 + 4 + ChildFeatures + 4

// Floats returns h as the list that is stored.
func (h *Header) Floats() []float32 {
	return slices.Concat(h.Bias[:], h.Units[:], []float32{h.Slope, h.Offset, h.Length}, h.Scales[:], h.Child[:],
		[]float32{h.Apply, h.Suggest, h.ApplyChild, h.SuggestChild})
}

func (h *Header) read(raw string) {
	at := 0
	next := func(dst []float32) {
		for i := range dst {
			dst[i] = math.Float32frombits(uint32(u32(raw, 4*at)))
			at++
		}
	}
	var calibration [3]float32
	var limits [4]float32
	for _, part := range [][]float32{h.Bias[:], h.Units[:], calibration[:], h.Scales[:], h.Child[:], limits[:]} {
		next(part)
	}
	h.Slope, h.Offset, h.Length = calibration[0], calibration[1], calibration[2]
	h.Apply, h.Suggest, h.ApplyChild, h.SuggestChild = limits[0], limits[1], limits[2], limits[3]
}

// weights is where the parts of a model are.
type weights struct {
	Header
	raw                        string
	idf, offsets               string
	fine, phrases, out, hashed int // offsets of the rows
	table                      table
	units                      [Hidden]float32 // of the article last scored
}

// readWeights reads a model for a taxonomy of so many topics.
func readWeights(raw string, topics int) weights {
	w := weights{raw: raw}
	w.read(raw)
	at := 4 * HeaderFloats
	w.idf = raw[at : at+wordclass.Fine+1]
	at += wordclass.Fine + 1
	w.offsets = raw[at : at+topics]
	w.fine = at + topics
	w.phrases = w.fine + Hidden*wordclass.Fine
	w.out = w.phrases + Hidden*PhraseFeatures
	w.table = readTable(raw, w.out+Tops*Hidden)
	w.hashed = w.table.end()
	return w
}

// give adds value times the weights at an offset to the hidden units.
func (w *weights) give(at int, value float32) {
	r := w.raw[at : at+Hidden]
	for h := range w.units {
		w.units[h] += value * float32(int8(r[h]))
	}
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
	w.units = w.Units
	for _, x := range f.Fine {
		w.give(w.fine+Hidden*(x.Index-1), x.Value*w.Scales[0])
	}
	for i, v := range f.Phrases {
		if v != 0 {
			w.give(w.phrases+Hidden*i, v*w.Scales[1])
		}
	}
	s := w.Bias
	for h, u := range w.units {
		if u > 0 {
			w.row(&s, w.out+Tops*h, u*w.Scales[2])
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

// raises returns what each hidden unit's weight adds to the score of a top, in the article
// last scored: the slope of the score there.
func (w *weights) raises(top int) (slope [Hidden]float32) {
	for h, u := range w.units {
		if u > 0 {
			slope[h] = w.Scales[2] * float32(int8(w.raw[w.out+Tops*h+top]))
		}
	}
	return slope
}

// class is what a fine class of the article adds to the score whose slope raises gave.
func (w *weights) class(x Indexed, slope *[Hidden]float32) float32 {
	at := w.fine + Hidden*(x.Index-1)
	r := w.raw[at : at+Hidden]
	sum := float32(0)
	for h := range slope {
		sum += slope[h] * float32(int8(r[h]))
	}
	return sum * x.Value * w.Scales[0]
}

// probability is the calibrated confidence of a top with a score in a text of so many tokens.
func (w *weights) probability(score float32, tokens int) float32 {
	return sigmoid(w.Slope*score + w.Offset + w.Length*LogLength(tokens))
}

// LogLength is what the confidence knows of a text's length: the logarithm of its tokens as
// a share of 200, of at least 20.
func LogLength(tokens int) float32 { return float32(math.Log(float64(max(tokens, 20)) / 200)) }

func sigmoid(x float32) float32 { return float32(1 / (1 + math.Exp(-float64(x)))) }

func logit(p float32) float32 {
	p = min(max(p, 1e-4), 1-1e-4)
	return float32(math.Log(float64(p / (1 - p))))
}
