package text

// The tokenizer. Its base is the word boundaries of Unicode Standard Annex #29
// (https://unicode.org/reports/tr29/); what news adds is written at each rule:
// possessives and clitics are cut off as in the Penn Treebank ("Modi" + "'s",
// "do" + "n't"), abbreviations keep their period ("Inc.", "U.S."), words with
// hyphens stay whole, dashes always separate, figures part from what they count
// ("$" + "4.5" + "bn"), and addresses, handles and emoji are one token each.
//
// No token begins or ends inside a grapheme cluster, and every byte that is not
// white space, a control or a format character belongs to a token. It is one pass
// without allocation other than for dst.

import "unicode/utf8"

// Tokenize appends the tokens of s within span to dst.
func Tokenize(dst []Token, s string, span Span) []Token {
	t := tokenizer{s: s, end: span.End, dst: dst, base: len(dst)}
	i, gap := span.Start, true
	for i < span.End {
		c, n := classAt(s, i)
		if c == space || c == ignorable {
			j := skipExtend(s, i+n, span.End)
			if j == i+n || ignoredMarks(s, i+n, j) {
				gap = gap || c == space
				i = j
				continue
			}
			// A mark on a space shows the mark: a token of its own.
			t.add(i, j, Symbol, gap)
		} else {
			t.next(i, n, c, gap)
		}
		i, gap = t.dst[len(t.dst)-1].End, false
	}
	return t.dst
}

type tokenizer struct {
	s    string
	end  int
	dst  []Token
	base int // tokens before dst[base] are another block's
}

func (t *tokenizer) add(i, j int, kind Kind, gap bool) {
	t.dst = append(t.dst, Token{Span{i, j}, kind, gap})
}

// next adds the token, or the tokens of the word, that begin at i with a character
// of class c and n bytes.
func (t *tokenizer) next(i, n int, c class, gap bool) {
	switch c {
	case letter, digit:
		if c == digit && t.keycap(i, gap) {
			return
		}
		t.word(i, gap)
	case prepend:
		t.word(i, gap)
	case ideograph:
		t.add(i, skipExtend(t.s, i+n, t.end), Word, gap)
	case punct:
		t.mark(i, n, gap)
	case regional, pictograph, textPict:
		j, kind := t.emoji(i, n, c)
		t.add(i, j, kind, gap)
	case symbol, currency:
		if t.s[i] < utf8.RuneSelf {
			t.mark(i, n, gap)
			return
		}
		t.add(i, skipExtend(t.s, i+n, t.end), Symbol, gap)
	case extend:
		t.add(i, skipExtend(t.s, i+n, t.end), Symbol, gap)
	default: // a run of bytes that are no text is one token
		j := i + n
		for j < t.end {
			c, n := classAt(t.s, j)
			if c != other && c != extend {
				break
			}
			j += n
		}
		t.add(i, j, Symbol, gap)
	}
}

// at is the byte at i, or 0 behind the end.
func (t *tokenizer) at(i int) byte {
	if i < t.end {
		return t.s[i]
	}
	return 0
}

// classAt is the class of the character at i, space behind the end.
func (t *tokenizer) classAt(i int) class {
	if i >= t.end {
		return space
	}
	c, _ := classAt(t.s, i)
	return c
}

// touches reports whether the last token ends at i, without space between.
func (t *tokenizer) touches(i int) bool {
	return len(t.dst) > t.base && t.dst[len(t.dst)-1].End == i
}

