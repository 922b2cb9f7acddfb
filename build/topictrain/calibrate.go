package main

import (
	"math"

	"slugline/analyzer/topic"
)

// fitTops fits how the confidence follows from a score and the text's length (Platt 1999), on
// scores of texts that the learner had not seen. All tops share it: offsets of their own,
// fitted to how often each top is in the training texts, made other outlets' tops worse.
func fitTops(h *topic.Header, all []*example, scores []row) {
	w := [3]float64{1, 0, 0}
	for range 30 {
		var gradient [3]float64
		var second [3][3]float64
		for i, e := range all {
			length := float64(topic.LogLength(len(e.doc.Tokens)))
			for t, y := range e.labels {
				x := [3]float64{float64(scores[i][t]), 1, length}
				p := 1 / (1 + math.Exp(-(w[0]*x[0] + w[1] + w[2]*length)))
				d := p
				if y {
					d--
				}
				for j := range x {
					gradient[j] += float64(e.weight) * d * x[j]
					for k := range x {
						second[j][k] += float64(e.weight) * p * (1 - p) * x[j] * x[k]
					}
				}
			}
		}
		for j, step := range solve(second, gradient) {
			w[j] -= step
		}
	}
	h.Slope, h.Offset, h.Length = float32(w[0]), float32(w[1]), float32(w[2])
}

// solve returns x of a x = b, for a symmetric positive definite a.
func solve(a [3][3]float64, b [3]float64) (x [3]float64) {
	for i := range a {
		for j := i + 1; j < 3; j++ {
			f := a[j][i] / a[i][i]
			for k := range a {
				a[j][k] -= f * a[i][k]
			}
			b[j] -= f * b[i]
		}
	}
	for i := 2; i >= 0; i-- {
		x[i] = b[i]
		for k := i + 1; k < 3; k++ {
			x[i] -= a[i][k] * x[k]
		}
		x[i] /= a[i][i]
	}
	return x
}

// candidate is a topic below a top for which a text has evidence.
type candidate struct {
	topic.Candidate
	right bool
	fold  int
}

func (k *candidate) probability(h *topic.Header, offset float64) float64 {
	s := offset
	for i, v := range k.Features {
		s += float64(v * h.Child[i])
	}
	return 1 / (1 + math.Exp(-s))
}

// fitLogistic fits weights by gradient descent with momentum: few features, few rows.
func fitLogistic(list []candidate, l2 float64) [topic.ChildFeatures]float32 {
	var w, speed [topic.ChildFeatures]float64
	for range 3000 {
		var g [topic.ChildFeatures]float64
		for i := range list {
			s := 0.0
			for k, v := range list[i].Features {
				s += w[k] * float64(v)
			}
			d := 1 / (1 + math.Exp(-s))
			if list[i].right {
				d--
			}
			for k, v := range list[i].Features {
				g[k] += d * float64(v)
			}
		}
		for k := range w {
			speed[k] = 0.9*speed[k] - 0.5*(g[k]+l2*w[k])/float64(max(len(list), 1))
			w[k] += speed[k]
		}
	}
	var out [topic.ChildFeatures]float32
	for k := range w {
		out[k] = float32(w[k])
	}
	return out
}

// offsetStrength draws a topic's offset to 0: it is the information (the sum of p(1-p)) at
// which half of what the texts say is believed.
const offsetStrength = 2

// topicOffsets fits an offset of the log odds for each topic by Newton's method, on the
// candidates that use tells.
func topicOffsets(h *topic.Header, list []candidate, topics int, use func(*candidate) bool) []float64 {
	offsets := make([]float64, topics)
	for range 20 {
		gradient, second := make([]float64, topics), make([]float64, topics)
		for i := range list {
			k := &list[i]
			if !use(k) {
				continue
			}
			p := k.probability(h, offsets[k.Index])
			gradient[k.Index] += p
			if k.right {
				gradient[k.Index]--
			}
			second[k.Index] += p * (1 - p)
		}
		for t := range offsets {
			step := (gradient[t] + offsetStrength*offsets[t]) / (second[t] + offsetStrength)
			offsets[t] -= max(-1, min(1, step))
		}
	}
	return offsets
}

// threshold returns the least confidence above which the share of right ones stays at
// or over the precision, and the share of all right ones that it finds.
func threshold(confidence []float32, right []bool, precision float64) (least float32, recall float64) {
	var hits, total [1001]float64
	all := 0.0
	for i, c := range confidence {
		total[int(c*1000)]++
		if right[i] {
			hits[int(c*1000)]++
			all++
		}
	}
	least = 1
	h, n := 0.0, 0.0
	for b := 1000; b >= 0; b-- {
		h += hits[b]
		n += total[b]
		if n > 20 && h/n >= precision {
			least, recall = float32(b)/1000, h/all
		}
	}
	return least, recall
}
