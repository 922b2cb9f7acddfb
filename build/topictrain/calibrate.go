package main

import (
	"math"

	"slugline/analyzer/topic"
)

// fitTops finds each top's slope and offset (Platt 1999) from scores of texts that the
// learner had not seen. One slope and offset are fitted to all tops together; each top's own
// are drawn to them, the more the fewer texts it has.
func fitTops(h *topic.Header, all []*example, scores []row, weigh func(*example) float64) {
	common := [2]float64{1, 0}
	platt(&common, [2]float64{1, 0}, 0, func(see func(x float64, y bool, w float64)) {
		for i, e := range all {
			for t, y := range e.labels {
				see(float64(scores[i][t]), y, weigh(e))
			}
		}
	})
	for t := range topic.Tops {
		own := common
		platt(&own, common, 10, func(see func(x float64, y bool, w float64)) {
			for i, e := range all {
				see(float64(scores[i][t]), e.labels[t], weigh(e))
			}
		})
		h.Slope[t], h.Offset[t] = float32(max(own[0], 0.2)), float32(own[1])
	}
}

// platt fits p = 1/(1+exp(-(a*x+b))) by Newton's method, drawn to a prior with a strength.
func platt(ab *[2]float64, prior [2]float64, strength float64, each func(see func(x float64, y bool, w float64))) {
	for range 30 {
		ga, gb := strength*(ab[0]-prior[0]), strength*(ab[1]-prior[1])
		haa, hab, hbb := strength+1e-6, 0.0, strength+1e-6
		each(func(x float64, y bool, w float64) {
			p := 1 / (1 + math.Exp(-(ab[0]*x + ab[1])))
			d := p
			if y {
				d--
			}
			ga += w * d * x
			gb += w * d
			v := w * p * (1 - p)
			haa += v * x * x
			hab += v * x
			hbb += v
		})
		det := haa*hbb - hab*hab
		da, db := (hbb*ga-hab*gb)/det, (haa*gb-hab*ga)/det
		ab[0] -= da
		ab[1] -= db
		if math.Abs(da)+math.Abs(db) < 1e-9 {
			return
		}
	}
}

// fitLogistic fits weights by gradient descent with momentum: few features, few rows.
func fitLogistic(x [][topic.ChildFeatures]float32, y []bool, l2 float64) [topic.ChildFeatures]float32 {
	var w, speed [topic.ChildFeatures]float64
	for range 3000 {
		var g [topic.ChildFeatures]float64
		for i := range x {
			s := 0.0
			for k, v := range x[i] {
				s += w[k] * float64(v)
			}
			d := 1 / (1 + math.Exp(-s))
			if y[i] {
				d--
			}
			for k, v := range x[i] {
				g[k] += d * float64(v)
			}
		}
		for k := range w {
			speed[k] = 0.9*speed[k] - 0.5*(g[k]/float64(len(x))+l2*w[k]/float64(len(x)))
			w[k] += speed[k]
		}
	}
	var out [topic.ChildFeatures]float32
	for k := range w {
		out[k] = float32(w[k])
	}
	return out
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
