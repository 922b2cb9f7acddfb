package entity

import "math"

// Lattice computes the best labels of a chain and how probable each label is. Scores
// are natural logarithms up to a constant.
type Lattice struct {
	Scores      [][Labels]float32 // set by the caller: a row a token
	transitions *[Labels][Labels]float32
	factors     [Labels][Labels]float32 // exp(transitions), 0 where not allowed
	forward     [][Labels]float32       // scaled to sum 1 a token
	backward    [][Labels]float32
	emission    [][Labels]float32 // exp(score - largest score of the token)
	scale       []float32         // what forward was divided by
	from        [][Labels]Label
}

// negligible is by how much the score of a label falls behind the token's best where it
// counts no more: e^-16 is one in ten million.
const negligible = 16

// exp returns e to the power of v to five digits; v is at most 0 and above -80.
func exp(v float32) float32 {
	const log2e = 1.4426950408889634
	t := v * log2e
	k := int32(t)
	f := t - float32(k) // above -1, up to 0
	p := 1 + f*(0.69314718+f*(0.24022651+f*(0.05550411+f*(0.00961813+f*(0.00133336+f*0.00015469)))))
	return p * math.Float32frombits(uint32(127+k)<<23)
}

// closed are the labels after which no name is open; openers those that can follow.
var closed, openers = func() (c, o [1 + 2*Types]Label) {
	n, m := 1, 1
	for t := range Type(Types) {
		c[n], c[n+1] = LabelOf(t, End), LabelOf(t, Single)
		o[m], o[m+1] = LabelOf(t, Begin), LabelOf(t, Single)
		n, m = n+2, m+2
	}
	return c, o
}()

// SetTransitions gives the lattice the scores of label b after label a. Pairs that
// MayFollow forbids are ignored. Call it again when the scores have changed.
func (x *Lattice) SetTransitions(transitions *[Labels][Labels]float32) {
	x.transitions = transitions
	for a := range Label(Labels) {
		for b := range Label(Labels) {
			x.factors[a][b] = 0
			if MayFollow(a, b) {
				x.factors[a][b] = float32(math.Exp(float64(transitions[a][b])))
			}
		}
	}
}

// Reset makes room for a chain of n tokens, all scores 0.
func (x *Lattice) Reset(n int) {
	if cap(x.Scores) < n {
		x.Scores = make([][Labels]float32, n+n/2)
		x.forward = make([][Labels]float32, n+n/2)
		x.backward = make([][Labels]float32, n+n/2)
		x.emission = make([][Labels]float32, n+n/2)
		x.from = make([][Labels]Label, n+n/2)
		x.scale = make([]float32, n+n/2)
	}
	x.Scores = x.Scores[:n]
	clear(x.Scores)
	x.forward, x.backward, x.emission = x.forward[:n], x.backward[:n], x.emission[:n]
	x.from, x.scale = x.from[:n], x.scale[:n]
}

// Sum runs forward-backward. allowed, where not nil, has for each token the set of
// labels (bit l for label l) that it may have. It returns the logarithm of the sum over
// all label sequences, or false where none is allowed.
func (x *Lattice) Sum(allowed []uint32) (float64, bool) {
	n := len(x.Scores)
	logSum := 0.0
	for i := range n {
		e, s := &x.emission[i], &x.Scores[i]
		top := float32(math.Inf(-1))
		for l, v := range s {
			if (allowed == nil || allowed[i]>>l&1 != 0) && v > top {
				top = v
			}
		}
		for l, v := range s {
			e[l] = 0
			if (allowed == nil || allowed[i]>>l&1 != 0) && v > top-negligible {
				e[l] = exp(v - top)
			}
		}
		f := &x.forward[i]
		if i == 0 {
			for l := range f {
				f[l] = x.factors[Outside][l] * e[l]
			}
		} else {
			x.step(f, &x.forward[i-1], e)
		}
		if i == n-1 {
			for l := range f {
				f[l] *= x.factors[l][Outside]
			}
		}
		sum := float32(0)
		for _, v := range f {
			sum += v
		}
		if !(sum > 0) {
			return 0, false
		}
		for l := range f {
			f[l] /= sum
		}
		x.scale[i] = sum
		logSum += float64(top) + math.Log(float64(sum))
	}
	for l := range x.backward[n-1] {
		x.backward[n-1][l] = 1
	}
	for i := n - 2; i >= 0; i-- {
		x.stepBack(i)
	}
	return logSum, true
}

// step computes the forward row of a token from that of the one before.
func (x *Lattice) step(f, prev, e *[Labels]float32) {
	var open [1 + 2*Types]Label // those of closed that the token before may have
	n := 0
	for _, a := range closed {
		open[n%len(open)] = a
		if prev[a] > 1e-7 {
			n++
		}
	}
	for _, b := range openers {
		if e[b] == 0 {
			f[b] = 0
			continue
		}
		v := float32(0)
		for _, a := range open[:n] {
			v += prev[a] * x.factors[a][b]
		}
		f[b] = v * e[b]
	}
	for t := range Label(Types) {
		b := 1 + 4*t + Begin
		i, end := b+Inside, b+End
		f[i] = (prev[b]*x.factors[b][i] + prev[i]*x.factors[i][i]) * e[i]
		f[end] = (prev[b]*x.factors[b][end] + prev[i]*x.factors[i][end]) * e[end]
	}
}

