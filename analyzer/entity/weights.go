package entity

import "math"

// weights reads model.Names in place: for each feature that matters, the labels it
// speaks for and how strongly. All numbers are little-endian:
//
//	0    uint32       number of bits of a hash that choose its bucket
//	4    uint32       number of features
//	8    float32      what a weight of 1 stands for (natural logarithm)
//	12   float32 × Labels × Labels  transitions
//	     2 uint32 × buckets/8   features and weights before each 8th bucket
//	     byte × buckets     features of its group of 8 that end with this bucket
//	     byte × features    fingerprint: low 8 bits of the hash, ascending in a bucket
//	     byte × features    number of weights in the low 5 bits; bits 8-10 of the hash above
//	     byte × weights     label
//	     byte × weights     weight, int8
//
// Streams of one kind stand together so that they compress well on the way to the reader.
type weights struct {
	data       string
	bucketBits uint32
	groups     string // 8 bytes a group of buckets
	ends       string
	prints     string
	numbers    string
	labels     string
	values     string
	unit       float32
}

const (
	weightsHeader  = 12 + 4*Labels*Labels
	bucketsAGroup  = 8
	weightCountMax = 31
)

// readWeights finds the parts of a model.
func readWeights(data string) weights {
	w := weights{data: data, bucketBits: uint32At(data, 0), unit: math.Float32frombits(uint32At(data, 8))}
	buckets, features := 1<<w.bucketBits, int(uint32At(data, 4))
	rest := data[weightsHeader:]
	cut := func(n int) (part string) {
		part, rest = rest[:n], rest[n:]
		return part
	}
	w.groups = cut(8 * (buckets / bucketsAGroup))
	w.ends = cut(buckets)
	w.prints = cut(features)
	w.numbers = cut(features)
	w.labels = cut(len(rest) / 2)
	w.values = rest
	return w
}

func uint32At(s string, at int) uint32 {
	d := s[at : at+4]
	return uint32(d[0]) | uint32(d[1])<<8 | uint32(d[2])<<16 | uint32(d[3])<<24
}

// transitions gives the lattice the model's transitions.
func (w *weights) transitions(x *Lattice) {
	var t [Labels][Labels]float32
	for a := range t {
		for b := range t[a] {
			t[a][b] = math.Float32frombits(uint32At(w.data, 12+4*(a*Labels+b)))
		}
	}
	x.SetTransitions(&t)
}

// score adds the weights of the features to row.
func (w *weights) score(row *[Labels]float32, hashes []uint32) {
	var sum [1 << 5]int32
	for _, h := range hashes {
		bucket := int(h >> (32 - w.bucketBits))
		end, start := int(w.ends[bucket]), 0
		if bucket%bucketsAGroup != 0 {
			start = int(w.ends[bucket-1])
		}
		if start == end {
			continue
		}
		group := bucket &^ (bucketsAGroup - 1) // 8 bytes a group, 8 buckets a group
		base := int(uint32At(w.groups, group))
		for at := base + start; at < base+end; at++ {
			if w.prints[at] != byte(h) || w.numbers[at]>>5 != byte(h>>8)&7 {
				continue
			}
			from := int(uint32At(w.groups, group+4))
			for _, n := range []byte(w.numbers[base:at]) {
				from += int(n & weightCountMax)
			}
			to := from + int(w.numbers[at]&weightCountMax)
			values := w.values[from:to]
			for k, l := range []byte(w.labels[from:to]) {
				sum[l&31] += int32(int8(values[k]))
			}
			break
		}
	}
	for l := range row {
		row[l] += float32(sum[l]) * w.unit
	}
}
