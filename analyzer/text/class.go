package text

// Character classes. They merge the values of Unicode's Word_Break and
// Grapheme_Cluster_Break that need not be told apart here: all letters that
// UAX #29 keeps together (ALetter, Hebrew_Letter, Katakana, Hangul) and those that it
// would need a dictionary for (Thai, Khmer, Lao, Burmese) are letters; Extend,
// SpacingMark and ZWJ, which never open a cluster, are one class.

import "unicode/utf8"

//go:generate go run slugline/build/texttables

type class uint8

const (
	other     class = iota // unassigned, private, invalid bytes
	space                  // white space and control characters
	letter                 // letters, and numbers that are not digits
	digit                  // decimal digits
	ideograph              // Han and Hiragana, a token each
	extend                 // never begins a grapheme cluster
	ignorable              // format characters: soft hyphen, byte order mark, direction marks
	prepend                // joins what follows it
	punct
	symbol
	currency
	pictograph // emoji
	textPict   // shown as text unless U+FE0F follows: ©, ™, ↔
	regional   // half a flag
)

// byteClass is the class of each ASCII byte; bytes from 0x80 are other.
var byteClass = func() (t [256]class) {
	for r := range rune(utf8.RuneSelf) {
		t[r] = runClass(r)
	}
	return t
}()

// lowClass is the class of the characters below U+0250, pageClass of U+2000 to
// U+20CF: Latin letters, quotes, dashes and currency signs.
var (
	lowClass = func() (t [0x250]class) {
		for r := range t {
			t[r] = runClass(rune(r))
		}
		return t
	}()
	pageClass = func() (t [0xD0]class) {
		for r := range t {
			t[r] = runClass(rune(0x2000 + r))
		}
		return t
	}()
)

// classOf gives the class of a character.
func classOf(r rune) class {
	switch {
	case uint32(r) < uint32(len(lowClass)):
		return lowClass[r]
	case uint32(r-0x2000) < uint32(len(pageClass)):
		return pageClass[r-0x2000]
	}
	return runClass(r)
}

// runClass looks a character up in the generated table.
func runClass(r rune) class {
	lo, hi := 0, len(classRuns)
	for hi-lo > 1 {
		mid := int(uint(lo+hi) / 2)
		if classRuns[mid]>>8 <= uint32(r) {
			lo = mid
		} else {
			hi = mid
		}
	}
	return class(classRuns[lo] & 0xFF)
}

// classAt gives the class and the width in bytes of the character at s[i]. An
// invalid byte is one character of class other.
func classAt(s string, i int) (class, int) {
	if b := s[i]; b < utf8.RuneSelf {
		return byteClass[b], 1
	}
	r, n := utf8.DecodeRuneInString(s[i:])
	return classOf(r), n
}

// skipExtend gives the end of the marks and joiners at s[i:end], which belong to
// the grapheme cluster before them.
func skipExtend(s string, i, end int) int {
	for i < end && s[i] >= utf8.RuneSelf {
		c, n := classAt(s, i)
		if c != extend {
			break
		}
		i += n
	}
	return i
}
