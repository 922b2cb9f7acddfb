package entity

import "slugline/analyzer/text"

// A feature is the hash of a template's number and the attributes that the template
// looks at. The trainer and the engine call the same code; a model's weights are valid
// for exactly the templates below, so a change here needs `make generate`.

// mix hashes a template's number and one or two attributes.
func mix(template, x, y uint32) uint32 {
	h := (uint64(x)<<32 | uint64(y)) ^ uint64(template)*0x9E3779B97F4A7C15
	h *= 0xFF51AFD7ED558CCD
	h ^= h >> 33
	h *= 0xC4CEB9FE1A85EC53
	return uint32(h >> 32)
}

// maxFeatures is more than a token can have: a power of two, so that no index into the
// array need be checked.
const maxFeatures = 256

// features collects the features of one token.
type features struct {
	dst      [maxFeatures]uint32
	at       [maxFeatures]uint64 // of those with weights: where they stand, and the hash
	n        int
	template uint32
}

func (f *features) list() []uint32 { return f.dst[:f.n] }

// one adds the feature of the next template with attribute x.
func (f *features) one(x uint32) {
	f.template++
	f.dst[uint(f.n)%maxFeatures] = mix(f.template, x, 0)
	f.n++
}

// two adds the feature of the next template with attributes x and y.
func (f *features) two(x, y uint32) {
	f.template++
	f.dst[uint(f.n)%maxFeatures] = mix(f.template, x, y)
	f.n++
}

// when adds the feature of the next template only where x is not zero.
func (f *features) when(x, y uint32) {
	f.template++
	if x != 0 {
		f.dst[uint(f.n)%maxFeatures] = mix(f.template, x, y)
		f.n++
	}
}

func bit(b bool, n uint) uint32 {
	if b {
		return 1 << n
	}
	return 0
}

// collect sets r.features to those of token i, which lies in sentence s.
func (r *Recognizer) collect(s text.Sentence, i int) {
	f := &r.features
	f.n, f.template = 0, 0
	at := func(j int) *attribute {
		if j < s.First || j >= s.Last {
			return &boundary
		}
		return &r.attrs[j]
	}
	a, p1, p2, n1, n2 := at(i), at(i-1), at(i-2), at(i+1), at(i+2)

	// The word, its neighbours, and pairs of them.
	f.one(0)
	f.one(a.word)
	f.one(p1.word)
	f.one(p2.word)
	f.one(n1.word)
	f.one(n2.word)
	f.two(p1.word, a.word)
	f.two(a.word, n1.word)
	f.two(p1.word, n1.word)
	f.two(p2.word, p1.word)
	f.two(n1.word, n2.word)

	// Shapes.
	flags := bit(a.opening, 0) | bit(a.shouted, 1) | bit(a.upper, 2) | bit(a.titled, 3) | bit(a.quoted, 4)
	f.one(a.shape)
	f.two(a.shape, flags)
	f.two(p1.shape, a.shape)
	f.two(a.shape, n1.shape)
	f.two(mix(0, p1.shape, a.shape), n1.shape)
	f.two(p2.shape, p1.shape)
	f.two(n1.shape, n2.shape)
	f.one(flags)

	f.affixes(a.low)
	f.classes(a, p1, p2, n1, n2)
	f.run(r, s, i, a)
	f.joinedRun(r, s, i, a)
	f.gazetteer(a, p1, n1)
	r.elsewhere(f, i)
	f.wide(at, i, a)
}

// affixes adds prefixes and suffixes up to five bytes.
func (f *features) affixes(low string) {
	h := uint32(2166136261)
	for n := range 5 {
		if n < len(low) {
			h = (h ^ uint32(low[n])) * 16777619
		} else {
			h = (h ^ 0x7F) * 16777619
		}
		if n > 0 {
			f.one(h)
		}
	}
	h = 2166136261
	for n := range 5 {
		if n < len(low) {
			h = (h ^ uint32(low[len(low)-1-n])) * 16777619
		} else {
			h = (h ^ 0x7F) * 16777619
		}
		if n > 0 {
			f.one(h)
		}
	}
}

