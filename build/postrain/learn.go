package main

import (
	"cmp"
	"maps"
	"math"
	"math/rand/v2"
	"slices"

	"slugline/analyzer/pos"
)

// learnDictionary returns the words, by pos.Word.Key, that have one tag in 98.5 of 100
// places and stand in twenty places or more.
func learnDictionary(texts []*lesson) map[uint32]pos.Tag {
	counts := map[uint32]*[pos.Tags]int{}
	for _, t := range texts {
		for _, s := range t.doc.Sentences {
			window := pos.NewWindow(t.doc, s.First, s.Last)
			for i := s.First; i < s.Last; i++ {
				if w := &window.Words[2]; t.sure[i] && !w.Known {
					c := counts[w.Key()]
					if c == nil {
						c = new([pos.Tags]int)
						counts[w.Key()] = c
					}
					c[t.tags[i]]++
				}
				window.Advance()
			}
		}
	}
	words := map[uint32]pos.Tag{}
	for _, key := range commonestBy(counts, func(c *[pos.Tags]int) int { return sum(c) }, pos.DictionaryCells*5/8) {
		c := counts[key]
		best := 0
		for tag, n := range c {
			if n > c[best] {
				best = tag
			}
		}
		if n := sum(c); n >= 20 && float64(c[best]) >= 0.985*float64(n) {
			words[key] = pos.Tag(best)
		}
	}
	return words
}

func sum(c *[pos.Tags]int) int {
	n := 0
	for _, x := range c {
		n += x
	}
	return n
}

// commonest returns the at most n keys with the highest counts.
func commonest[K comparable](counts map[K]int, n int) []K {
	return commonestBy(counts, func(c int) int { return c }, n)
}

func commonestBy[K comparable, V any](counts map[K]V, count func(V) int, n int) []K {
	type item struct {
		key K
		n   int
	}
	var items []item
	for k, v := range counts {
		items = append(items, item{k, count(v)})
	}
	slices.SortFunc(items, func(a, b item) int { return cmp.Or(b.n-a.n, compare(a.key, b.key)) })
	var keys []K
	for _, i := range items[:min(n, len(items))] {
		keys = append(keys, i.key)
	}
	return keys
}

// compare puts equal counts into an order that every run repeats.
func compare(a, b any) int {
	if x, ok := a.(uint32); ok {
		return cmp.Compare(x, b.(uint32))
	}
	return 0
}

// A row is the weights of one feature, with what averaging needs.
type row struct {
	weight, total [pos.Tags]float64
	stamp         [pos.Tags]int
}

// learn trains an averaged perceptron (Collins 2002): greedy, its own guesses as
// context, unsure tokens passed over.
func learn(texts []*lesson, dictionary map[uint32]pos.Tag, bits uint, epochs int) [][pos.Tags]float64 {
	rows := make([]row, 1<<bits)
	order := rand.New(rand.NewPCG(1, 2))
	var active [pos.Templates]uint32
	step := 0
	type place struct{ text, sentence int }
	var places []place
	for i, t := range texts {
		for k := range t.doc.Sentences {
			places = append(places, place{i, k})
		}
	}
	for range epochs {
		order.Shuffle(len(places), func(i, j int) { places[i], places[j] = places[j], places[i] })
		for _, p := range places {
			t := texts[p.text]
			s := t.doc.Sentences[p.sentence]
			window := pos.NewWindow(t.doc, s.First, s.Last)
			t1, t2 := pos.Mark, pos.Mark
			for i := s.First; i < s.Last; i++ {
				w := &window.Words[2]
				tag, known := dictionary[w.Key()]
				if w.Known {
					tag, known = w.Fixed, true
				}
				if !known {
					pos.Rows(&active, &window, t1, t2, bits)
					tag = best(rows, &active)
					if t.sure[i] {
						step++
						if want := t.tags[i]; want != tag {
							for _, r := range active {
								rows[r].add(want, 1, step)
								rows[r].add(tag, -1, step)
							}
						}
					}
				}
				t2, t1 = t1, tag
				window.Advance()
			}
		}
	}
	average := make([][pos.Tags]float64, len(rows))
	for i := range rows {
		for tag := range pos.Tag(pos.Tags) {
			rows[i].add(tag, 0, step)
			average[i][tag] = rows[i].total[tag] / float64(step)
		}
	}
	return average
}

func (r *row) add(t pos.Tag, w float64, step int) {
	r.total[t] += float64(step-r.stamp[t]) * r.weight[t]
	r.stamp[t] = step
	r.weight[t] += w
}

func best(rows []row, active *[pos.Templates]uint32) pos.Tag {
	var sums [pos.Tags]float64
	for _, r := range active {
		for t, w := range rows[r].weight {
			sums[t] += w
		}
	}
	tag := 0
	for t, s := range sums {
		if s > sums[tag] {
			tag = t
		}
	}
	return pos.Tag(tag)
}

// pack writes the format that package pos describes. A weight is scaled so that one in
// a thousand is cut off, and rounded to one of 21 levels; small ones become 0.
func pack(dictionary map[uint32]pos.Tag, weights [][pos.Tags]float64) []byte {
	out := make([]byte, 2*pos.DictionaryCells)
	for _, key := range slices.Sorted(maps.Keys(dictionary)) {
		i := key & (pos.DictionaryCells - 1)
		for out[2*i] != 0 || out[2*i+1] != 0 {
			i = (i + 1) & (pos.DictionaryCells - 1)
		}
		cell := key>>20<<4 | uint32(dictionary[key])
		out[2*i], out[2*i+1] = byte(cell), byte(cell>>8)
	}
	var sizes []float64
	for i := range weights {
		for _, w := range weights[i] {
			if w != 0 {
				sizes = append(sizes, math.Abs(w))
			}
		}
	}
	slices.Sort(sizes)
	limit := sizes[len(sizes)-1-len(sizes)/1000]
	for i := range weights {
		for _, w := range weights[i] {
			level := math.Round(w / limit * levels)
			out = append(out, byte(128+max(-levels, min(levels, level))))
		}
	}
	return out
}

// levels is the largest weight: with 10, the model has half the bytes of 31 and agrees with
// the teacher 0.15 points less often.
const levels = 10
