package main

import (
	"fmt"
	"math"
	"math/rand/v2"
	"time"

	"slugline/analyzer/entity"
)

// A learner fits the field's weights by FTRL-proximal (McMahan et al. 2013), which
// keeps most weights at exactly zero. Each feature has a general weight and one that
// only our own annotation moves (Daumé 2007): where guides differ, ours decides. The
// engine gets their sum.
type learner struct {
	rate, beta, l1, l2 float32
	general, own       table
	transitions        table // feature a, label b
	lattice            entity.Lattice
}

// A table holds FTRL's state, a row of labels a feature.
type table struct{ w, z, n [][entity.Labels]float32 }

func newTable(rows int) table {
	return table{make([][entity.Labels]float32, rows), make([][entity.Labels]float32, rows), make([][entity.Labels]float32, rows)}
}

func (l *learner) update(t *table, row uint32, label int, gradient, l1 float32) {
	n, z, w := &t.n[row][label], &t.z[row][label], &t.w[row][label]
	n2 := *n + gradient*gradient
	root := float32(math.Sqrt(float64(n2)))
	sigma := (root - float32(math.Sqrt(float64(*n)))) / l.rate
	*z += gradient - sigma**w
	*n = n2
	switch {
	case *z > l1:
		*w = -(*z - l1) / ((l.beta+root)/l.rate + l.l2)
	case *z < -l1:
		*w = -(*z + l1) / ((l.beta+root)/l.rate + l.l2)
	default:
		*w = 0
	}
}

// negligible gradients are not worth touching memory for.
const negligible = 2e-3

func (l *learner) train(c *corpus, epochs int, after func(epoch int)) {
	rng := rand.New(rand.NewPCG(3, 4))
	order := make([]int, len(c.examples))
	for i := range order {
		order[i] = i
	}
	for epoch := range epochs {
		start, loss := time.Now(), 0.0
		rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for k, i := range order {
			if k%500 == 0 {
				l.refreshTransitions()
			}
			loss += l.learn(c, &c.examples[i])
		}
		fmt.Printf("epoch %d: loss %.4f a chain, %.1f s\n", epoch+1, loss/float64(len(order)), time.Since(start).Seconds())
		after(epoch)
	}
}

func (l *learner) refreshTransitions() {
	t := [entity.Labels][entity.Labels]float32{}
	copy(t[:], l.transitions.w)
	l.lattice.SetTransitions(&t)
}

// score sets the lattice's scores for an example.
func (l *learner) score(c *corpus, e *example, own bool) {
	x := &l.lattice
	x.Reset(len(e.allowed))
	for i := range e.allowed {
		row := &x.Scores[i]
		for _, f := range c.features[c.offsets[e.first+i]:c.offsets[e.first+i+1]] {
			for k, w := range &l.general.w[f] {
				row[k] += w
			}
			if own {
				for k, w := range &l.own.w[f] {
					row[k] += w
				}
			}
		}
	}
}

// learn takes one step on an example and returns its loss before the step.
func (l *learner) learn(c *corpus, e *example) float64 {
	x := &l.lattice
	n := len(e.allowed)
	l.score(c, e, e.own)
	all, ok := x.Sum(nil)
	if !ok {
		return 0
	}
	// gradient = expected counts - counts the annotation allows
	gradients := make([][entity.Labels]float32, n)
	var pairs [entity.Labels][entity.Labels]float32
	l.expect(gradients, &pairs, n, 1)
	gold, ok := x.Sum(e.allowed)
	if !ok {
		return 0
	}
	l.expect(gradients, &pairs, n, -1)
	for i := range n {
		for k, g := range &gradients[i] {
			if g < negligible && g > -negligible {
				continue
			}
			g *= e.weight
			for _, f := range c.features[c.offsets[e.first+i]:c.offsets[e.first+i+1]] {
				l.update(&l.general, f, k, g, l.l1)
				if e.own {
					l.update(&l.own, f, k, g, l.l1)
				}
			}
		}
	}
	for a := range pairs {
		for b, g := range pairs[a] {
			if g != 0 {
				l.update(&l.transitions, uint32(a), b, g*e.weight, 0)
			}
		}
	}
	return all - gold
}

// expect adds sign times the expected counts of labels and label pairs.
func (l *learner) expect(gradients [][entity.Labels]float32, pairs *[entity.Labels][entity.Labels]float32, n int, sign float32) {
	x := &l.lattice
	for i := range n {
		for k := range entity.Label(entity.Labels) {
			gradients[i][k] += sign * x.Probability(i, k)
		}
		if i == 0 {
			continue
		}
		for a := range entity.Label(entity.Labels) {
			if x.Probability(i-1, a) < 1e-4 {
				continue
			}
			for b := range entity.Label(entity.Labels) {
				if entity.MayFollow(a, b) {
					pairs[a][b] += sign * x.PairProbability(i, a, b)
				}
			}
		}
	}
	for b := range entity.Label(entity.Labels) {
		pairs[entity.Outside][b] += sign * x.Probability(0, b)
		pairs[b][entity.Outside] += sign * x.Probability(n-1, b)
	}
}