// stepBack computes the backward row of token i from that of token i+1, such that
// forward × backward is the probability of a label.
func (x *Lattice) stepBack(i int) {
	var next [Labels]float32
	last := i+1 == len(x.Scores)-1
	for l, v := range x.backward[i+1] {
		next[l] = v * x.emission[i+1][l] / x.scale[i+1]
		if last {
			next[l] *= x.factors[l][Outside]
		}
	}
	var open [1 + 2*Types]Label // those of openers that the next token may have
	n := 0
	for _, b := range openers {
		open[n%len(open)] = b
		if x.emission[i+1][b] != 0 {
			n++
		}
	}
	back := &x.backward[i]
	for _, a := range closed {
		back[a] = 0
		if x.forward[i][a] != 0 {
			v := float32(0)
			for _, b := range open[:n] {
				v += x.factors[a][b] * next[b]
			}
			back[a] = v
		}
	}
	for t := range Label(Types) {
		b := 1 + 4*t + Begin
		in, end := b+Inside, b+End
		back[b] = x.factors[b][in]*next[in] + x.factors[b][end]*next[end]
		back[in] = x.factors[in][in]*next[in] + x.factors[in][end]*next[end]
	}
}

// Probability returns how probable label l is for token i, after Sum.
func (x *Lattice) Probability(i int, l Label) float32 { return x.forward[i][l] * x.backward[i][l] }

// PairProbability returns how probable label a for token i-1 with b for token i is,
// after Sum; i is at least 1.
func (x *Lattice) PairProbability(i int, a, b Label) float32 {
	p := x.forward[i-1][a] * x.factors[a][b] * x.emission[i][b] * x.backward[i][b] / x.scale[i]
	if i == len(x.Scores)-1 {
		p *= x.factors[b][Outside]
	}
	return p
}

// SpanProbability returns how probable it is that tokens [first, last) are a name of
// type t, after Sum.
func (x *Lattice) SpanProbability(first, last int, t Type) float64 {
	if last-first == 1 {
		return float64(x.Probability(first, LabelOf(t, Single)))
	}
	p := float64(x.forward[first][LabelOf(t, Begin)])
	before := LabelOf(t, Begin)
	for i := first + 1; i < last; i++ {
		l := LabelOf(t, Inside)
		if i == last-1 {
			l = LabelOf(t, End)
		}
		p *= float64(x.factors[before][l] * x.emission[i][l] / x.scale[i])
		before = l
	}
	if last == len(x.Scores) {
		p *= float64(x.factors[before][Outside])
	}
	return p * float64(x.backward[last-1][before])
}

// Best writes the best label of each token to dst (Viterbi).
func (x *Lattice) Best(dst []Label) {
	n := len(x.Scores)
	best := x.emission[:n]
	never := float32(math.Inf(-1))
	var ended [1 + 2*Types]Label // the labels of closed that are in question for the token before
	ways := 1                    // Outside, before the first
	var start [Labels]float32
	prev := &start
	for i := range n {
		b, s, from := &best[i], &x.Scores[i], &x.from[i]
		for _, l := range openers {
			v, by := never, Outside
			for _, a := range ended[:ways] {
				if w := prev[a] + x.transitions[a][l]; w > v {
					by, v = a, w
				}
			}
			b[l], from[l] = v+s[l], by
		}
		top := never
		for t := range Label(Types) {
			begin := 1 + 4*t + Begin
			inside, end := begin+Inside, begin+End
			if i == 0 {
				b[inside], b[end] = never, never
			} else {
				b[inside], from[inside] = prev[begin]+x.transitions[begin][inside], begin
				if w := prev[inside] + x.transitions[inside][inside]; w > b[inside] {
					b[inside], from[inside] = w, inside
				}
				b[end], from[end] = prev[begin]+x.transitions[begin][end], begin
				if w := prev[inside] + x.transitions[inside][end]; w > b[end] {
					b[end], from[end] = w, inside
				}
				b[inside] += s[inside]
				b[end] += s[end]
			}
		}
		for _, a := range closed {
			if b[a] > top {
				top = b[a]
			}
		}
		ways = 0
		for _, a := range closed {
			ended[ways%len(ended)] = a
			if b[a] > top-negligible {
				ways++
			}
		}
		prev = b
	}
	end, v := Outside, never
	for _, a := range ended[:ways] {
		if w := best[n-1][a] + x.transitions[a][Outside]; w > v {
			end, v = a, w
		}
	}
	for i := n - 1; i >= 0; i-- {
		dst[i] = end
		end = x.from[i][end]
	}
}
