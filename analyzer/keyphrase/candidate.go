package keyphrase

import (
	"sort"

	"slugline/analyzer/pos"
	"slugline/analyzer/text"
)

// maxWords is the longest phrase: longer ones are sentences in disguise.
const maxWords = 5

// A candidate is one phrase with all its places.
type candidate struct {
	words     [maxWords]int32 // of the lexicon; -1 behind the last
	length    int             // words
	weight    float64         // its places, each counted by how well the phrase stands by itself there
	first     int             // the first token of its first place
	shown     int             // the first token of the place that is shown
	shownRank int             // how well it looks there
	entity    int             // of the name that it is, or -1
	mentions  int             // of the person that it names
	factor    float32         // what its words' salience is multiplied with
	score     float32
}

// How much one place counts.
const (
	alone   = 1.0  // a noun phrase to its full extent
	heading = 0.5  // a noun of the title, wherever it stands
	nested  = 0.25 // a name inside a longer noun phrase
)

// A finder collects candidates, each once.
type finder struct {
	doc    *text.Document
	tags   []pos.Tag
	l      *lexicon
	table  []int32 // open addressing: index in found + 1
	cover  []uint8 // for each token, what sort of name covers it
	weight float64 // of the noun phrases in this block
	found  []candidate
}

// findCandidates returns the noun phrases and names of doc, in the order of their
// first places.
func findCandidates(doc *text.Document, tags []pos.Tag, names []Name, l *lexicon) *finder {
	f := finder{doc: doc, tags: tags, l: l, table: make([]int32, tableSize(2*len(doc.Tokens))),
		cover: make([]uint8, len(doc.Tokens)), found: make([]candidate, 0, len(doc.Tokens)/6)}
	f.markNames(names)
	for _, b := range doc.Blocks {
		f.weight = alone
		if b.Kind == text.Title {
			f.weight = heading // headlines run words together that no noun phrase would
		}
		for _, s := range doc.Sentences[b.FirstSentence:b.LastSentence] {
			start := -1
			for i := s.First; i < s.Last; i++ {
				if l.ids[i] < 0 || f.cover[i] == person {
					f.run(start, i)
					start = -1
				} else if start < 0 {
					start = i
				}
			}
			f.run(start, s.Last)
		}
	}
	f.names(names)
	if l.titled {
		f.titleNouns()
	}
	return &f
}

// run adds the noun phrase in tokens [first, last), a run of content words; there is
// none where first is -1. A phrase ends in a noun and begins with a word that says
// something: not with "new", "Mr." or the verb in "raising taxes".
func (f *finder) run(first, last int) {
	if first < 0 {
		return
	}
	for last > first && (!f.tags[last-1].IsNoun() || last-1 > first && f.idle(last-1)) {
		last--
	}
	for last > first && (f.weak(first) && last-first > 1 || f.verbal(first)) {
		first++
	}
	if last-first > maxWords {
		first = last - maxWords
		for first < last && f.tags[first] == pos.Name && f.tags[first-1] == pos.Name {
			first++ // half a name is a fragment
		}
	}
	if last > first && !(last-first == 1 && f.idle(first)) && !f.fragment(first, last) {
		f.add(first, last, f.weight, -1)
	}
}

// weakRarity is the rarity in bits below which an adjective narrows nothing: new, last,
// many, own, former.
const weakRarity = 2.5

// weak reports whether a phrase is better without token i at its beginning.
func (f *finder) weak(i int) bool {
	return f.tags[i] == pos.Adjective && Rarity(f.l.words[f.l.ids[i]].key) < weakRarity || f.idle(i)
}

// verbal reports whether token i is a verb with an object ("raising taxes") rather than
// a qualifier ("the rising taxes").
func (f *finder) verbal(i int) bool {
	if f.tags[i] != pos.Gerund {
		return false
	}
	if i == 0 {
		return true
	}
	switch f.tags[i-1] {
	case pos.Determiner, pos.Adjective, pos.Possessive, pos.Numeral:
		return false
	}
	return true
}

// idle reports whether token i is a day, a month, a unit of time or a form of address: these stand
// beside phrases and names, not in them.
func (f *finder) idle(i int) bool {
	w := f.doc.Tokens[i].Of(f.doc.Source)
	return idleLooks.Fit(w) && idleWords.Has(w)
}

const idleWords = text.List("Apr.|April|Aug.|August|Capt.|Col.|Dec.|December|Dr|Dr.|Feb.|February|Fri.|Friday|Gen.|Gov.|Govs.|Jan.|January|Jul.|July|Jun.|June|" +
	"Lt.|Mar.|March|Miss|Mon.|Monday|Mr|Mr.|Mrs|Mrs.|Ms|Ms.|Nov.|November|Oct.|October|Prof.|Rep.|Reps.|Rev.|Sat.|Saturday|Sen.|Sens.|" +
	"Sep.|Sept.|September|Sgt.|Sir|Sun.|Sunday|Thu.|Thurs.|Thursday|Tue.|Tues.|Tuesday|Wed.|Wednesday|a.m.|day|days|decade|decades|hour|" +
	"hours|minute|minutes|month|months|p.m.|percent|week|weeks|year|years")

// idleLooks tells most other words from idleWords without a search.
var idleLooks = text.LooksOf(idleWords)

