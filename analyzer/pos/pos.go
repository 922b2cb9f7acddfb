// Package pos tells the part of speech of every token: what noun phrases are made of
// and what surrounds names.
//
// The tagger is a greedy averaged perceptron (Collins 2002; the features follow
// Honnibal's "A good part-of-speech tagger in about 200 lines of Python", 2013, with
// word classes added), trained by build/postrain with prose v2's tagger as its teacher.
// Words that have one tag wherever they stand are looked up first and cost one probe.
//
// The model is read in place. It begins with the dictionary, DictionaryCells cells of
// 16 bits (12 of the word's hash, 4 of its tag, 0 for empty), followed by rows of
// sixteen bytes, a weight for each tag, 128 meaning 0. The rows that fire are added up
// eight weights at a time in 16-bit lanes, so a token costs some two hundred operations.
// Lemmas, morphology and a Viterbi search are left out: nothing downstream needs them.
package pos

import (
	"math/bits"

	"slugline/analyzer/model"
	"slugline/analyzer/text"
)

// DictionaryCells is the number of cells of the dictionary, a power of two.
const DictionaryCells = 4096

// TagTokens appends the tag of every token of doc to dst, in order. Contexts end with
// their sentence; a token outside all sentences is a Mark.
func TagTokens(dst []Tag, doc *text.Document) []Tag {
	first := len(dst)
	for range doc.Tokens {
		dst = append(dst, Mark)
	}
	m := reader{model.POS[:2*DictionaryCells], model.POS[2*DictionaryCells:], 0}
	m.bits = uint(bits.Len(uint(len(m.rows)/Tags)) - 1)
	for _, s := range doc.Sentences {
		m.sentence(dst[first+s.First:first+s.Last], doc, s.First)
	}
	return dst
}

// A reader holds the two parts of the model.
type reader struct {
	dictionary, rows string
	bits             uint // the number of rows is 1<<bits
}

// sentence sets tags, one for each token from doc.Tokens[first] on.
func (m reader) sentence(tags []Tag, doc *text.Document, first int) {
	window := NewWindow(doc, first, first+len(tags))
	var rows [Templates]uint32
	t1, t2 := Mark, Mark
	for i := range tags {
		tag, known := m.known(&window.Words[2])
		if !known {
			Rows(&rows, &window, t1, t2, m.bits)
			tag = m.best(&rows)
		}
		tags[i] = tag
		t2, t1 = t1, tag
		window.Advance()
	}
}

// known returns the tag of a word that needs no model.
func (m reader) known(w *Word) (Tag, bool) {
	if w.Known {
		return w.Fixed, true
	}
	key := w.Key()
	for i := key & (DictionaryCells - 1); ; i = (i + 1) & (DictionaryCells - 1) {
		cell := uint32(m.dictionary[2*i]) | uint32(m.dictionary[2*i+1])<<8
		if cell == 0 {
			return 0, false
		}
		if cell>>4 == key>>20 {
			return Tag(cell & 15), true
		}
	}
}

// best adds up the rows and returns the tag with the highest sum, the first of equals.
func (m reader) best(rows *[Templates]uint32) Tag {
	const even = 0x00FF00FF00FF00FF
	var a, b, c, d uint64 // tags 0 2 4 6, 1 3 5 7, 8 10 12 14, 9 11 13 15: Templates*255 fits a lane
	for _, r := range rows {
		x, y := word64(m.rows, int(r)*Tags), word64(m.rows, int(r)*Tags+8)
		a += x & even
		b += x >> 8 & even
		c += y & even
		d += y >> 8 & even
	}
	best, tag := uint64(0), 0
	for i := 0; i < 8; i += 2 {
		for k, sum := range [4]uint64{a, b, c, d} {
			if s := sum >> (8 * i) & 0xFFFF; s > best {
				best, tag = s, i+k&1+k>>1<<3
			}
		}
	}
	return Tag(tag)
}

func word64(s string, i int) uint64 {
	s = s[i : i+8]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}
