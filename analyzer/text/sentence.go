package text

// Where sentences end. UAX #29 (https://unicode.org/reports/tr29/#Sentence_Boundaries)
// ends a sentence at every period that no lower-case letter follows; news is full of
// periods that abbreviate, so each mark is judged by the word before it and by what
// opens the text behind it. Colons, semicolons and line ends end nothing: a block is
// one paragraph, and its lines may be wrapped.
//
// Quotes and brackets that close behind the mark belong to the sentence, and so does
// an emoji or a footnote number set behind it.

import "unicode/utf8"

// Sentences appends the sentences made of tokens[first:] to dst. The last one ends
// with the last token.
func Sentences(dst []Sentence, s string, tokens []Token, first int) []Sentence {
	c := cutter{s: s, tokens: tokens, begin: first}
	for k := first; k < len(tokens); k++ {
		mark := c.markAt(k)
		if mark == noMark {
			continue
		}
		next, quoted := c.close(k + 1)
		for _, t := range tokens[k+1 : next] {
			if b := s[t.End-1]; b == '?' || b == '!' {
				mark = exclaiming
			}
		}
		if next < len(tokens) && c.ends(mark, k, next, quoted) {
			dst = append(dst, Sentence{Span{tokens[c.begin].Start, tokens[next-1].End}, c.begin, next})
			c.begin, c.words = next, 0
		}
		k = next - 1
	}
	if c.begin < len(tokens) {
		dst = append(dst, Sentence{Span{tokens[c.begin].Start, tokens[len(tokens)-1].End}, c.begin, len(tokens)})
	}
	return dst
}

type cutter struct {
	s      string
	tokens []Token
	begin  int // first token of the sentence being read
	words  int // its words and numbers so far
	open   bool
}

type mark uint8

const (
	noMark     mark = iota
	period          // .
	exclaiming      // ! ? and runs of them
	ellipsis        // ... or …
	full            // a mark that ends sentences and does nothing else: 。 । ؟
	abbreviated
)

// markAt gives the mark that may end a sentence at token k, and counts words.
func (c *cutter) markAt(k int) mark {
	t := c.tokens[k]
	last := c.s[t.End-1]
	switch t.Kind {
	case Word, Number:
		c.words++
		if last == '.' {
			return abbreviated
		}
		return noMark
	case Punctuation:
	default:
		if t.Kind != Symbol {
			c.words++
		}
		return noMark
	}
	switch last {
	case '.':
		if t.Len() > 1 {
			return ellipsis
		}
		return period
	case '!', '?':
		return exclaiming
	case '"':
		c.open = !c.open
	}
	if last < utf8.RuneSelf {
		return noMark
	}
	switch t.Of(c.s) {
	case "…", "⋯":
		return ellipsis
	case "‽", "‼", "⁉", "⁇", "⁈":
		return exclaiming
	case "。", "！", "？", "．", "｡", "।", "॥", "؟", "۔", "።", "។", "။", "؛":
		return full
	}
	return noMark
}

// close gives the first token from k on that does not belong to the sentence whose
// mark stands before k, and whether a quotation closes there.
func (c *cutter) close(k int) (next int, quoted bool) {
	for ; k < len(c.tokens); k++ {
		t := c.tokens[k]
		if t.Kind == Emoji {
			continue
		}
		if t.Kind != Punctuation {
			break
		}
		switch t.Of(c.s) {
		case "”", "»", "」", "』", "''":
			quoted = true
			continue
		case "\"":
			if !t.Space || c.open && (k+1 == len(c.tokens) || c.tokens[k+1].Space) {
				c.open, quoted = !c.open, true
				continue
			}
		case "'", "’", "›":
			if !t.Space {
				quoted = true
				continue
			}
		case ")", "]", "}", "）", "】", "》", ".", "!", "?", "...", "…", "!!", "??", "?!", "!?", "!!!", "।":
			if !t.Space {
				continue
			}
		case "[": // a footnote number: ".[12]"
			if !t.Space && k+2 < len(c.tokens) && c.tokens[k+1].Kind == Number && c.s[c.tokens[k+2].Start] == ']' {
				k += 2
				continue
			}
		}
		break
	}
	return k, quoted
}

// ends reports whether the mark at token k ends the sentence before token next.
func (c *cutter) ends(m mark, k, next int, quoted bool) bool {
	if c.words == 0 {
		return false // "…", "?" or a stray mark before any word
	}
	if m == full {
		return true
	}
	if k > c.begin && next > k+1 && c.opensBracket(k-1) {
		return false // "(!)", "[...]"
	}
	head, opened := c.head(next)
	if head == len(c.tokens) {
		return false
	}
	h := c.tokens[head]
	w := h.Of(c.s)
	if h.Kind == Punctuation || c.isLowerStart(head) {
		return false
	}
	if !c.tokens[next].Space && !quoted && next == k+1 && (h.Kind == Number || c.s[c.tokens[next].Start] == '-') {
		return false
	}
	switch m {
	case period:
		return !c.isListNumber(k)
	case exclaiming:
		if quoted && !opened && c.isAttribution(head) {
			return false
		}
		return !(next == k+1 && k > c.begin && isExclaimingName(c.tokens[k-1].Of(c.s)) && !isStarter(w))
	case ellipsis:
		return w != "I" || quoted || opened
	}
	return c.endsAbbreviation(k, next, head, quoted, opened)
}