// What covers a token.
const (
	nothing uint8 = iota
	name
	begin // the first token of a name
	person
)

// markNames notes which tokens lie in names.
func (f *finder) markNames(names []Name) {
	i := 0
	for _, n := range names {
		for i < len(f.cover) && f.doc.Tokens[i].Start < n.Start {
			i++
		}
		for k := begin; i < len(f.cover) && f.doc.Tokens[i].End <= n.End; i++ {
			f.cover[i] = k
			k = name
			if n.Person {
				f.cover[i] = person
			}
		}
	}
}

// fragment reports whether tokens [first, last) are part of a longer name:
// "Representatives" of a House, "State" of a Secretary.
func (f *finder) fragment(first, last int) bool {
	if f.cover[first] == name || last < len(f.cover) && f.cover[last] == name {
		return true
	}
	return first >= 2 && f.tags[first] == pos.Name && f.cover[first] == nothing && f.tags[first-2] == pos.Name &&
		f.doc.Tokens[first-1].Of(f.doc.Source) == "of"
}

// names adds persons, all mentions of one under the longest, and the other names that
// stand inside longer noun phrases.
func (f *finder) names(names []Name) {
	longest := map[int]int{}
	for i, n := range names {
		if k, ok := longest[n.Entity]; n.Entity >= 0 && (!ok || n.Len() > names[k].Len()) {
			longest[n.Entity] = i
		}
	}
	for i, n := range names {
		if k, ok := longest[n.Entity]; ok && n.Person {
			i = k
		}
		first, last := f.tokens(names[i].Span)
		switch {
		case first == last:
		case n.Person:
			f.add(first, last, alone, n.Entity).mentions++
		case f.ends(first-1) && f.ends(last):
			f.add(first, last, 0, n.Entity) // run has counted it
		default:
			f.add(first, last, nested, n.Entity)
		}
	}
}

// tokens returns the tokens [first, last) of a name that can be a phrase; first is last
// where it cannot.
func (f *finder) tokens(span text.Span) (first, last int) {
	first = sort.Search(len(f.doc.Tokens), func(i int) bool { return f.doc.Tokens[i].Start >= span.Start })
	for last = first; last < len(f.doc.Tokens) && f.doc.Tokens[last].End <= span.End; last++ {
		if f.l.ids[last] < 0 || last-first == maxWords {
			return 0, 0
		}
	}
	return first, last
}

// ends reports whether no phrase goes on at token i.
func (f *finder) ends(i int) bool { return i < 0 || i >= len(f.l.ids) || f.l.ids[i] < 0 }

// titleNouns adds every noun of the title that the text takes up as a phrase of its own,
// with all its places: what a headline puts in one word, the article is about.
func (f *finder) titleNouns() {
	for i, id := range f.l.ids {
		if id < 0 || !f.tags[i].IsNoun() || f.idle(i) || f.cover[i] == person || f.fragment(i, i+1) {
			continue
		}
		if w := &f.l.words[id]; w.title && w.text && !(f.tags[i] == pos.Name && (f.isName(i-1) || f.isName(i+1))) {
			f.add(i, i+1, heading, -1)
		}
	}
}

// isName reports whether token i is there and tagged a name.
func (f *finder) isName(i int) bool { return i >= 0 && i < len(f.tags) && f.tags[i] == pos.Name }

// add counts one place of the phrase in tokens [first, last) and returns the phrase,
// which is valid until the next call.
func (f *finder) add(first, last int, weight float64, entity int) *candidate {
	c := candidate{first: first, shown: first, entity: entity, length: last - first}
	for i := range c.words {
		c.words[i] = -1
	}
	h := uint32(2166136261)
	for i := first; i < last; i++ {
		c.words[i-first] = f.l.ids[i]
		h = (h ^ uint32(f.l.ids[i])) * 16777619
		h ^= h >> 13
	}
	mask := uint32(len(f.table) - 1)
	i := h & mask
	for f.table[i] != 0 && f.found[f.table[i]-1].words != c.words {
		i = (i + 1) & mask
	}
	if f.table[i] == 0 {
		c.shownRank = -1
		f.found = append(f.found, c)
		f.table[i] = int32(len(f.found))
	}
	g := &f.found[f.table[i]-1]
	g.weight += weight
	g.first = min(g.first, first)
	if entity >= 0 {
		g.entity = entity
	}
	if rank := f.looks(first); rank > g.shownRank {
		g.shown, g.shownRank = first, rank
	}
	return g
}

// looks says how well a phrase looks that begins at token i: headlines write words
// with capitals, and so do beginnings of sentences.
func (f *finder) looks(i int) int {
	from, to := 0, len(f.doc.Blocks) // the first block that ends behind i
	for from < to {
		if middle := (from + to) / 2; i < f.doc.Blocks[middle].Last {
			to = middle
		} else {
			from = middle + 1
		}
	}
	if from < len(f.doc.Blocks) {
		if kind := f.doc.Blocks[from].Kind; kind != text.Paragraph && kind != text.Deck {
			return 0
		}
	}
	if c := f.doc.Source[f.doc.Tokens[i].Start]; 'a' <= c && c <= 'z' || f.tags[i] == pos.Name {
		return 2
	}
	return 1
}
