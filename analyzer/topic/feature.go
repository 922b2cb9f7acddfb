package topic

import (
	"math"

	"slugline/analyzer/wordclass"
)

// What the model of the 17 tops looks at, in the order in which it carries over
// to outlets that were not in training: trigger phrases, classes of words, words and
// pairs of neighbours. Within each kind the values of an article have length 1, so that
// a brief and a long read are weighed alike; phrases are left out of that, because that
// there are many of them is itself telling.

// Indexed is the value of a numbered feature.
type Indexed struct {
	Index int
	Value float32
}

// Keyed is the value of a word or pair, named by its hash.
type Keyed struct {
	Key   uint64
	Value float32
	word  int32 // index into scan.words: where it first stands
}

// PhraseFeatures is the number of features from trigger phrases: for each top, how much
// evidence there is, and its share of all.
const PhraseFeatures = 2 * Tops

// Features are an article's features. The buffers are used again by the next article.
type Features struct {
	Fine    []Indexed // by fine class, 1 to wordclass.Fine
	Phrases [PhraseFeatures]float32
	Words   []Keyed
	Pairs   []Keyed

	fine [wordclass.Fine + 1]float32
	seen []uint64 // hash set of pairs
}

// pairKey is the hash of two neighbouring words.
func pairKey(a, b uint64) uint64 {
	h := (a ^ b<<23 ^ b>>41) * 0x9E3779B97F4A7C15
	return h ^ h>>31
}

// extract fills f from a scanned article and its evidence. idf is the rarity of fine
// classes, in sixteenths.
func (f *Features) extract(s *scan, l *ledger, idf string) {
	f.Words, f.Pairs = f.Words[:0], f.Pairs[:0]
	f.fine = [wordclass.Fine + 1]float32{}
	square := float32(0)
	for i := range s.distinct {
		d := &s.distinct[i]
		f.fine[d.class] += d.count
		if !isContent(d.text) {
			continue
		}
		v := float32(log1p(d.count)) * float32(idf[d.class]) / 16
		square += v * v
		f.Words = append(f.Words, Keyed{d.hash, v, d.first})
	}
	scale(f.Words, square)
	f.classes(idf)
	f.pairs(s)
	for top, x := range l.tops {
		f.Phrases[top] = float32(math.Log1p(float64(x))) / 3
		f.Phrases[Tops+top] = x / (2 + l.total)
	}
}

func (f *Features) classes(idf string) {
	f.Fine = f.Fine[:0]
	square := float32(0)
	for c := 1; c <= wordclass.Fine; c++ {
		if f.fine[c] == 0 {
			continue
		}
		v := float32(log1p(f.fine[c])) * float32(idf[c]) / 16
		square += v * v
		f.Fine = append(f.Fine, Indexed{c, v})
	}
	normalise(f.Fine, square)
}

// pairs enters each pair of neighbours once.
func (f *Features) pairs(s *scan) {
	size := 256
	for size < 2*len(s.words) {
		size *= 2
	}
	if len(f.seen) < size {
		f.seen = make([]uint64, size)
	}
	clear(f.seen)
	mask := uint64(len(f.seen) - 1)
	for i := 1; i < len(s.words); i++ {
		if s.words[i].breaks {
			continue
		}
		a, b := &s.distinct[s.words[i-1].distinct], &s.distinct[s.words[i].distinct]
		if len(a.text) < 2 || len(b.text) < 2 {
			continue
		}
		key := pairKey(a.hash, b.hash)
		slot := key >> 20 & mask
		for f.seen[slot] != 0 && f.seen[slot] != key {
			slot = (slot + 1) & mask
		}
		if f.seen[slot] == 0 {
			f.seen[slot] = key
			f.Pairs = append(f.Pairs, Keyed{key, 1, int32(i - 1)})
		}
	}
	scale(f.Pairs, float32(len(f.Pairs)))
}

// isContent reports whether a lower-case word may tell a topic: it has three letters
// or more and begins with one.
func isContent(w string) bool {
	return len(w) > 2 && (w[0]-'a' < 26 || w[0] >= 0x80)
}

func scale(v []Keyed, square float32) {
	if square == 0 {
		return
	}
	k := 1 / float32(math.Sqrt(float64(square)))
	for i := range v {
		v[i].Value *= k
	}
}

func normalise(v []Indexed, square float32) {
	if square == 0 {
		return
	}
	k := 1 / float32(math.Sqrt(float64(square)))
	for i := range v {
		v[i].Value *= k
	}
}

// logarithms holds math.Log1p of the counts that are met most: whole ones and halves, as
// the weights of places make them.
var logarithms = func() (l [64]float64) {
	for n := range l {
		l[n] = math.Log1p(float64(n) / 2)
	}
	return l
}()

// log1p is math.Log1p, looked up for small counts.
func log1p(x float32) float64 {
	if n := int(2 * x); n >= 0 && n < len(logarithms) && float32(n) == 2*x {
		return logarithms[n]
	}
	return math.Log1p(float64(x))
}
