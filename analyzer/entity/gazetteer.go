package entity

import (
	"math/bits"

	"slugline/analyzer/model"
	"slugline/analyzer/text"
)

// List is a gazetteer: names of one kind. Gazetteers are features, never answers: a
// "Washington" in the list of surnames is still a place after "in".
type List uint8

// The gazetteers. A list with Cue in its name holds words beside names, not names.
const (
	ForenameList List = iota
	SurnameList
	PersonList
	CityList // 100,000 people or more
	CountryList
	PlaceList
	OrganizationList
	CompanyList
	MediaList
	GroupList
	EventList
	WorkList
	ProductList
	PersonCue // titles before a person's name
	OrganizationCue
	PlaceCue
	EventCue
	WorkCue
	ProductCue
	GroupCue
	Lists = iota
)

// listed says for each list whether a phrase of it covers a token and where in the
// phrase the token stands: 3 bits a list, 0 for none, else 1 + position.
type listed uint64

// MaxPhrase is the longest gazetteer phrase in tokens.
const MaxPhrase = 7

// PhraseKey returns the key of a phrase in a gazetteer and its number of tokens.
func PhraseKey(phrase string) (key uint32, tokens int) {
	for _, t := range text.Tokenize(nil, phrase, text.Span{End: len(phrase)}) {
		key = mix(0, key, hashString(string(appendFolded(nil, t.Of(phrase)))))
		tokens++
	}
	return key, tokens
}

// lookUp marks the tokens of attrs[first:last] (one sentence) that gazetteer phrases
// cover, the longest phrase of each list first.
func (r *Recognizer) lookUp(first, last int) {
	table := gazetteer{model.Gazetteer}
	for i := first; i < last; i++ {
		if !r.attrs[i].strong {
			continue
		}
		var found [MaxPhrase]uint32
		h, n := uint32(0), 0
		for j := i; j < last && j < i+MaxPhrase; j++ {
			h = mix(0, h, r.attrs[j].word)
			if r.attrs[j].strong || r.attrs[j].digit {
				if found[j-i] = table.lists(h); found[j-i] != 0 {
					n = j - i + 1
				}
			} else if r.attrs[j].low == "," || !r.attrs[j].link {
				break
			}
		}
		for ; n > 0; n-- {
			for set := found[n-1]; set != 0; set &= set - 1 {
				r.mark(i, i+n, 3*bits.TrailingZeros32(set))
			}
		}
	}
}

// mark marks tokens [first, last) for the list whose bits begin at shift, unless a
// phrase of that list found before already covers the first of them.
func (r *Recognizer) mark(first, last, shift int) {
	if r.attrs[first].listed>>shift&7 != 0 {
		return
	}
	for i := first; i < last; i++ {
		position := listed(Inside)
		switch {
		case last-first == 1:
			position = Single
		case i == first:
			position = Begin
		case i == last-1:
			position = End
		}
		r.attrs[i].listed = r.attrs[i].listed&^(7<<shift) | (1+position)<<shift
	}
}

// gazetteer adds the lists that the token and its neighbours stand in.
func (f *features) gazetteer(a, p1, n1 *attribute) {
	base := f.template
	for k, x := range [3]*attribute{a, p1, n1} {
		for rest := x.listed; rest != 0; {
			shift := bits.TrailingZeros64(uint64(rest)) / 3 * 3
			f.template = base + uint32(k)
			f.one(uint32(shift)<<3 | uint32(rest>>shift&7))
			rest &^= 7 << shift
		}
	}
	f.template = base + 3
	low, high := uint32(a.listed), uint32(a.listed>>32)
	f.when(low|high, mix(1, low, high))
	f.when(low|high, mix(mix(1, low, high), a.shape, uint32(a.last-a.first)))
	f.two(mix(1, low, high), n1.word)
	f.two(mix(1, low, high), p1.word)
	f.two(mix(1, uint32(p1.listed), uint32(p1.listed>>32)), mix(1, low, high))
	f.two(mix(1, uint32(n1.listed), uint32(n1.listed>>32)), mix(1, low, high))
}

// gazetteer reads model.Gazetteer in place. All numbers are little-endian:
//
//	0      uint32      number of bits of a hash that choose its bucket
//	4      uint32      n, number of list sets
//	8      uint32 × n  list sets, bit l for List l
//	       uint32 × buckets/16   number of phrases before each 16th bucket
//	       byte × buckets        number of phrases in the bucket
//	       byte × phrases        fingerprint: low 8 bits of the hash, ascending in a bucket
//	       byte × phrases        which list set
//
// A phrase that is not in a list passes by chance about once in 100 times.
type gazetteer struct{ data string }

func (g gazetteer) uint32(at int) uint32 {
	d := g.data[at : at+4]
	return uint32(d[0]) | uint32(d[1])<<8 | uint32(d[2])<<16 | uint32(d[3])<<24
}

// lists returns the set of lists that hold the phrase of hash h.
func (g gazetteer) lists(h uint32) uint32 {
	bucketBits, sets := g.uint32(0), int(g.uint32(4))
	buckets := 1 << bucketBits
	bucket := int(h >> (32 - bucketBits))
	starts := 8 + 4*sets
	counts := starts + 4*(buckets/16)
	at := int(g.uint32(starts + 4*(bucket/16)))
	for b := bucket &^ 15; b < bucket; b++ {
		at += int(g.data[counts+b])
	}
	prints := counts + buckets
	phrases := (len(g.data) - prints) / 2
	for n := int(g.data[counts+bucket]); n > 0; n-- {
		if g.data[prints+at] == byte(h) {
			return g.uint32(8 + 4*int(g.data[prints+phrases+at]))
		}
		at++
	}
	return 0
}
