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
	return string(pack(&topic.Header{}, idf, nil, newNetwork(0), nil, nil, 0))
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
func pack(h *topic.Header, idf, offsets []byte, n *network, centroids [][dimensions]float32, v *vocabulary, keep int) []byte {
	in := make([]hidden, vectorAt)
	copy(in, n.in)
	for class := 1; class <= wordclass.Fine && centroids != nil; class++ {
		for d, x := range centroids[class] {
			add(&in[fineAt+class-1], &n.in[vectorAt+d], x)
		}
	}
	out, bias := n.out, n.bias
	even(in, &bias, &out)
	h.Bias, h.Units = n.tops, bias
	var body, q []byte
	for i, part := range [][]hidden{in[fineAt:phraseAt], in[phraseAt:vectorAt]} {
		q, h.Scales[i] = coarsen(part)
		body = append(body, q...)
	}
	q, h.Scales[2] = quantise(out[:], 127)
	body = append(body, q...)

	var keys []uint64
	if v != nil {
		keys = weightiest(n, v, keep)
	}
	table, number, ok := topic.PackTable(keys)
	if !ok {
		panic("two words have the same hash: keep fewer")
	}
	hashed := make([]row, len(keys))
	for key, i := range number {
		hashed[i] = n.word[v.number[key]-hashedAt]
	}
	q, h.Scales[3] = quantise(hashed, wordLevels)
	body = append(append(body, table...), q...)

	var packed []byte
	for _, f := range h.Floats() {
		packed = binary.LittleEndian.AppendUint32(packed, math.Float32bits(f))
	}
	if offsets == nil {
		offsets = make([]byte, topic.Count())
	}
	return slices.Concat(packed, idf, offsets, body)
}

// even scales the weights into each hidden unit to one mean square, and those out of it
// the other way: what the network computes stays the same.
func even(in []hidden, bias *hidden, out *[topic.Hidden]row) {
	for h := range bias {
		square := 1e-12
		for i := range in {
			square += float64(in[i][h]) * float64(in[i][h]) / float64(len(in))
		}
		k := float32(1 / math.Sqrt(square))
		for i := range in {
			in[i][h] *= k
		}
		bias[h] *= k
		for t := range out[h] {
			out[h][t] /= k
		}
	}
}

// levels of a weight into a hidden unit lie this share of their deviation apart, with
// mostLevels on each side of 0: some three bits compressed. A word has wordLevels.
const (
	levelStep  = 0.4
	mostLevels = 7
	wordLevels = 15
)

// coarsen writes weights as few levels and returns what they are to be multiplied with.
func coarsen(in []hidden) ([]byte, float32) {
	square := 1e-12
	for i := range in {
		for _, x := range in[i] {
			square += float64(x) * float64(x) / float64(len(in)*topic.Hidden)
		}
	}
	scale := levelStep * math.Sqrt(square)
	var out []byte
	for i := range in {
		for _, x := range in[i] {
			level := math.Round(float64(x) / scale)
			out = append(out, byte(int8(max(-mostLevels, min(mostLevels, level)))))
		}
	}
	return out, float32(scale)
}

// weightiest returns the keys of the keep words and pairs with the largest weights.
func weightiest(n *network, v *vocabulary, keep int) []uint64 {
	type weighed struct {
		key  uint64
		size float32
	}
	var all []weighed
	for i, key := range v.keys {
		size := float32(0)
		for _, x := range n.word[i] {
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

// quantise writes rows as so many levels on each side of 0, and returns what they are to be
// multiplied with.
func quantise(rows []row, levels float32) ([]byte, float32) {
	largest := float32(1e-6)
	for _, r := range rows {
		for _, x := range r {
			largest = max(largest, x, -x)
		}
	}
	scale := largest / levels
	out := make([]byte, 0, topic.Tops*len(rows))
	for _, r := range rows {
		for _, x := range r {
			out = append(out, byte(int8(math.Round(float64(x/scale)))))
		}
	}
	return out, scale
}
