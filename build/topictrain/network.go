package main

import (
	"math"
	"math/rand/v2"
	"sort"

	"slugline/analyzer/topic"
)

// A network scores the tops by one hidden layer of rectified units over classes, phrases and
// vectors, and by weights of words and pairs that go straight to the tops. It is trained by
// Adam (Kingma and Ba 2015), its words by AdaGrad (Duchi et al. 2011), on a loss of 17
// logistic regressions. Inputs and hidden units are left out at random (Srivastava et al.
// 2014), and all words of an example at once, so that the rest learns to do without them, as
// it must on news of places and years that no word of the training speaks of.
type network struct {
	in   []hidden // of each input: what it gives each unit
	bias hidden
	out  [topic.Hidden]row
	tops row
	word []row // by number, from hashedAt
}

type hidden [topic.Hidden]float32

type row [topic.Tops]float32

// How a network is trained.
const (
	rate          = 2e-3 // of Adam; falls to 0 with half a cosine
	wordRate      = 2e-2
	wordDecay     = 6e-4
	weightDecay   = 1e-4
	batch         = 128
	keepInput     = 0.8
	keepHidden    = 0.6
	keepWords     = 0.6
	drawsOfWeight = 2 // examples drawn in a pass for each whole example of weight

	// aimOfSecond is what the score of a top is drawn to that is not a text's most important
	// one: people who label agree less on them, and the first should come out first.
	aimOfSecond = 0.7
)

func newNetwork(words int) *network {
	return &network{in: make([]hidden, hashedAt), word: make([]row, words)}
}

// train makes passes over the examples that use tells, each drawn as often as it weighs.
func (n *network) train(all []*example, passes int, use func(*example) bool) {
	var drawn []*example
	var upTo []float64
	total := 0.0
	for _, e := range all {
		if use(e) {
			total += float64(e.weight)
			drawn, upTo = append(drawn, e), append(upTo, total)
		}
	}
	rng := rand.New(rand.NewPCG(1, 3))
	n.initialise(rng)
	o := newOptimiser(n)
	for pass := range passes {
		pace := float32(0.5 * (1 + math.Cos(math.Pi*float64(pass)/float64(passes))))
		for left := int(drawsOfWeight * total); left > 0; left -= batch {
			size := min(batch, left)
			for range size {
				at := sort.SearchFloat64s(upTo, rng.Float64()*total)
				o.see(drawn[min(at, len(drawn)-1)], rng, 1/float32(size))
			}
			o.step(pace)
		}
	}
	o.settle()
}

func (n *network) initialise(rng *rand.Rand) {
	for i := range n.in {
		for h := range n.in[i] {
			n.in[i][h] = float32(rng.NormFloat64() * 0.09)
		}
	}
	for h := range n.out {
		for t := range n.out[h] {
			n.out[h][t] = float32(rng.NormFloat64() * 0.3 / math.Sqrt(topic.Hidden))
		}
	}
	for t := range n.tops {
		n.tops[t] = -2.5
	}
}

// scores returns the score of each top.
func (n *network) scores(e *example) row {
	units := n.bias
	for k, i := range e.index[:e.phrases] {
		add(&units, &n.in[i], e.value[k])
	}
	s := n.tops
	for h, u := range units {
		if u > 0 {
			for t, w := range &n.out[h] {
				s[t] += u * w
			}
		}
	}
	for k := e.phrases; k < len(e.index); k++ {
		v := e.value[k]
		for t, w := range &n.word[e.index[k]-hashedAt] {
			s[t] += v * w
		}
	}
	return s
}

func add(to, w *hidden, v float32) {
	for h := range to {
		to[h] += v * w[h]
	}
}

// An optimiser holds the gradients of a batch and what Adam and AdaGrad remember.
type optimiser struct {
	n                    *network
	gradient, mean, vary *network
	words                map[int32]bool // of this batch
	steps                int
	kept                 []float32 // values of the example's inputs, 0 where left out
	shrink               float32   // what the words' weights are to be multiplied with
}

