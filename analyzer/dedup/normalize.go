package dedup

import (
	"unicode"
	"unicode/utf8"

	"slugline/analyzer/text"
)

// A word of an article as comparison sees it: folded to lower case without accents,
// apostrophes or punctuation, and known by its hash only. The words are cut here and not
// taken from text.Document, so that an archived text is cut alike for as long as the
// archive lives, however the tokenizer grows.
type word struct {
	hash       uint32
	start, end int32 // bytes of Source
	flags      uint8
	block      uint8 // low bits of the block's number
}

const (
	figure   = 1 << iota // has a digit
	capital              // starts with a capital
	opening              // first word of a sentence
	headline             // of a title
	quoted               // inside quotation marks
	letter               // has a letter
	spelled              // a number in letters, a day of the week or a month
)

// folds holds what each ASCII byte is to comparison: 0 a gap, 1 an apostrophe, which is
// left out, else the folded letter or digit.
var folds = func() (t [128]byte) {
	for c := 'a'; c <= 'z'; c++ {
		t[c], t[c-32] = byte(c), byte(c)
	}
	for c := '0'; c <= '9'; c++ {
		t[c] = byte(c)
	}
	t['\''], t['`'] = 1, 1
	return t
}()

// latin folds U+00C0 to U+017F to letters without accents; '.' is a gap.
const latin = "aaaaaaaceeeeiiiidnooooo.ouuuuytsaaaaaaaceeeeiiiidnooooo.ouuuuyty" +
	"aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllllllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs"

// span is a stretch of a text that is cut into words.
type span struct {
	text.Span
	title bool
}

// cut appends the words of the spans of s to dst. starts are the sentences' first bytes,
// in order.
func cut(dst []word, s string, spans []span, sentences []text.Span) []word {
	next := 0
	for n, p := range spans {
		flags := uint8(0)
		if p.title {
			flags = headline
		}
		inQuotes, opens := false, true
		for i := p.Start; i < p.End; {
			w, end, quote := scan(s, i, p.End)
			if w.start == w.end {
				inQuotes = inQuotes != quote
				opens = opens || quote || ends(s, i, dst)
				i = end
				continue
			}
			i = end
			w.flags |= flags
			if w.flags&letter != 0 && spelledOut.has(w.hash) {
				w.flags |= spelled
			}
			w.block = uint8(n)
			for next < len(sentences) && sentences[next].End <= int(w.start) {
				next++
			}
			if next < len(sentences) && sentences[next].Start <= int(w.start) {
				w.flags |= opening
				next++
			}
			if inQuotes {
				w.flags |= quoted
			}
			if opens {
				w.flags |= opening
				opens = false
			}
			dst = append(dst, w)
		}
	}
	return dst
}

// ends reports whether the mark at s[i] may end a sentence after the last word of ws: a
// short or capitalised word before a period is taken for an abbreviation.
func ends(s string, i int, ws []word) bool {
	switch s[i] {
	case '!', '?', ':', '\n':
		return true
	case '.':
		if len(ws) == 0 {
			return true
		}
		w := ws[len(ws)-1]
		return int(w.end) == i && w.flags&capital == 0 && w.end-w.start > 2
	}
	return false
}

const hashSeed, hashPrime = 2166136261, 16777619

// scan reads the word at s[i:end], or the one character there that is none. quote tells
// that it is a double quotation mark.
func scan(s string, i, end int) (w word, after int, quote bool) {
	w.start = int32(i)
	h := uint32(hashSeed)
	last := i // end of the last letter or digit
	for i < end {
		c := s[i]
		if c < 0x80 {
			f := folds[c]
			if f > 1 {
				h = (h ^ uint32(f)) * hashPrime
				if f <= '9' {
					w.flags |= figure
				} else {
					if c != f && last == int(w.start) {
						w.flags |= capital
					}
					w.flags |= letter
				}
				i++
				last = i
				continue
			}
			if last == int(w.start) {
				return word{}, i + 1, c == '"'
			}
			if f == 1 && i+1 < end && letterAt(s, i+1) {
				i++
				continue
			}
			if (c == ',' || c == '.') && isDigit(s[i-1]) && i+1 < end && isDigit(s[i+1]) {
				if c == '.' {
					h = (h ^ '.') * hashPrime
				}
				i++
				continue
			}
			break
		}
		r, n := utf8.DecodeRuneInString(s[i:end])
		if r >= 0xC0 && r < 0x17F+1 && int(r-0xC0) < len(latin) && latin[r-0xC0] != '.' {
			h = (h ^ uint32(latin[r-0xC0])) * hashPrime
			if last == int(w.start) && unicode.IsUpper(r) {
				w.flags |= capital
			}
		} else if alone(r) {
			if last == int(w.start) {
				w.hash, w.end = mix((h^uint32(r))*hashPrime), int32(i+n)
				return w, i + n, false
			}
			break
		} else if r > 0x17F && (unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r)) {
			if last == int(w.start) && unicode.IsUpper(r) {
				w.flags |= capital
			}
			h = (h ^ uint32(unicode.ToLower(r))) * hashPrime
		} else {
			if last == int(w.start) {
				return word{}, i + n, r == '“' || r == '”'
			}
			if (r == '’' || r == '‘' || r == 0xAD) && i+n < end && letterAt(s, i+n) {
				i += n
				continue
			}
			break
		}
		i += n
		last = i
	}
	w.hash, w.end = mix(h), int32(last)
	return w, max(last, i), false
}

// alone reports whether a character is a word of its own: the scripts written without
// spaces.
func alone(r rune) bool {
	return r >= 0x2E80 && r < 0xA000 || r >= 0xAC00 && r < 0xD7B0 || r >= 0xF900 && r < 0xFB00 || r >= 0x20000 && r < 0x32000
}

func isDigit(c byte) bool { return c-'0' < 10 }

func letterAt(s string, i int) bool { return s[i] >= 0x80 || folds[s[i]] > 1 }

// spelledOut knows the words that are figures: numbers but "one", which is mostly none,
// days and months.
var spelledOut = func() (t lookup) {
	words := []byte("two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen " +
		"seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion " +
		"second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth " +
		"seventeenth eighteenth nineteenth twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth " +
		"hundredth dozen half quarter " +
		"monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun " +
		"january february march april june july august september october november december " +
		"jan feb apr jun jul aug sept oct nov dec ")
	h := uint32(hashSeed)
	for _, c := range words {
		if c != ' ' {
			h = (h ^ uint32(c)) * hashPrime
			continue
		}
		t.put(mix(h))
		h = hashSeed
	}
	return t
}()

// A lookup is a set of hashes, open addressing.
type lookup [256]uint32

func (t *lookup) put(h uint32) {
	i := h & 255
	for t[i] != 0 {
		i = (i + 1) & 255
	}
	t[i] = h
}

func (t *lookup) has(h uint32) bool {
	for i := h & 255; t[i] != 0; i = (i + 1) & 255 {
		if t[i] == h {
			return true
		}
	}
	return false
}

// mix spreads the bits of an FNV hash, which are poor at the top.
func mix(h uint32) uint32 {
	h ^= h >> 15
	h *= 0x2c1b3c6d
	h ^= h >> 12
	h *= 0x297a2d39
	return h ^ h>>15
}
