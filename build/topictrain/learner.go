package main

import (
	"math"
	"math/rand/v2"

	"slugline/analyzer/topic"
)

// A learner fits one logistic regression for each top, by FTRL-proximal (McMahan et al.
// 2013). Words and pairs are under L1, so that few of them are kept; what carries
// over to other outlets is only kept small (L2). In each pass an example's words and pairs
// are left out with probability drop: so the classes and phrases learn to do without
// them, as they must on news of places and years that no word of the training speaks of.
type learner struct {
	rate, beta     float32
	l1, l2, l2rest float32
	drop           float64
	bias           row
	w, z, n        []row
	biasZ, biasN   row
}

type row [topic.Tops]float32

func newLearner(features int) *learner {
	return &learner{rate: 0.15, beta: 1, l1: 0.4, l2: 1, l2rest: 1, drop: 0.3,
		w: make([]row, features), z: make([]row, features), n: make([]row, features)}
}

// train makes passes over the examples that use tells.
func (l *learner) train(all []*example, passes int, use func(*example) bool) {
	var order []*example
	var count row
	for _, e := range all {
		if use(e) {
			order = append(order, e)
			for t, y := range e.labels {
				if y {
					count[t] += e.weight
				}
			}
		}
	}
	var mean float32
	for _, c := range count {
		mean += c / topic.Tops
	}
	var boost row // of positives of rare tops
	for t, c := range count {
		boost[t] = min(max(float32(math.Sqrt(float64(mean/max(c, 1)))), 0.8), 3)
	}
	rng := rand.New(rand.NewPCG(1, 2))
	for range passes {
		rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, e := range order {
			n := len(e.index)
			if rng.Float64() < l.drop {
				n = e.phrases
			}
			l.step(e, n, &boost)
		}
	}
}

// step learns from the first n features of an example.
func (l *learner) step(e *example, n int, boost *row) {
	s := l.scores(e, n)
	var gradient row
	for t, y := range e.labels {
		p := float32(1 / (1 + math.Exp(-float64(s[t]))))
		if y {
			gradient[t] = (p - 1) * e.weight * boost[t]
		} else {
			gradient[t] = p * e.weight
		}
	}
	l.update(&l.bias, &l.biasZ, &l.biasN, &gradient, 1, 0, 0)
	for k := range n {
		i := e.index[k]
		l1, l2 := l.l1, l.l2
		if int(i) < hashedAt {
			l1, l2 = 0, l.l2rest
		}
		l.update(&l.w[i], &l.z[i], &l.n[i], &gradient, e.value[k], l1, l2)
	}
}

func (l *learner) update(w, z, n, gradient *row, value, l1, l2 float32) {
	for t, g := range gradient {
		g *= value
		if g < 1e-4 && g > -1e-4 {
			continue
		}
		n2 := n[t] + g*g
		root := float32(math.Sqrt(float64(n2)))
		z[t] += g - (root-float32(math.Sqrt(float64(n[t]))))/l.rate*w[t]
		n[t] = n2
		k := (l.beta+root)/l.rate + l2
		switch {
		case z[t] > l1:
			w[t] = (l1 - z[t]) / k
		case z[t] < -l1:
			w[t] = (-l1 - z[t]) / k
		default:
			w[t] = 0
		}
	}
}

// scores returns the score of each top from the first n features.
func (l *learner) scores(e *example, n int) row {
	s := l.bias
	for k := range n {
		w, v := &l.w[e.index[k]], e.value[k]
		for t := range s {
			s[t] += w[t] * v
		}
	}
	return s
}