// endsAbbreviation is ends for a word that keeps its period.
func (c *cutter) endsAbbreviation(k, next, head int, quoted, opened bool) bool {
	abbr := c.tokens[k].Of(c.s)
	word := c.tokens[head].Of(c.s)
	stem := abbr[:len(abbr)-1]
	if next > k+1 && c.s[c.tokens[next-1].Start] != ')' && quoted || opened && isUpper(word[0]) && c.s[c.tokens[next].Start] != '(' {
		return !isTitle(stem)
	}
	starts := isStarter(word) && !(word == "Under" && c.isSecretary(head+1))
	if _, n := utf8.DecodeRuneInString(stem); n == len(stem) {
		return starts && word != "A" && word != "I" && c.isLowerWord(head+1) && k > c.begin
	}
	for i := len(stem) - 1; i > 0; i-- {
		if stem[i] == '-' || stem[i] == '.' {
			if stem[i] == '.' {
				return c.endsAcronym(stem, head, starts)
			}
			stem = stem[i+1:]
			break
		}
	}
	switch abbreviationOf(stem) {
	case title:
		return starts && isStrongStarter(word)
	case closing:
		return true
	case counter:
		return false
	case running:
		return starts && (stem == "al" || stem == "ed" || stem == "eds")
	case company, region:
		if abbreviationOf(trimPeriod(word)) == company {
			return false // "Co. Ltd."
		}
		return starts || c.tokens[head].Kind == Word && word[0] != '\'' && c.isLowerWord(head+1) && !isRole(word)
	}
	return starts
}

// endsAcronym is ends for what is written with inner periods: "U.S.", "p.m.", "i.e.".
func (c *cutter) endsAcronym(stem string, head int, starts bool) bool {
	switch stem {
	case "e.g", "i.e", "a.k.a", "E.g", "I.e":
		return false
	case "a.m", "p.m", "A.M", "P.M":
		opens := c.words <= 4 && isTimePreposition(c.tokens[c.begin].Of(c.s)) // "At 9 a.m. Mr. Rao left"
		return c.tokens[head].Kind == Word && !opens && c.s[c.tokens[head-1].Start] != '(' && !isDayOrZone(c.tokens[head].Of(c.s))
	}
	return starts
}

// head gives the first token from k on that is no opening quote, bracket, dash or
// bullet, and whether a quotation opens before it.
func (c *cutter) head(k int) (head int, opened bool) {
	for ; k < len(c.tokens); k++ {
		t := c.tokens[k]
		if t.Kind != Punctuation && t.Kind != Symbol {
			break
		}
		switch t.Of(c.s) {
		case "\"", "“", "‘", "'", "«", "``", "„", "`", "‹", "「":
			opened = true
		case "(", "[", "{", "-", "--", "–", "—", "•", "·", "¿", "¡", "*", "…", "...", ">", "▪", "●", "■", "►", "▶", "#", "$", "€", "£", "₹", "¥", "〝", "《", "（":
		default:
			return k, opened
		}
	}
	return k, opened
}

func (c *cutter) opensBracket(k int) bool {
	b := c.s[c.tokens[k].Start]
	return b == '(' || b == '['
}

// isListNumber reports whether the period at k follows a number that opens the
// sentence or stands behind a colon: "1. Wash your hands".
func (c *cutter) isListNumber(k int) bool {
	if k == c.begin {
		return false
	}
	t := c.tokens[k-1]
	return t.Kind == Number && t.Len() <= 2 && (c.words == 1 || k-2 >= c.begin && c.s[c.tokens[k-2].Start] == ':' && t.Space)
}

// isLowerStart reports whether token k begins with a lower-case letter, and is not
// a name that is written so: "iPhone", "al-Shabaab", "will.i.am", "de Blasio".
func (c *cutter) isLowerStart(k int) bool {
	t := c.tokens[k]
	if t.Kind != Word {
		return false
	}
	if !isLower(c.s[t.Start]) {
		r, _ := utf8.DecodeRuneInString(t.Of(c.s))
		return isLowerRune(r)
	}
	for i := t.Start + 1; i < t.End; i++ {
		if isUpper(c.s[i]) || c.s[i] == '.' && i+1 < t.End {
			return false
		}
	}
	switch t.Of(c.s) {
	case "de", "van", "von", "bin", "ibn", "da", "di", "du", "el", "al", "ter", "der", "la", "le":
		return k+1 >= len(c.tokens) || !isUpper(c.s[c.tokens[k+1].Start])
	}
	return true
}

// isSecretary reports whether token k is "Secretary", as in the office "Under Secretary".
func (c *cutter) isSecretary(k int) bool {
	return k < len(c.tokens) && c.tokens[k].Of(c.s) == "Secretary"
}

// isLowerWord reports whether token k is a word in lower case.
func (c *cutter) isLowerWord(k int) bool {
	return k < len(c.tokens) && c.tokens[k].Kind == Word && isLower(c.s[c.tokens[k].Start])
}

// isAttribution reports whether the words from token k on name a speaker and his
// saying: "Smith asked", "Prime Minister Khan said".
func (c *cutter) isAttribution(k int) bool {
	for n := 0; n < 6 && k < len(c.tokens); n, k = n+1, k+1 {
		t := c.tokens[k]
		if t.Kind != Word {
			return false
		}
		w := t.Of(c.s)
		if n == 0 && isStarter(w) {
			return false
		}
		if isLower(w[0]) {
			return n > 0 && isSpeechVerb(w)
		}
	}
	return false
}
