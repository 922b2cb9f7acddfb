package entity

import (
	"math"
	"math/bits"
)

// weights reads model.Names: for each feature that matters, the labels it
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
//
// The streams are laid out once, on first use (3 ms in WebAssembly), as tables that a
// token's hundred look-ups run through without a loop or a branch of their own: both are
// dear in WebAssembly as Go compiles to it.
type weights struct {
	data    string
	shift   uint32   // of a hash, to its bucket
	buckets []uint64 // low half: which low five bits of a hash the bucket's features have; high half: the first of them
	prints  []uint16 // low 11 bits of each feature's hash, by bucket, in it by the low five
	rows    []row    // each feature's weights
	none    uint32   // a hash of no feature, to fill up with
	unit    float32
}

// row holds a weight a label, each a byte, 128 above its value.
type row [4]uint64

const (
	printMask = 1<<11 - 1
	rowZero   = 0x8080808080808080 // eight weights of 0
	evenBytes = 0x00FF00FF00FF00FF
)

// put sets the weight of label l.
func (r *row) put(l Label, v int8) {
	shift := l % 8 * 8
	r[l/8%4] = r[l/8%4]&^(0xFF<<shift) | uint64(uint8(v)+128)<<shift
}

const (
	weightsHeader  = 12 + 4*Labels*Labels
	bucketsAGroup  = 8
	weightCountMax = 31
)

// readWeights reads a model.
func readWeights(data string) *weights {
	bucketBits, features := uint32At(data, 0), int(uint32At(data, 4))
	w := &weights{data: data, shift: 32 - bucketBits, unit: math.Float32frombits(uint32At(data, 8)),
		buckets: make([]uint64, 1<<bucketBits+1), prints: make([]uint16, features), rows: make([]row, features)}
	rest := data[weightsHeader:]
	cut := func(n int) (part string) {
		part, rest = rest[:n], rest[n:]
		return part
	}
	groups, ends := cut(8*(1<<bucketBits/bucketsAGroup)), cut(1<<bucketBits)
	prints, numbers := cut(features), cut(features)
	labels := cut(len(rest) / 2)
	var order [256]int // a bucket's features, as they will stand
	first, from := 0, 0
	for bucket := range ends {
		group := bucket &^ (bucketsAGroup - 1) // 8 bytes a group, 8 buckets a group
		end := int(uint32At(groups, group)) + int(ends[bucket])
		set := arrange(order[:end-first], prints[first:end])
		w.buckets[bucket] = uint64(first)<<32 | uint64(set)
		for k, at := range order[:end-first] {
			w.prints[first+at] = uint16(numbers[first+k]>>5)<<8 | uint16(prints[first+k])
			r := &w.rows[first+at]
			*r = row{rowZero, rowZero, rowZero, rowZero}
			for n := numbers[first+k] & weightCountMax; n > 0; n-- {
				r.put(Label(labels[from]), int8(rest[from]))
				from++
			}
		}
		first = end
	}
	w.buckets[len(ends)] = uint64(first) << 32
	for w.buckets[w.none>>w.shift]>>(w.none&31)&1 != 0 {
		w.none++
	}
	return w
}

// arrange sets to[k] to where feature k of a bucket will stand: by the low five bits of
// its hash, behind all others if one before it has the same. It returns the set of the
// bits. prints ascend in all eight bits.
func arrange(to []int, prints string) (set uint32) {
	for k := range to {
		set |= 1 << (prints[k] & 31)
	}
	seen, last := uint32(0), bits.OnesCount32(set)
	for k := range to {
		bit := uint32(1) << (prints[k] & 31)
		if seen&bit == 0 {
			to[k] = bits.OnesCount32(set & (bit - 1))
		} else {
			to[k] = last
			last++
		}
		seen |= bit
	}
	return set
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

// score adds the weights of the features to scores.
func (w *weights) score(scores *[Labels]float32, f *features) {
	// Which features may be known, and where: most words of buckets are asked for once.
	n, shift, buckets := 0, w.shift, w.buckets
	for k := range 3 {
		f.dst[uint(f.n+k)%maxFeatures] = w.none
	}
	at := &f.at
	for k := 0; k < f.n; k += 4 {
		h0, h1, h2, h3 := f.dst[k%maxFeatures], f.dst[(k+1)%maxFeatures], f.dst[(k+2)%maxFeatures], f.dst[(k+3)%maxFeatures]
		b0, b1, b2, b3 := buckets[h0>>shift], buckets[h1>>shift], buckets[h2>>shift], buckets[h3>>shift]
		at[n%maxFeatures] = place(b0, h0)
		n += int(b0 >> (h0 & 31) & 1)
		at[n%maxFeatures] = place(b1, h1)
		n += int(b1 >> (h1 & 31) & 1)
		at[n%maxFeatures] = place(b2, h2)
		n += int(b2 >> (h2 & 31) & 1)
		at[n%maxFeatures] = place(b3, h3)
		n += int(b3 >> (h3 & 31) & 1)
	}
	// Eight weights a word are added as two times four, 16 bits each: 256 features of at
	// most 255 cannot overflow.
	var s [8]uint64
	s0, s1, s2, s3, s4, s5, s6, s7 := s[0], s[1], s[2], s[3], s[4], s[5], s[6], s[7]
	count := 0
	for _, x := range at[:min(n, maxFeatures)] {
		i, h := int(x>>32), uint32(x)
		if w.prints[i] != uint16(h&printMask) {
			if i = w.twin(h); i < 0 {
				continue
			}
		}
		r := &w.rows[i]
		count++
		s0 += r[0] & evenBytes
		s1 += r[0] >> 8 & evenBytes
		s2 += r[1] & evenBytes
		s3 += r[1] >> 8 & evenBytes
		s4 += r[2] & evenBytes
		s5 += r[2] >> 8 & evenBytes
		s6 += r[3] & evenBytes
		s7 += r[3] >> 8 & evenBytes
	}
	s = [8]uint64{s0, s1, s2, s3, s4, s5, s6, s7}
	for l := range scores {
		sum := int(s[l/8*2+l%2]>>(l%8/2*16)&0xFFFF) - 128*count
		scores[l] += float32(sum) * w.unit
	}
}

// place returns where in its bucket a hash's feature stands, if it is known, and the hash.
func place(bucket uint64, h uint32) uint64 {
	return (bucket>>32+uint64(bits.OnesCount32(uint32(bucket)&(1<<(h&31)-1))))<<32 | uint64(h)
}

// twin returns the feature of a hash among those that share their low bits with another of
// their bucket, -1 where there is none.
func (w *weights) twin(h uint32) int {
	bucket := h >> w.shift
	word := w.buckets[bucket]
	end := int(w.buckets[bucket+1] >> 32)
	for i := int(word>>32) + bits.OnesCount32(uint32(word)); i < end; i++ {
		if w.prints[i] == uint16(h&printMask) {
			return i
		}
	}
	return -1
}
