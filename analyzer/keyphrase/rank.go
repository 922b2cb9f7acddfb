package keyphrase

import (
	"math"

	"slugline/analyzer/pos"
)

// again is what is left of a word's salience each time a phrase with it is taken, so
// that the list covers the article and does not turn around one word.
const again = 0.7

// choose takes the best candidates in turn, at most limit, and sets their scores.
//
// A phrase is worth the sum of its words' salience. Where a title says what matters the
// sum is divided by length², so that single words come through; without one only
// longer phrases are specific enough. Both are weighed by the phrase's own places to
// the power of 3/8 and by the fourth root of the depth of the first.
func (f *finder) choose(limit int) []candidate {
	for i := range f.found {
		c := &f.found[i]
		if f.headlinese(c) {
			continue
		}
		x := math.Sqrt(math.Sqrt(c.weight))
		x *= math.Sqrt(x) / math.Sqrt(math.Sqrt(depth(c.first)))
		if f.l.titled {
			x /= float64(c.length * c.length)
		}
		c.factor = float32(x)
	}
	var chosen []candidate
	for len(chosen) < limit {
		best := -1
		for i := range f.found {
			c := &f.found[i]
			if c.factor == 0 {
				continue
			}
			c.score = c.factor * f.sum(c)
			if best < 0 || c.score > f.found[best].score {
				best = i
			}
		}
		if best < 0 || f.found[best].score == 0 {
			break
		}
		c := f.found[best]
		f.found[best].factor = 0
		if f.repeats(&c, chosen) {
			continue
		}
		chosen = append(chosen, c)
		for _, id := range c.words[:c.length] {
			f.l.words[id].salience *= again
		}
	}
	return chosen
}

// headlinese reports whether c is a piece of a headline in Title Case rather than a
// phrase: three capitalised words or more that stand in no name and nowhere in the text
// ("Price Rise Angers Owners").
func (f *finder) headlinese(c *candidate) bool {
	if c.shownRank > 0 || c.length < 3 || c.entity >= 0 {
		return false
	}
	for _, t := range f.doc.Tokens[c.first : c.first+c.length] {
		if b := f.doc.Source[t.Start]; 'a' <= b && b <= 'z' {
			return false
		}
	}
	return true
}

func (f *finder) sum(c *candidate) float32 {
	sum := float32(0)
	for _, id := range c.words[:c.length] {
		sum += f.l.words[id].salience
	}
	return sum
}

// repeats reports whether c is a near-twin of a phrase already chosen: another name of
// the same entity, a part of it that does not stand twice as often by itself, or the
// same with an adjective more.
func (f *finder) repeats(c *candidate, chosen []candidate) bool {
	for i := range chosen {
		o := &chosen[i]
		switch {
		case c.entity >= 0 && c.entity == o.entity,
			within(c, o) && c.weight < 2*max(1, o.weight),
			within(o, c) && f.onlyQualifies(c, o):
			return true
		}
	}
	return false
}

// within reports whether all words of a are words of b.
func within(a, b *candidate) bool {
	for _, id := range a.words[:a.length] {
		if !b.has(id) {
			return false
		}
	}
	return true
}

func (c *candidate) has(id int32) bool {
	for _, x := range c.words[:c.length] {
		if x == id {
			return true
		}
	}
	return false
}

// onlyQualifies reports whether all that c has and o has not are adjectives.
func (f *finder) onlyQualifies(c, o *candidate) bool {
	for i, id := range c.words[:c.length] {
		if !o.has(id) && f.tags[c.first+i] != pos.Adjective {
			return false
		}
	}
	return true
}
