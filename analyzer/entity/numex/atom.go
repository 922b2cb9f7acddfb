package numex

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// kind says what an atom is made of.
type kind uint8

const (
	letters kind = iota // letters, apostrophes and the periods of abbreviations
	figures             // digits with inner , . : / and vulgar fractions
	sign                // anything else, one character each
)

// class says what may begin or go on with an atom, so that most words are left alone
// after one lookup.
type class uint8

const (
	clsNone     class = iota
	clsWord           // a word of the lexicon
	clsCurrency       // a currency sign
	clsDash           // - ‐ – — −
	clsSlash
	clsComma
	clsPercent
	clsDegree
	clsOther
)

// atom is the smallest piece that matchers look at.
type atom struct {
	start, end int
	token      int
	kind       kind
	class      class
	gap        bool   // white space stands before it
	upper      bool   // letters: the first is a capital
	e          *entry // letters: what the lexicon says; never nil
}

// atomise cuts tokens [first, last) into f.atoms.
func (f *finder) atomise(first, last int) {
	if n := last - first; cap(f.atoms) < n {
		f.atoms = make([]atom, 0, n+n/4+8)
	}
	f.atoms = f.atoms[:0]
	for t := first; t < last; t++ {
		k := &f.doc.Tokens[t]
		gap := k.Space
		for i := k.Start; i < k.End; {
			a := atom{start: i, token: t, gap: gap, e: &noEntry}
			i = f.scan(&a, k.End)
			a.end = i
			if a.kind == letters {
				if a.e = lookUp(f.s[a.start:a.end]); a.e != &noEntry {
					a.class = clsWord
				}
			}
			f.atoms = append(f.atoms, a)
			gap = false
		}
	}
}

// scan reads one atom and returns where it ends.
func (f *finder) scan(a *atom, end int) int {
	i := a.start
	r, n := utf8.DecodeRuneInString(f.s[i:end])
	switch {
	case isDigit(f.s[i]) || isFraction(r):
		a.kind = figures
		for i < end {
			r, n := utf8.DecodeRuneInString(f.s[i:end])
			inner := (r == ',' || r == '.' || r == ':' || r == '/') && i+1 < end && isDigit(f.s[i+1])
			if !isDigit(f.s[i]) && !isFraction(r) && !inner {
				break
			}
			i += n
		}
	case unicode.IsLetter(r):
		a.upper = unicode.IsUpper(r)
		for i < end {
			r, n := utf8.DecodeRuneInString(f.s[i:end])
			if !unicode.IsLetter(r) && !unicode.IsMark(r) && r != '.' && r != '\'' && r != '’' && r != '\u00AD' {
				break
			}
			i += n
		}
	default:
		a.kind = sign
		a.class = signClass(r)
		i += n
		if a.class == clsDash { // "--" is one dash
			for i < end && f.s[i] == '-' {
				i++
			}
		}
	}
	return i
}

// signClass sorts the signs.
func signClass(r rune) class {
	switch r {
	case '-', '‐', '‑', '–', '—', '−':
		return clsDash
	case '/':
		return clsSlash
	case ',':
		return clsComma
	case '%', '٪':
		return clsPercent
	case '°', 'º', '˚':
		return clsDegree
	case '¢':
		return clsCurrency
	}
	if unicode.Is(unicode.Sc, r) {
		return clsCurrency
	}
	return clsOther
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// isFraction finds the vulgar fractions that news uses.
func isFraction(r rune) bool { return r == '½' || r == '¼' || r == '¾' }

// noEntry is the meaning of words outside the lexicon.
var noEntry entry

// lookUp folds a word (lower case, no periods or soft hyphens, plain apostrophes) and finds
// it in the lexicon.
func lookUp(w string) *entry {
	var buf [16]byte
	n := 0
	for i := 0; i < len(w); i++ {
		c := w[i]
		switch {
		case c == '.':
			continue
		case c == 0xE2 && strings.HasPrefix(w[i:], "’"):
			c = '\''
			i += len("’") - 1
		case c == 0xC2 && strings.HasPrefix(w[i:], "\u00AD"): // soft hyphen
			i += len("\u00AD") - 1
			continue
		case i > 0 && w[i-1] == 0xC3 && c >= 0x80 && c <= 0x9E && c != 0x97: // À to Þ
			c += 'à' - 'À'
		case 'A' <= c && c <= 'Z':
			c += 'a' - 'A'
		}
		if n == len(buf) {
			return &noEntry
		}
		buf[n] = c
		n++
	}
	if n == 0 || buf[0] < 'a' || buf[0] > 'z' {
		return &noEntry
	}
	lo, hi := int(letterAt[buf[0]-'a']), int(letterAt[buf[0]-'a'+1])
	end := hi
	for lo < hi {
		mid := int(uint(lo+hi) >> 1)
		if lexicon[mid].key < string(buf[:n]) {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo < end && lexicon[lo].key == string(buf[:n]) {
		return &lexicon[lo]
	}
	return &noEntry
}

// text returns the atom's bytes.
func (f *finder) text(i int) string { return f.s[f.atoms[i].start:f.atoms[i].end] }

// nowhere is what stands outside the block.
var nowhere = atom{e: &noEntry, gap: true}

// get returns atom i, or an empty one outside the block.
func (f *finder) get(i int) *atom {
	if i < 0 || i >= len(f.atoms) {
		return &nowhere
	}
	return &f.atoms[i]
}

// entry returns what the lexicon says of atom i.
func (f *finder) entry(i int) *entry { return f.get(i).e }

// key returns the folded word at atom i, "" where the lexicon has none.
func (f *finder) key(i int) string { return f.get(i).e.key }

// is reports whether atom i is of the class.
func (f *finder) is(i int, c class) bool { return f.get(i).class == c }

// isFigures reports whether atom i is figures.
func (f *finder) isFigures(i int) bool { return f.get(i).kind == figures }

// glued reports whether atom i follows the one before it without white space.
func (f *finder) glued(i int) bool { return !f.get(i).gap }

// hyphen steps over a dash that ties atom i to its neighbours: "25-mile".
func (f *finder) hyphen(i int) int {
	if f.is(i, clsDash) && f.glued(i) && f.glued(i+1) {
		return i + 1
	}
	return i
}
