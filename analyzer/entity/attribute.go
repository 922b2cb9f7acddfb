package entity

import (
	"unicode"
	"unicode/utf8"

	"slugline/analyzer/text"
	"slugline/analyzer/wordclass"
)

// attribute is what the features of a token and of its neighbours are made of.
type attribute struct {
	low     string    // its head folded: lower case, digits as 0, straight apostrophe
	head    text.Span // the part of the token that a name can be
	word    uint32    // hash of low
	shape   uint32    // hash of the collapsed shape
	fine    uint16    // word class, 0 unknown
	coarse  uint16
	listed  listed // gazetteers with a phrase that covers the token
	strong  bool   // has an upper-case letter
	capital bool   // begins with an upper-case letter
	upper   bool   // all letters upper case, at least two
	digit   bool   // has a digit
	link    bool   // may stand inside a name without being strong
	opening bool   // first word of its sentence
	starts  bool   // first token of its sentence
	shouted bool   // in a sentence without lower-case letters, or a title in Title Case
	titled  bool   // in the title, deck or a heading
	first   int    // first token of the capitalised run it is in, -1 outside of runs
	last    int    // behind the last token of that run
	from    int    // the same for runs that "of", "de" and the like join: "Ministry of Foreign Affairs"
	to      int
	quoted  bool // between quotation marks that both stand in its sentence
}

// boundary stands for the tokens before and after a sentence.
var boundary = attribute{word: 0x51ED270B, shape: 0x2545F491, first: -1}

// describe fills attrs for all tokens of doc.
func (r *Recognizer) describe(doc *text.Document) {
	r.fold(doc)
	for _, b := range doc.Blocks {
		for _, s := range doc.Sentences[b.FirstSentence:b.LastSentence] {
			r.describeSentence(doc, s, b.Kind != text.Paragraph)
		}
	}
}

// fold sets low of every token: all folded tokens stand one after the other in one
// string, made once.
func (r *Recognizer) fold(doc *text.Document) {
	if cap(r.attrs) < len(doc.Tokens) {
		r.attrs = make([]attribute, len(doc.Tokens)+len(doc.Tokens)/2)
	}
	r.attrs = r.attrs[:len(doc.Tokens)]
	buf, ends := r.folded[:0], r.ends[:0]
	for i, t := range doc.Tokens {
		at := text.Span{Start: t.Start, End: t.End}
		if t.Kind == text.Word {
			start, end := head(t.Of(doc.Source))
			at = text.Span{Start: t.Start + start, End: t.Start + end}
		}
		buf = appendFolded(buf, at.Of(doc.Source))
		ends = append(ends, len(buf))
		r.attrs[i] = attribute{head: at, first: -1}
	}
	all, start := string(buf), 0
	for i, end := range ends {
		r.attrs[i].low = all[start:end]
		start = end
	}
	r.folded, r.ends = buf, ends
}

// appendFolded appends s in lower case, with digits as 0, straight apostrophes and
// hyphens, and no soft hyphens or combining marks of width zero.
func appendFolded(dst []byte, s string) []byte {
	start := len(dst)
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			switch {
			case 'A' <= c && c <= 'Z':
				c += 'a' - 'A'
			case '1' <= c && c <= '9':
				c = '0'
			}
			dst = append(dst, c)
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		i += n
		switch r {
		case '’', '‘', 'ʼ':
			dst = append(dst, '\'')
		case '“', '”', '„':
			dst = append(dst, '"')
		case '‐', '‑':
			dst = append(dst, '-')
		default:
			if isCombining(r) && len(dst) > start {
				dst = appendMark(dst, r)
			} else if !isUnseen(r) {
				dst = utf8.AppendRune(dst, unicode.ToLower(r))
			}
		}
	}
	return dst
}

// isUnseen reports format characters that show nothing and say nothing of a word.
func isUnseen(r rune) bool {
	return r == '\u00AD' || r >= '\u200B' && r <= '\u200D' || r == '\uFEFF'
}

func (r *Recognizer) describeSentence(doc *text.Document, s text.Sentence, titled bool) {
	attrs := r.attrs
	lower, capitals, words := 0, 0, 0
	opening := true
	attrs[s.First].starts = true
	for i := s.First; i < s.Last; i++ {
		t := doc.Tokens[i]
		a := &attrs[i]
		shape(a, a.head.Of(doc.Source))
		if a.head.End < t.End {
			a.shape = mix(2, a.shape, 1)
		}
		a.word = hashString(a.low)
		a.titled = titled
		if t.Kind == text.Word {
			a.fine = uint16(wordclass.Of(a.low))
			a.coarse = uint16(wordclass.CoarseOf(int(a.fine)))
			a.opening = opening
			opening = false
			words++
			if a.capital {
				capitals++
			} else if len(a.low) > 3 {
				lower++
			}
		}
		a.link = links(t.Kind, a.low)
	}
	// A headline in capitals or Title Case says nothing by its capitals.
	shouted := words > 2 && (lower == 0 || titled && capitals > 3*lower)
	for i := s.First; i < s.Last; {
		if attrs[i].shouted = shouted; !attrs[i].strong || attrs[i].opening && isFunctionWord(attrs[i].low) {
			i++
			continue
		}
		j := i
		for j < s.Last && attrs[j].strong {
			j++
		}
		for k := i; k < j; k++ {
			attrs[k].first, attrs[k].last, attrs[k].shouted = i, j, shouted
		}
		i = j
	}
	r.joinRuns(s)
	r.markQuoted(s)
	r.lookUp(s.First, s.Last)
}

