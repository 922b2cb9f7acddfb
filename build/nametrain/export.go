package main

import (
	"encoding/binary"
	"fmt"
	"math"
	"slices"

	"slugline/analyzer/entity"
)

// A built model is features by bucket with their quantised weights, as weights.go of
// package entity reads it.
type built struct {
	bucketBits  uint
	unit        float32
	transitions [entity.Labels][entity.Labels]float32
	features    []builtFeature
	weights     int
}

type builtFeature struct {
	hash    uint32
	labels  []uint8
	weights []int8
}

func (m *built) String() string {
	return fmt.Sprintf("%d features, %d weights, %d bytes", len(m.features), m.weights, len(m.bytes()))
}

// export adds general and own weights, keeps the limit largest in magnitude, and
// quantises them to int8.
func (l *learner) export(hashes []uint32, limit, levels int) *built {
	var sizes []float32
	weight := func(f, k int) float32 { return l.general.w[f][k] + l.own.w[f][k] }
	for f := range hashes {
		for k := range entity.Labels {
			if w := weight(f, k); w != 0 {
				sizes = append(sizes, float32(math.Abs(float64(w))))
			}
		}
	}
	slices.Sort(sizes)
	fmt.Printf("%d weights are not zero\n", len(sizes))
	floor := float32(0)
	if len(sizes) > limit {
		floor = sizes[len(sizes)-limit]
	}
	m := &built{unit: max(sizes[len(sizes)-1-limit/1000]/float32(levels), 1e-6)}
	copy(m.transitions[:], l.transitions.w)
	for f, h := range hashes {
		b := builtFeature{hash: h}
		for k := range entity.Labels {
			w := weight(f, k)
			q := min(127, max(-127, math.RoundToEven(float64(w/m.unit))))
			if math.Abs(float64(w)) >= float64(floor) && q != 0 {
				b.labels = append(b.labels, uint8(k))
				b.weights = append(b.weights, int8(q))
			}
		}
		if len(b.labels) > 0 {
			m.features = append(m.features, b)
			m.weights += len(b.labels)
		}
	}
	for m.bucketBits = 4; 1<<m.bucketBits*4 < len(m.features); {
		m.bucketBits++
	}
	slices.SortFunc(m.features, func(a, b builtFeature) int {
		if x, y := a.hash>>(32-m.bucketBits), b.hash>>(32-m.bucketBits); x != y {
			return int(x) - int(y)
		}
		return int(a.hash&0x7FF) - int(b.hash&0x7FF)
	})
	return m
}

// bytes returns the model in the format of package entity's weights.go.
func (m *built) bytes() []byte {
	put := binary.LittleEndian
	out := put.AppendUint32(nil, uint32(m.bucketBits))
	out = put.AppendUint32(out, uint32(len(m.features)))
	out = put.AppendUint32(out, math.Float32bits(m.unit))
	for a := range m.transitions {
		for _, w := range m.transitions[a] {
			out = put.AppendUint32(out, math.Float32bits(w))
		}
	}
	buckets := 1 << m.bucketBits
	ends := make([]byte, buckets)
	var groups, prints, numbers, labels, weights []byte
	next, groupStart, weightsBefore := 0, 0, 0
	for b := range buckets {
		if b%8 == 0 {
			groupStart = next
			groups = put.AppendUint32(groups, uint32(next))
			groups = put.AppendUint32(groups, uint32(weightsBefore))
		}
		for next < len(m.features) && int(m.features[next].hash>>(32-m.bucketBits)) == b {
			f := m.features[next]
			prints = append(prints, byte(f.hash))
			numbers = append(numbers, byte(f.hash>>8)<<5|byte(len(f.labels)))
			labels = append(labels, f.labels...)
			for _, w := range f.weights {
				weights = append(weights, byte(w))
			}
			weightsBefore += len(f.labels)
			next++
		}
		if n := next - groupStart; n > 255 {
			panic("nametrain: more than 255 features in a group of buckets")
		} else {
			ends[b] = byte(n)
		}
	}
	for _, part := range [][]byte{groups, ends, prints, numbers, labels, weights} {
		out = append(out, part...)
	}
	return out
}