// mark adds the punctuation or ASCII symbol at i, or what it opens: a handle, a
// hashtag, an e-mail address, a clitic, a decimal.
func (t *tokenizer) mark(i, n int, gap bool) {
	s, kind, j := t.s, Punctuation, i+n
	switch b := s[i]; b {
	case '.':
		if byteClass[t.at(j)] == digit && !t.touches(i) {
			first := len(t.dst)
			t.word(j, gap)
			t.dst[first].Start = i
			return
		}
		j = t.run(i, '.', 0)
	case '-', '*', '=', '_', '~':
		j = t.run(i, b, 0)
	case '!', '?':
		j = t.run(i, '!', '?')
	case '\'':
		if t.at(j) == '\'' {
			j++
		} else if k := t.clitic(i, j); k > 0 {
			t.add(i, k, Word, false)
			return
		}
	case '`':
		j = t.run(i, '`', 0)
	case '@':
		if t.email(i) {
			return
		}
		if k := t.name(j); k > j {
			t.add(i, k, Handle, gap)
			return
		}
		kind = Symbol
	case '#':
		if k := t.name(j); k > j && !allDigits(s[j:k]) {
			t.add(i, k, Hashtag, gap)
			return
		}
		if t.keycap(i, gap) {
			return
		}
		kind = Symbol
	case '$', '%', '+', '<', '>', '^', '|', '&':
		kind = Symbol
	case 0xE2: // U+2000 to U+2FFF
		if r, _ := utf8.DecodeRuneInString(s[i:]); r == '’' {
			if k := t.clitic(i, j); k > 0 {
				t.add(i, k, Word, false)
				return
			}
		}
	}
	if b := t.at(j); b >= utf8.RuneSelf {
		if (s[i] == '*' || s[i] == '#') && t.keycap(i, gap) {
			return
		}
		j = skipExtend(s, j, t.end)
	}
	t.add(i, j, kind, gap)
}

// run gives the end of the run of bytes a or b at i.
func (t *tokenizer) run(i int, a, b byte) int {
	j := i + 1
	for j < t.end && (t.s[j] == a || b != 0 && t.s[j] == b) {
		j++
	}
	return j
}

// clitic gives the end of "'s" whose apostrophe stands at [i, j), directly behind
// a token that is no word ("U.S.'s", "(NATO)'s"), or 0.
func (t *tokenizer) clitic(i, j int) int {
	if !t.touches(i) || t.at(j)|0x20 != 's' {
		return 0
	}
	switch t.classAt(j + 1) {
	case letter, digit, extend, ideograph, prepend:
		return 0
	}
	return j + 1
}

// emoji gives the end of the grapheme cluster at i and its kind: rules GB11 (joined
// pictographs) and GB12 (flags) of UAX #29.
func (t *tokenizer) emoji(i, n int, c class) (int, Kind) {
	j := i + n
	if c == regional {
		if j < t.end {
			if c, n := classAt(t.s, j); c == regional {
				j += n
			}
		}
		return skipExtend(t.s, j, t.end), Emoji
	}
	kind := Emoji
	if c == textPict {
		kind = Symbol
	}
	for {
		k := skipExtend(t.s, j, t.end)
		if kind == Symbol && hasPrefix(t.s[j:k], emojiSelector) {
			kind = Emoji
		}
		if k == j || k >= t.end || !hasSuffix(t.s[j:k], zeroWidthJoiner) {
			return k, kind
		}
		c, n := classAt(t.s, k)
		if c != pictograph && c != textPict {
			return k, kind
		}
		j, kind = k+n, Emoji
	}
}

const (
	emojiSelector   = "\uFE0F"
	zeroWidthJoiner = "\u200D"
	keycapMark      = "\uFE0F\u20E3"
)

// keycap adds a keycap such as 1️⃣ that begins at i, if one does.
func (t *tokenizer) keycap(i int, gap bool) bool {
	if t.at(i+1) < utf8.RuneSelf || !hasPrefix(t.s[i+1:t.end], keycapMark) {
		return false
	}
	t.add(i, skipExtend(t.s, i+1, t.end), Emoji, gap)
	return true
}

// ignoredMarks reports whether s[i:j] is only joiners and variation selectors,
// which show nothing on a space.
func ignoredMarks(s string, i, j int) bool {
	for _, r := range s[i:j] {
		if r != 0x200C && r != 0x200D && (r < 0xFE00 || r > 0xFE0F) {
			return false
		}
	}
	return true
}

func allDigits(s string) bool {
	for i := range len(s) {
		if byteClass[s[i]] != digit {
			return false
		}
	}
	return true
}

func hasPrefix(s, prefix string) bool {
	return len(s) >= len(prefix) && s[:len(prefix)] == prefix
}

func hasSuffix(s, suffix string) bool {
	return len(s) >= len(suffix) && s[len(s)-len(suffix):] == suffix
}