// joinRuns sets from and to of the tokens of runs, across at most two linking words.
func (r *Recognizer) joinRuns(s text.Sentence) {
	for i := s.First; i < s.Last; {
		if r.attrs[i].first < 0 {
			i++
			continue
		}
		to := r.attrs[i].last
		for next := to; next < s.Last && next <= to+2; next++ {
			if a := &r.attrs[next]; a.first == next {
				to = a.last
				next = to - 1
			} else if !joins(a.low) {
				break
			}
		}
		for k := i; k < to; k++ {
			r.attrs[k].from, r.attrs[k].to = i, to
		}
		i = to
	}
}

// joins reports whether a small word usually stands inside a name.
func joins(low string) bool {
	return joiningLooks.Fit(low) && joining.Has(low)
}

const joining = text.List("&|'|-|al|bin|da|de|del|den|der|des|di|do|dos|du|e|el|for|ibn|la|of|the|van|von|y")

var joiningLooks = text.LooksOf(joining)

// markQuoted marks the tokens between quotation marks.
func (r *Recognizer) markQuoted(s text.Sentence) {
	open := -1
	for i := s.First; i < s.Last; i++ {
		switch r.attrs[i].low {
		case "\"", "“", "”", "''", "``":
			if open >= 0 && i-open < 14 {
				for k := open + 1; k < i; k++ {
					r.attrs[k].quoted = true
				}
				open = -1
			} else {
				open = i
			}
		}
	}
}

// isFunctionWord reports whether a word that opens a sentence is capitalised for that
// alone, so that the run of capitals begins behind it.
func isFunctionWord(low string) bool {
	return functionLooks.Fit(low) && functionWords.Has(low)
}

var functionLooks = text.LooksOf(functionWords)

const functionWords = text.List("a|about|according|after|all|also|although|among|an|and|another|are|as|at|because|before|between|both|but|by|despite|during|earlier|for|from|" +
	"he|her|here|his|how|however|i|if|in|is|it|its|last|many|meanwhile|most|my|next|no|not|now|of|on|one|or|other|our|over|she|since|so|some|" +
	"that|the|their|then|there|these|they|this|those|though|to|two|under|until|was|we|were|what|when|where|while|who|why|with|yes|you")

// links reports whether a token that is not strong may stand inside a name.
func links(k text.Kind, low string) bool {
	switch k {
	case text.Word:
		return len(low) <= 4
	case text.Punctuation, text.Symbol:
		switch low {
		case "-", "'", "&", ".", ":", "!", "/", "+":
			return true
		}
		return false
	case text.Number:
		return true
	}
	return false
}

// shape sets the attributes that the token's letters decide, and the hash of its
// collapsed shape: X upper, x lower, 0 digit, others themselves; runs counted as one or
// more than one.
func shape(a *attribute, s string) {
	h, prev, run := uint32(2166136261), byte(0), 0
	letters, uppers := 0, 0
	for i := 0; i < len(s); {
		var c byte
		r := rune(s[i])
		n := 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(s[i:])
		}
		switch {
		case 'a' <= r && r <= 'z':
			c = 'x'
			letters++
		case 'A' <= r && r <= 'Z':
			c = 'X'
			letters++
			uppers++
		case '0' <= r && r <= '9':
			c = '0'
			a.digit = true
		case r < utf8.RuneSelf:
			c = byte(r)
		case unicode.IsUpper(r):
			c = 'X'
			letters++
			uppers++
		case unicode.IsLetter(r):
			c = 'x'
			letters++
		case r == '’':
			c = '\''
		case isUnseen(r) || isCombining(r):
			i += n
			continue
		default:
			c = '?'
		}
		if i == 0 && c == 'X' {
			a.capital = true
		}
		i += n
		if c == prev {
			if run++; run > 2 {
				continue
			}
		} else {
			prev, run = c, 1
		}
		h = (h ^ uint32(c)) * 16777619
	}
	a.shape = h
	a.strong = uppers > 0
	a.upper = uppers == letters && letters > 1
}

// hashString is FNV-1a over 32 bits.
func hashString(s string) uint32 {
	h := uint32(2166136261)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return h
}
