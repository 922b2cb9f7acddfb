package main

import (
	"bufio"
	"encoding/json"
	"math"
	"os"
	"slices"

	"slugline/analyzer/topic"
	"slugline/analyzer/wordclass"
)

// Where each kind of feature begins in the learner's list. The vectors are the mean
// GloVe vector of each fine class, an article's being the sum over its classes: they
// let classes that stand near each other learn from each other. What is learned for
// them is folded into the classes' own weights, so the engine never sees a vector.
const (
	fineAt   = 0
	phraseAt = fineAt + wordclass.Fine
	vectorAt = phraseAt + topic.PhraseFeatures
	hashedAt = vectorAt + dimensions
)

const dimensions = 100

// vocabulary numbers the words and pairs that enough texts have.
type vocabulary struct {
	number map[uint64]int32
	keys   []uint64
}

// featurize fills the features of all examples; a word or pair must stand in least
// texts, counted by weight.
func featurize(all []*example, c *topic.Classifier, centroids [][dimensions]float32, least float32) *vocabulary {
	count := map[uint64]float32{}
	for _, e := range all {
		f := c.Features(&e.doc)
		for _, list := range [][]topic.Keyed{f.Words, f.Pairs} {
			for _, x := range list {
				count[x.Key] += e.weight
			}
		}
	}
	v := &vocabulary{number: map[uint64]int32{}}
	for key, n := range count {
		if n >= least {
			v.keys = append(v.keys, key)
		}
	}
	slices.Sort(v.keys)
	for i, key := range v.keys {
		v.number[key] = int32(hashedAt + i)
	}
	for _, e := range all {
		e.fill(c.Features(&e.doc), v, centroids)
	}
	return v
}

func (e *example) fill(f *topic.Features, v *vocabulary, centroids [][dimensions]float32) {
	add := func(i int, x float32) {
		if x != 0 {
			e.index = append(e.index, int32(i))
			e.value = append(e.value, x)
		}
	}
	var vector [dimensions]float32
	for _, x := range f.Fine {
		add(fineAt+x.Index-1, x.Value)
		if centroids != nil {
			for d, y := range centroids[x.Index] {
				vector[d] += x.Value * y
			}
		}
	}
	for i, x := range f.Phrases {
		add(phraseAt+i, x)
	}
	for d, x := range vector {
		add(vectorAt+d, x)
	}
	e.phrases = len(e.index)
	for _, list := range [][]topic.Keyed{f.Words, f.Pairs} {
		for _, x := range list {
			if i, ok := v.number[x.Key]; ok {
				add(int(i), x.Value)
			}
		}
	}
}

// rarity returns the idf of each fine class in sixteenths, over the texts.
func rarity(all []*example, c *topic.Classifier) []byte {
	var with [wordclass.Fine + 1]float64
	total := 0.0
	for _, e := range all {
		if len(e.doc.Tokens) < 30 {
			continue
		}
		total++
		for _, x := range c.Features(&e.doc).Fine {
			with[x.Index]++
		}
	}
	idf := make([]byte, wordclass.Fine+1)
	for i := range idf {
		idf[i] = byte(min(255, 16*(0.1+math.Log((total+1)/(with[i]+1)))))
	}
	idf[0] = 16 * 5
	return idf
}

// meanVectors returns the mean GloVe vector of each fine class, their mean taken off
// and scaled to a mean length of 1.
func meanVectors(path string) ([][dimensions]float32, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var file struct{ Vectors map[string]json.RawMessage }
	if err := json.NewDecoder(bufio.NewReaderSize(f, 1<<20)).Decode(&file); err != nil {
		return nil, err
	}
	words := make([]string, 0, len(file.Vectors))
	for w := range file.Vectors {
		words = append(words, w)
	}
	slices.Sort(words)
	sums := make([][dimensions]float64, wordclass.Fine+1)
	counts := make([]float64, wordclass.Fine+1)
	for _, w := range words {
		class := wordclass.Of(w)
		if class == 0 {
			continue
		}
		var v []float64
		if err := json.Unmarshal(file.Vectors[w], &v); err != nil {
			return nil, err
		}
		length := 0.0
		for _, x := range v[:dimensions] {
			length += x * x
		}
		for d, x := range v[:dimensions] {
			sums[class][d] += x / math.Sqrt(length)
		}
		counts[class]++
	}
	var mean [dimensions]float64
	for class := range sums {
		for d := range sums[class] {
			sums[class][d] /= max(counts[class], 1)
			mean[d] += sums[class][d] / wordclass.Fine
		}
	}
	out := make([][dimensions]float32, len(sums))
	total := 0.0
	for class := range sums {
		for d, m := range mean {
			sums[class][d] -= m
			total += sums[class][d] * sums[class][d]
		}
	}
	k := math.Sqrt(wordclass.Fine / total)
	for class := range sums {
		for d, x := range sums[class] {
			out[class][d] = float32(x * k)
		}
	}
	out[0] = [dimensions]float32{}
	return out, nil
}
