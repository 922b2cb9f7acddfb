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
	keys [4]int32
}

// Weights of a word's place. A headline says what a story is about, and a news story
// says it again in its first sentences.
const (
	titleWeight = 3
	leadWeight  = 2
	leadWords   = 60
)

// scan is the article as words. Its buffers are used again.
type scan struct {
	words    []word
	distinct []distinct
	slots    []int32 // hash slot -> distinct word + 1
	lower    []byte
	running  int // words outside titles
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
			w.letters = letters(doc.Source[span.Start:span.End])
			w.distinct = s.enter(source[span.Start:span.End], phrases)
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
func (s *scan) enter(lower string, phrases *lexicon) int32 {
	h := wordclass.Hash(lower)
	mask := uint64(len(s.slots) - 1)
	slot := h >> 16 & mask
	for s.slots[slot] != 0 {
		if d := s.slots[slot] - 1; s.distinct[d].hash == h {
			return d
		}
		slot = (slot + 1) & mask
	}
	s.slots[slot] = int32(len(s.distinct) + 1)
	d := distinct{text: lower, hash: h, class: int32(wordclass.OfHash(h)), first: int32(len(s.words))}
	d.keys = phrases.keys(lower, h)
	s.distinct = append(s.distinct, d)
	return int32(len(s.distinct) - 1)
}

// letters says how a word is written.
func letters(w string) uint8 {
	up, low := 0, 0
	for i := 0; i < len(w); i++ {
		switch c := w[i]; {
		case c-'A' < 26:
			up++
		case c-'a' < 26:
			low++
		}
	}
	switch {
	case up > 1 && low == 0:
		return capitals
	case up > 0 && w[0]-'A' < 26 || w[0] >= 0x80:
		return capital
	}
	return small
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