func newOptimiser(n *network) *optimiser {
	same := func() *network { return newNetwork(len(n.word)) }
	return &optimiser{n: n, gradient: same(), mean: same(), vary: same(), words: map[int32]bool{}, shrink: 1}
}

// see adds the gradient of an example, times share.
func (o *optimiser) see(e *example, rng *rand.Rand, share float32) {
	n := o.n
	o.kept = o.kept[:0]
	units := n.bias
	for k, i := range e.index[:e.phrases] {
		v := float32(0)
		if rng.Float32() < keepInput {
			v = e.value[k] / keepInput
			add(&units, &n.in[i], v)
		}
		o.kept = append(o.kept, v)
	}
	s := n.tops
	var active hidden
	for h, u := range units {
		if u > 0 && rng.Float32() < keepHidden {
			active[h] = 1 / float32(keepHidden)
			for t, w := range &n.out[h] {
				s[t] += u * active[h] * w
			}
		}
	}
	words := e.index[e.phrases:]
	if rng.Float32() >= keepWords {
		words = nil
	}
	for k, i := range words {
		v := e.value[e.phrases+k] * o.shrink
		for t, w := range &n.word[i-hashedAt] {
			s[t] += v * w
		}
	}

	var g row
	for t, y := range e.labels {
		g[t] = float32(1 / (1 + math.Exp(-float64(s[t]))))
		switch {
		case t == e.first:
			g[t]--
		case y:
			g[t] -= aimOfSecond
		}
		g[t] *= share
		o.gradient.tops[t] += g[t]
	}
	var back hidden
	for h, a := range active {
		if a == 0 {
			continue
		}
		sum := float32(0)
		for t := range g {
			sum += g[t] * n.out[h][t]
			o.gradient.out[h][t] += g[t] * units[h] * a
		}
		back[h] = sum * a
		o.gradient.bias[h] += back[h]
	}
	for k, v := range o.kept {
		if v != 0 {
			add(&o.gradient.in[e.index[k]], &back, v)
		}
	}
	for k, i := range words {
		o.words[i-hashedAt] = true
		v := e.value[e.phrases+k]
		for t := range g {
			o.gradient.word[i-hashedAt][t] += v * g[t]
		}
	}
}

// step follows the gradient of the batch and forgets it.
func (o *optimiser) step(pace float32) {
	o.steps++
	n, g, m, v := o.n, o.gradient, o.mean, o.vary
	for i := range n.in {
		o.adam(n.in[i][:], g.in[i][:], m.in[i][:], v.in[i][:], pace, weightDecay)
	}
	for h := range n.out {
		o.adam(n.out[h][:], g.out[h][:], m.out[h][:], v.out[h][:], pace, weightDecay)
	}
	o.adam(n.bias[:], g.bias[:], m.bias[:], v.bias[:], pace, 0)
	o.adam(n.tops[:], g.tops[:], m.tops[:], v.tops[:], pace, 0)
	for i := range o.words {
		w, gw, vw := &n.word[i], &g.word[i], &v.word[i]
		for t, x := range gw {
			vw[t] += x * x
			w[t] -= wordRate * pace * x / (float32(math.Sqrt(float64(vw[t]))) + 1e-4) / o.shrink
			gw[t] = 0
		}
	}
	clear(o.words)
	if o.shrink *= 1 - wordDecay*pace; o.shrink < 0.5 {
		o.settle()
	}
}

// settle writes out how far the words' weights have decayed.
func (o *optimiser) settle() {
	for i := range o.n.word {
		for t := range o.n.word[i] {
			o.n.word[i][t] *= o.shrink
		}
	}
	o.shrink = 1
}

func (o *optimiser) adam(w, g, m, v []float32, pace, decay float32) {
	first := 1 / (1 - float32(math.Pow(0.9, float64(o.steps))))
	second := 1 / (1 - float32(math.Pow(0.999, float64(o.steps))))
	for i, x := range g {
		m[i] += 0.1 * (x - m[i])
		v[i] += 0.001 * (x*x - v[i])
		w[i] -= rate * pace * (m[i]*first/(float32(math.Sqrt(float64(v[i]*second)))+1e-8) + decay*w[i])
		g[i] = 0
	}
}
