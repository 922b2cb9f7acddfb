package pos

import (
	"strings"

	"slugline/analyzer/text"
	"slugline/analyzer/wordclass"
)

// Word is what the model sees of one token.
type Word struct {
	Fixed  Tag  // the tag, where Known
	Known  bool // the token's kind alone tells its tag
	shape  uint8
	hash   uint32
	suffix uint32 // the last three bytes, lower case
	class  uint32 // fine word class, 0 unknown
	coarse uint32
}

// The shapes of a word.
const (
	lower       uint8 = iota
	capital           // Washington
	capitals          // NATO, U.S.
	mixed             // iPhone, McCain
	digits            // 10-year, F-16
	hyphen            // well-known
	capitalDash       // Russian-backed
	initial           // any capital that opens a sentence
	outside           // beyond the sentence
)

// boundary stands where a sentence has no more words.
var boundary = Word{Fixed: Mark, Known: true, hash: 0x51ED270B, shape: outside}

// Key is what the dictionary stores a word under: its lower-case hash and its shape.
// Its upper 12 bits are never 0.
func (w *Word) Key() uint32 {
	return (w.hash^uint32(w.shape)*0x9E3779B1)*0x85EBCA6B | 1<<20
}

// A Window is a word between its neighbours: Words[2] is the one to be tagged.
type Window struct {
	Words      [5]Word
	doc        *text.Document
	next, last int // the token that enters at the next Advance; the sentence's end
	first      int
}

// NewWindow returns the window around the first of doc's tokens [first, last).
func NewWindow(doc *text.Document, first, last int) Window {
	w := Window{doc: doc, next: first, last: last, first: first}
	w.Words[3], w.Words[4] = boundary, boundary
	for range 3 {
		w.Advance()
	}
	w.Words[0], w.Words[1] = boundary, boundary
	return w
}

// Advance moves the window by one token.
func (w *Window) Advance() {
	copy(w.Words[:], w.Words[1:])
	w.Words[4] = boundary
	if w.next < w.last {
		w.Words[4] = wordOf(w.doc, w.next, w.opens(w.next))
		w.next++
	}
}

// opens reports whether token i opens its sentence, quotation marks aside.
func (w *Window) opens(i int) bool {
	return i == w.first || i == w.first+1 && w.doc.Tokens[w.first].Kind == text.Punctuation
}

// wordOf returns the Word of doc's token i. opens says that it opens a sentence,
// where a capital says nothing.
func wordOf(doc *text.Document, i int, opens bool) Word {
	token := doc.Tokens[i]
	s := token.Of(doc.Source)
	w := Word{}
	h := uint64(len(s)) + 0x9E3779B97F4A7C15 // as wordclass.Hash
	var uppers, lowers, numbers, dashes int
	ascii := true
	for j := 0; j < len(s); j++ {
		c := s[j]
		switch {
		case 'a' <= c && c <= 'z':
			lowers++
		case 'A' <= c && c <= 'Z':
			uppers++
			c += 'a' - 'A'
		case '0' <= c && c <= '9':
			numbers++
		case c == '-':
			dashes++
		case c >= 0x80:
			ascii = false
		}
		w.suffix = w.suffix<<8 | uint32(c)
		h = (h ^ uint64(c)) * 0xFF51AFD7ED558CCD
		h ^= h >> 32
	}
	w.suffix &= 0xFFFFFF
	h *= 0xC4CEB9FE1A85EC53
	h ^= h >> 29
	if !ascii {
		low := strings.ToLower(s)
		h = wordclass.Hash(low)
		if low != s {
			uppers++
		}
	}
	w.hash = uint32(h) ^ uint32(h>>32)
	w.shape = shape(s, ascii, uppers, lowers, numbers, dashes, opens)
	if w.Fixed, w.Known = fixed(token.Kind, s); !w.Known {
		fine := wordclass.OfHash(h)
		w.class, w.coarse = uint32(fine), uint32(wordclass.CoarseOf(fine))
	}
	return w
}

func shape(s string, ascii bool, uppers, lowers, numbers, dashes int, opens bool) uint8 {
	first := len(s) > 0 && 'A' <= s[0] && s[0] <= 'Z' || !ascii && uppers > 0 && s[0] >= 0x80
	switch {
	case numbers > 0:
		return digits
	case uppers == 0 && dashes > 0:
		return hyphen
	case uppers == 0:
		return lower
	case dashes > 0:
		return capitalDash
	case opens && first && (lowers > 0 || len(s) == 1):
		return initial
	case lowers == 0 && len(s) > 1:
		return capitals
	case first && uppers == 1:
		return capital
	}
	return mixed
}

// fixed returns the tag that a token's kind alone tells.
func fixed(kind text.Kind, s string) (Tag, bool) {
	switch kind {
	case text.Word:
		return 0, false
	case text.Number:
		if n := len(s); n > 2 {
			switch s[n-2:] {
			case "st", "nd", "rd", "th":
				return Adjective, true
			}
			if s[n-1] == 's' {
				return NounPlural, true // the 1990s
			}
		}
		return Numeral, true
	case text.Handle, text.Hashtag:
		return Name, true
	case text.Symbol:
		switch s {
		case "&":
			return Conjunction, true
		case "%":
			return Noun, true
		}
	}
	return Mark, true
}

// Templates is the number of features that a token fires.
const Templates = 16

// Rows sets rows to the model rows that fire for the word in the window; t1 and t2 are
// the tags of the word before it and of the one before that. A row index is a hash of
// the feature cut to bits bits.
func Rows(rows *[Templates]uint32, window *Window, t1, t2 Tag, bits uint) {
	w, before, after := &window.Words[2], &window.Words[1], &window.Words[3]
	p1, p2 := uint32(t1), uint32(t2)
	shape := uint32(w.shape)
	rows[0] = row(0, shape<<4|uint32(after.shape), bits)
	rows[1] = row(1, w.hash, bits)
	rows[2] = row(2, w.class<<3|shape, bits)
	rows[3] = row(3, w.suffix, bits)
	rows[4] = row(4, w.suffix&0xFFFF|shape<<16, bits)
	rows[5] = row(5, p1<<4|shape, bits)
	rows[6] = row(6, p1<<4|p2, bits)
	rows[7] = row(7, w.class<<4|p1, bits)
	rows[8] = row(8, before.hash, bits)
	rows[9] = row(9, after.hash, bits)
	rows[10] = row(10, after.class<<4|uint32(after.shape), bits)
	rows[11] = row(11, before.class, bits)
	rows[12] = row(12, after.suffix&0xFFFF|p1<<16, bits)
	rows[13] = row(13, w.coarse<<8|after.coarse, bits)
	rows[14] = row(14, window.Words[0].hash, bits)
	rows[15] = row(15, window.Words[4].coarse<<8|w.coarse, bits)
}

func row(template, value uint32, bits uint) uint32 {
	h := (value ^ template*0x9E3779B1) * 0x85EBCA6B
	h ^= h >> 15
	return h * 0xC2B2AE35 >> (32 - bits)
}
