package main

import (
	"cmp"
	"encoding/binary"
	"math"
	"slices"

	"slugline/analyzer/topic"
	"slugline/analyzer/wordclass"
)

// blank is a model that knows only how rare classes are: what features are extracted
// with before anything is learned.
func blank(idf []byte) string {
	l := newLearner(hashedAt)
	return string(pack(&topic.Header{}, idf, l, nil, nil, 0))
}

// flat is an idf that treats all classes alike.
func flat() []byte {
	idf := make([]byte, wordclass.Fine+1)
	for i := range idf {
		idf[i] = 16
	}
	return idf
}

// pack quantises what was learned and lays it out as analyzer/topic/weights.go says; of
// the words and pairs, the keep weightiest stay.
func pack(h *topic.Header, idf []byte, l *learner, centroids [][dimensions]float32, v *vocabulary, keep int) []byte {
	rows := make([]row, hashedAt)
	copy(rows, l.w[:hashedAt])
	for class := 1; class <= wordclass.Fine && centroids != nil; class++ {
		for d, x := range centroids[class] {
			for t := range rows[fineAt+class-1] {
				rows[fineAt+class-1][t] += x * l.w[vectorAt+d][t]
			}
		}
	}
	var keys []uint64
	if v != nil {
		keys = weightiest(l, v, keep)
	}
	table, number, ok := topic.PackTable(keys)
	if !ok {
		panic("two words have the same hash: keep fewer")
	}
	hashed := make([]row, len(keys))
	for key, i := range number {
		hashed[i] = l.w[v.number[key]]
	}
	h.Bias = l.bias
	var body []byte
	for i, part := range [][]row{rows[fineAt:coarseAt], rows[coarseAt:phraseAt], rows[phraseAt:vectorAt], hashed} {
		var q []byte
		q, h.Scales[i] = quantise(part)
		if i == 3 {
			body = append(body, table...)
		}
		body = append(body, q...)
	}
	var out []byte
	for _, f := range h.Floats() {
		out = binary.LittleEndian.AppendUint32(out, math.Float32bits(f))
	}
	return append(append(out, idf...), body...)
}

// weightiest returns the keys of the keep words and pairs with the largest weights.
func weightiest(l *learner, v *vocabulary, keep int) []uint64 {
	type weighed struct {
		key  uint64
		size float32
	}
	var all []weighed
	for i, key := range v.keys {
		size := float32(0)
		for _, x := range l.w[hashedAt+i] {
			size = max(size, x, -x)
		}
		if size > 0 {
			all = append(all, weighed{key, size})
		}
	}
	slices.SortFunc(all, func(a, b weighed) int { return cmp.Or(cmp.Compare(b.size, a.size), cmp.Compare(a.key, b.key)) })
	var keys []uint64
	for _, w := range all[:min(keep, len(all))] {
		keys = append(keys, w.key)
	}
	slices.Sort(keys)
	return keys
}

// quantise writes rows as signed bytes and returns what they are to be multiplied with.
func quantise(rows []row) ([]byte, float32) {
	largest := float32(1e-6)
	for _, r := range rows {
		for _, x := range r {
			largest = max(largest, x, -x)
		}
	}
	scale := largest / 127
	out := make([]byte, 0, topic.Tops*len(rows))
	for _, r := range rows {
		for _, x := range r {
			out = append(out, byte(int8(math.Round(float64(x/scale)))))
		}
	}
	return out, scale
}
