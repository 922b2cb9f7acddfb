package topic

import (
	"slugline/analyzer/text"
	"slugline/analyzer/wordclass"
)

// word is a word or number of the article, in text order.
type word struct {
	span     text.Span
	distinct int32 // which distinct word it is
	sentence int32 // index into Document.Sentences
	weight   float32
	breaks   bool // a mark stands before it: no phrase goes across
	letters  uint8
}

// How a word is written.
const (
	small    = 0
	capital  = 1 // first letter
	capitals = 2 // all of at least two letters
)

// distinct is a word of the article, letter case apart.
type distinct struct {
	text  string // lower case
	hash  uint64
	class int32   // fine class, 0 for unknown
	count float32 // occurrences, weighted by place
	first int32   // its first occurrence
	// numbers of this word in the phrase table, -1 for none: as it is, its stem, and
	// the longest and shortest starred prefix
	keys   [4]int32
	begins bool // a phrase may begin with it
}

// Weights of a word's place. A headline says what a story is about, a news story says it
// again in its first sentences, and its last paragraphs tell what was before.
const (
	titleWeight = 4
	leadWeight  = 3
	leadWords   = 60
	tailWeight  = 0.5
	tailFrom    = 200 // words
)

// scan is the article as words. Its buffers are used again.
type scan struct {
	words    []word
	distinct []distinct
	slots    []int32 // hash slot -> distinct word + 1
	lower    []byte
	present  []uint64   // a bit for each word of the phrases, set where the article has it
	known    []distinct // words of this article and of those before, by a few bits of their hash
	running  int        // words outside titles
}

// read fills s from doc.
func (s *scan) read(doc *text.Document, phrases *lexicon) {
	s.words, s.distinct, s.running = s.words[:0], s.distinct[:0], 0
	size := 256
	for size < 2*len(doc.Tokens) {
		size *= 2
	}
	if len(s.slots) < size {
		s.slots = make([]int32, size)
	}
	s.slots = s.slots[:cap(s.slots)]
	clear(s.slots)
	if n := phrases.words.n/64 + 1; len(s.present) != n {
		s.present = make([]uint64, n)
	}
	clear(s.present)
	source := s.lowered(doc.Source)
	for b := range doc.Blocks {
		block := &doc.Blocks[b]
		breaks := true
		sentence := block.FirstSentence
		for i := block.First; i < block.Last; i++ {
			t := &doc.Tokens[i]
			for sentence < block.LastSentence && i >= doc.Sentences[sentence].Last {
				sentence++
				breaks = true
			}
			switch {
			case t.Kind == text.Word && isClitic(doc.Source[t.Start:t.End]):
				continue
			case t.Kind == text.Word || t.Kind == text.Number || t.Kind == text.Hashtag && t.Len() > 1:
			default:
				if t.Kind != text.Punctuation || !isQuote(doc.Source[t.Start:t.End]) {
					breaks = true
				}
				continue
			}
			span := t.Span
			if t.Kind == text.Hashtag {
				span.Start++
			}
			w := word{span: span, sentence: int32(sentence), breaks: breaks, weight: s.place(block.Kind)}
			breaks = false
			h, letters := spell(doc.Source[span.Start:span.End])
			w.letters = letters
			w.distinct = s.enter(source[span.Start:span.End], h, phrases)
			s.distinct[w.distinct].count += w.weight
			s.words = append(s.words, w)
		}
	}
}

// place is the weight of the next word of a block.
func (s *scan) place(kind text.BlockKind) float32 {
	if kind == text.Title {
		return titleWeight
	}
	s.running++
	if kind == text.Deck || s.running <= leadWords {
		return leadWeight
	}
	if s.running > tailFrom {
		return tailWeight
	}
	return 1
}

// lowered is the source with A-Z written small, the bytes in their places.
func (s *scan) lowered(source string) string {
	s.lower = append(s.lower[:0], source...)
	for i, c := range s.lower {
		if c-'A' < 26 {
			s.lower[i] = c | 0x20
		}
	}
	return string(s.lower)
}

// enter returns the number of a distinct word, which it enters where it is new.
func (s *scan) enter(lower string, h uint64, phrases *lexicon) int32 {
	mask := uint64(len(s.slots) - 1)
	slot := h >> 16 & mask
	for s.slots[slot] != 0 {
		if d := s.slots[slot] - 1; s.distinct[d].hash == h {
			return d
		}
		slot = (slot + 1) & mask
	}
	s.slots[slot] = int32(len(s.distinct) + 1)
	s.distinct = append(s.distinct, *s.look(lower, h, phrases))
	d := &s.distinct[len(s.distinct)-1]
	d.text, d.first = lower, int32(len(s.words))
	for _, key := range d.keys {
		if key >= 0 {
			s.present[key/64] |= 1 << (key % 64)
		}
	}
	return int32(len(s.distinct) - 1)
}

// knownWords is how many words are kept between articles, a power of two: those of some
// ten articles. A story that is being typed is nearly all known, and so is most of
// the next one.
const knownWords = 1 << 12

// look returns what the tables have on a word, its text and place left open.
func (s *scan) look(lower string, h uint64, phrases *lexicon) *distinct {
	if s.known == nil {
		s.known = make([]distinct, knownWords)
	}
	d := &s.known[h>>32&(knownWords-1)]
	if d.hash != h || h == 0 {
		*d = distinct{hash: h, class: int32(wordclass.OfHash(h)), keys: phrases.keys(lower, h)}
		for _, key := range d.keys {
			d.begins = d.begins || key >= 0 && phrases.first(key)
		}
	}
	return d
}

// spell returns wordclass.Hash of a word in lower case, and how it is written.
func spell(w string) (h uint64, letters uint8) {
	up, low := 0, 0
	h = wordclass.Seed(len(w))
	for i := 0; i < len(w); i++ {
		c := w[i]
		switch {
		case c-'A' < 26:
			up++
			c |= 0x20
		case c-'a' < 26:
			low++
		}
		h = wordclass.Step(h, c)
	}
	h = wordclass.Finish(h)
	switch {
	case up > 1 && low == 0:
		return h, capitals
	case up > 0 && w[0]-'A' < 26 || w[0] >= 0x80:
		return h, capital
	}
	return h, small
}

func isClitic(w string) bool {
	switch w {
	case "'s", "’s", "'", "’", "'S":
		return true
	}
	return false
}

func isQuote(w string) bool {
	switch w {
	case "'", "’", "‘", "\"", "“", "”":
		return true
	}
	return false
}