// classes adds word classes, which know words that training never saw.
func (f *features) classes(a, p1, p2, n1, n2 *attribute) {
	f.one(uint32(a.fine))
	f.one(uint32(a.coarse))
	f.one(uint32(p1.fine))
	f.one(uint32(p2.fine))
	f.one(uint32(n1.fine))
	f.one(uint32(n2.fine))
	f.two(uint32(a.coarse), uint32(p1.coarse))
	f.two(uint32(a.coarse), uint32(n1.coarse))
	f.two(uint32(p1.coarse), uint32(n1.coarse))
	f.two(uint32(a.fine), p1.word)
	f.two(uint32(a.fine), n1.word)
	f.two(uint32(p2.coarse), uint32(p1.coarse))
	f.two(uint32(n1.coarse), uint32(n2.coarse))
	f.two(uint32(a.fine), a.shape)
}

// run adds what surrounds and ends the capitalised run that the token is in.
func (f *features) run(r *Recognizer, s text.Sentence, i int, a *attribute) {
	const templates = 13
	if a.first < 0 {
		f.template += templates
		return
	}
	before, after := &boundary, &boundary
	if a.first > s.First {
		before = &r.attrs[a.first-1]
	}
	if a.last < s.Last {
		after = &r.attrs[a.last]
	}
	head, tail := &r.attrs[a.first], &r.attrs[a.last-1]
	length := uint32(min(a.last-a.first, 5))
	place := length<<4 | uint32(min(i-a.first, 3))<<2 | uint32(min(a.last-1-i, 3))
	f.one(place)
	f.two(place, before.word)
	f.two(place, after.word)
	f.two(uint32(before.fine), uint32(after.fine))
	f.two(before.word, after.word)
	f.two(place, uint32(before.fine))
	f.two(place, uint32(after.fine))
	f.two(head.word, place)
	f.two(tail.word, place)
	f.two(uint32(head.fine), place)
	f.two(uint32(tail.fine), place)
	f.two(uint32(head.fine), uint32(tail.fine))
	h := uint32(0)
	for j := a.first; j < a.last && j < a.first+5; j++ {
		h = mix(0, h, r.attrs[j].word)
	}
	f.two(h, place)
}

// joinedRun adds what surrounds and ends the run across linking words that the token is
// in, where it is more than the run itself.
func (f *features) joinedRun(r *Recognizer, s text.Sentence, i int, a *attribute) {
	const templates = 9
	if a.first < 0 || a.from == a.first && a.to == a.last {
		f.template += templates
		return
	}
	before, after := &boundary, &boundary
	if a.from > s.First {
		before = &r.attrs[a.from-1]
	}
	if a.to < s.Last {
		after = &r.attrs[a.to]
	}
	head, tail := &r.attrs[a.from], &r.attrs[a.to-1]
	inner := &r.attrs[a.last-1]
	place := uint32(min(i-a.from, 6))<<3 | uint32(min(a.to-1-i, 6))
	side := bit(a.first > a.from, 0) | bit(a.last < a.to, 1)
	f.two(head.word, side)
	f.two(uint32(head.fine), side)
	f.two(tail.word, side)
	f.two(uint32(tail.fine), side)
	f.two(mix(1, head.word, side), inner.word)
	f.two(place, uint32(head.fine))
	f.two(place, before.word)
	f.two(place, after.word)
	f.two(uint32(head.fine), mix(1, uint32(inner.fine), place))
}

// wide adds the words and classes a little farther off.
func (f *features) wide(at func(int) *attribute, i int, a *attribute) {
	p3, n3 := at(i-3), at(i+3)
	f.one(p3.word)
	f.one(n3.word)
	f.two(uint32(p3.fine), 1)
	f.two(uint32(n3.fine), 1)
	if a.first < 0 {
		return
	}
	b, c := at(a.first-1), at(a.last)
	b2, c2 := at(a.first-2), at(a.last+1)
	f.two(b2.word, b.word)
	f.two(c.word, c2.word)
	f.two(uint32(b2.fine), uint32(b.fine))
	f.two(uint32(c.fine), uint32(c2.fine))
	tail := at(a.last - 1)
	h := uint32(0)
	if n := len(tail.low); n >= 3 {
		h = hashString(tail.low[n-3:])
	}
	f.two(h, uint32(min(a.last-a.first, 3)))
	head := at(a.first)
	if n := len(head.low); n >= 3 {
		h = hashString(head.low[n-3:])
	}
	f.two(h, uint32(min(a.last-a.first, 3)))
	f.two(head.shape, tail.shape)
}
