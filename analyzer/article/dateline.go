package article

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"slugline/analyzer/text"
)

// This file finds the dateline that opens the first paragraph: "WASHINGTON (AP) —",
// "NEW DELHI, March 3 (Reuters) -", "Cape Town -", "KUWAIT:". The dateline is part
// of its paragraph, for the places in it are places of the story.

// maxDateline is the longest dateline in bytes.
const maxDateline = 80

// nameDateline records the dateline of the first paragraph.
func (p *parser) nameDateline(u *unit) {
	if len(u.gaps) > 0 {
		return
	}
	if n := datelineEnd(u.Of(p.Doc.Source)); n > 0 {
		p.Dateline = text.Span{Start: u.Start, End: u.Start + n}
	}
}

// datelineEnd returns the length of the dateline that opens s, without its dash; 0
// where there is none.
func datelineEnd(s string) int {
	end, mark := datelineMark(s)
	if end <= 0 || len(s) < end+40 {
		return 0
	}
	head := strings.TrimRight(s[:end], " \u00a0")
	rest := strings.TrimLeft(s[end:], ":-–—•.| \u00a0")
	r, _ := utf8.DecodeRuneInString(rest)
	if unicode.IsLower(r) {
		return 0
	}
	if hasPrefixFold(head, "by ") {
		return 0 // a byline run into the dateline
	}
	places, sure := datelineParts(head)
	switch {
	case places == 0 || places > 7:
		return 0
	case sure:
		return len(head)
	case mark == ':':
		if places > 3 || isLabel(fold(head)) {
			return 0
		}
		return len(head)
	}
	if isLabel(fold(head)) || places > 5 {
		return 0
	}
	return len(head)
}

// datelineMark finds the dash, colon or bullet that ends a dateline.
func datelineMark(s string) (at int, mark rune) {
	depth := 0
	for i, r := range s {
		if i > maxDateline {
			return -1, 0
		}
		switch r {
		case '(', '[':
			depth++
		case ')', ']':
			depth--
		case '—', '–', '•':
			if depth == 0 && i > 0 {
				// "1998–2002" and "India–US" are no datelines
				if next, _ := utf8.DecodeRuneInString(s[i+utf8.RuneLen(r):]); r == '—' || s[i-1] == ' ' || next == ' ' {
					return i, r
				}
			}
		case '-':
			if depth == 0 && i > 0 && (s[i-1] == ' ' || s[i-1] == ')') || strings.HasPrefix(s[i:], "--") && i > 0 {
				return i, r
			}
		case ':':
			if depth == 0 && i+1 < len(s) && s[i+1] == ' ' {
				return i, r
			}
		case '"', '“', '?', '!', ';', '‘':
			return -1, 0
		}
	}
	return -1, 0
}

// datelineParts counts the place words of a dateline's head; 0 where a word cannot
// stand in one. sure is true where a date or an agency in brackets proves it.
func datelineParts(head string) (places int, sure bool) {
	if at := strings.IndexAny(head, "(["); at > 0 {
		inside := strings.Trim(head[at:], "()[] ")
		if inside == "" || len(strings.Fields(inside)) > 4 || !unicode.IsUpper(rune(inside[0])) {
			return 0, false
		}
		head, sure = head[:at], true
	}
	dated := false
	for _, w := range strings.Fields(head) {
		key := fold(w)
		r, _ := utf8.DecodeRuneInString(w)
		switch {
		case isCalendarWord(key):
			dated = true
		case unicode.IsDigit(r):
			if !isStampNumber(key) {
				return 0, false
			}
			sure = sure || dated || places > 0
		case unicode.IsUpper(r) || isParticle(w):
			if strings.HasSuffix(key, "'s") || isLabel(key) {
				return 0, false
			}
			places++
		case w == "/" || w == "&" || w == "-":
		default:
			return 0, false
		}
	}
	return places, sure
}

// isLabel names what stands before a colon or dash and is no place.
func isLabel(key string) bool {
	return text.List("a|abstract|analysis|and|answer|as|at|background|breaking|breaking news|but|by|case study|clarification|column|comment|commentary|correction|" +
		"date|dear editor|disclosure|dr|editor's note|editorial|elections|essay|exclusive|explained|explainer|fact check|factbox|feature|first|for|" +
		"from|he|here|highlights|host|how|i|if|in|in pictures|interview|introduction|investigation|it|key points|letter|listen|live|madam|men|" +
		"minister|moderator|mr|mrs|ms|news|no|note|obituary|on|opinion|overview|photo|photos|plus|poll|president|prof|profile|q|question|quiz|re|" +
		"read|remember|report|result|review|she|sir|so|spoiler|spoiler alert|sports|subject|summary|the|then|they|this|time|timeline|to|unveiled|" +
		"update|updated|venue|video|warning|watch|we|what|when|where|who|why|women|yes").Has(key)
}
