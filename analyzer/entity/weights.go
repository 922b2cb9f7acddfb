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
//	     byte × buckets     number of features in the bucket
//	     byte × features    fingerprint: low 8 bits of the hash, ascending in a bucket
//	     byte × features    number of weights in the low 5 bits; bits 8-10 of the hash above
//	     byte × weights     label
//	     byte × weights     weight, int8
//
// Streams of one kind stand together so that they compress well on the way to the reader.
type weights struct{ data string }

const (
	weightsHeader  = 12 + 4*Labels*Labels
	bucketsAGroup  = 8
	weightCountMax = 31
)

func (w weights) uint32(at int) uint32 {
	d := w.data[at : at+4]
	return uint32(d[0]) | uint32(d[1])<<8 | uint32(d[2])<<16 | uint32(d[3])<<24
}

func (w weights) float32(at int) float32 { return math.Float32frombits(w.uint32(at)) }

// transitions gives the lattice the model's transitions.
func (w weights) transitions(x *Lattice) {
	var t [Labels][Labels]float32
	for a := range t {
		for b := range t[a] {
			t[a][b] = w.float32(12 + 4*(a*Labels+b))
		}
	}
	x.SetTransitions(&t)
}

// score adds the weights of the features to row.
func (w weights) score(row *[Labels]float32, hashes []uint32) {
	bucketBits, features := w.uint32(0), int(w.uint32(4))
	if features == 0 {
		return
	}
	buckets := 1 << bucketBits
	counts := weightsHeader + 8*(buckets/bucketsAGroup)
	prints := counts + buckets
	numbers := prints + features
	labels := numbers + features
	values := labels + (len(w.data)-labels)/2
	var sum [Labels]int32
	for _, h := range hashes {
		bucket := int(h >> (32 - bucketBits))
		n := int(w.data[counts+bucket])
		if n == 0 {
			continue
		}
		group := weightsHeader + 8*(bucket/bucketsAGroup)
		start := int(w.uint32(group))
		at := start
		for b := bucket &^ (bucketsAGroup - 1); b < bucket; b++ {
			at += int(w.data[counts+b])
		}
		for end := at + n; at < end; at++ {
			if w.data[prints+at] != byte(h) || w.data[numbers+at]>>5 != byte(h>>8)&7 {
				continue
			}
			from := int(w.uint32(group + 4))
			for k := start; k < at; k++ {
				from += int(w.data[numbers+k] & weightCountMax)
			}
			for k := from + int(w.data[numbers+at]&weightCountMax); from < k; from++ {
				sum[w.data[labels+from]] += int32(int8(w.data[values+from]))
			}
			break
		}
	}
	unit := w.float32(8)
	for l, v := range sum {
		row[l] += float32(v) * unit
	}
}
