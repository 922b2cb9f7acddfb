package article

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// This file decides whether one line is boilerplate. Lines are compared in a folded
// form: lower case, plain apostrophes, single spaces, no decoration at the ends.

// maxBoilerplate is the longest line, in bytes, that is looked at at all.
const maxBoilerplate = 400

// boilerplate returns why a line is set aside, or "" where it belongs to the article.
func boilerplate(s string) string {
	if len(s) > maxBoilerplate {
		return ""
	}
	key := fold(s)
	if key == "" {
		return "" // a lone rule such as "* * *": nothing to analyse, nothing to hide
	}
	if why := wholeLine(key); why != "" {
		return why
	}
	if why := opening(key, s); why != "" {
		return why
	}
	switch {
	case isCopyright(key, s):
		return Copyright
	case isTimestamp(key):
		return Timestamp
	case isShareBar(key):
		return Share
	case isPagination(key):
		return Pagination
	case isMenu(key, s):
		return Navigation
	case isCreditLine(key, s):
		return Credit
	}
	return ""
}

// fold lowers s and takes decoration off its ends.
func fold(s string) string {
	b := make([]byte, 0, len(s))
	space := false
	for _, r := range s {
		switch {
		case isSpace(r):
			space = len(b) > 0
			continue
		case r == '’' || r == '‘':
			r = '\''
		case r == '“' || r == '”':
			r = '"'
		case r < utf8.RuneSelf:
			if 'A' <= r && r <= 'Z' {
				r += 'a' - 'A'
			}
		default:
			r = unicode.ToLower(r)
		}
		if space {
			b = append(b, ' ')
			space = false
		}
		b = utf8.AppendRune(b, r)
	}
	return strings.Trim(string(b), " |*•·>»«<-–—_=[](){}.!:→←▶►➤✉☰…")
}

// opener is a phrase that opens a line of boilerplate.
type opener struct {
	phrase string
	after  after
	reason string
}

// after says what must follow an opener's phrase.
type after uint8

const (
	colon   after = iota // a colon, bar, dash or arrow
	byName               // a colon or bar, or "by"/"courtesy" and a capital letter
	anyShow              // anything; the phrase itself says enough
)

// opening tries the openers.
func opening(key, s string) string {
	for i := range openers {
		o := &openers[i]
		if !strings.HasPrefix(key, o.phrase) {
			continue
		}
		rest := key[len(o.phrase):]
		if rest != "" && isWordByte(rest[0]) {
			continue
		}
		if len(rest) > 1 && (rest[0] == '-' || rest[0] == '/') && rest[1] != ' ' {
			continue // "see-saw", "video/audio"
		}
		rest = strings.TrimLeft(rest, " ")
		switch o.after {
		case anyShow:
			return o.reason
		case colon:
			if startsMark(rest) {
				return o.reason
			}
		case byName:
			if startsMark(rest) && !endsSentence(s) && len(s) < 120 {
				return o.reason
			}
			by := strings.HasSuffix(o.phrase, " by") || strings.HasPrefix(rest, "by ") || strings.HasPrefix(rest, "courtesy")
			if by && len(s) < 90 && !endsSentence(s) && capitals(s) >= 2 {
				return o.reason
			}
		}
	}
	return ""
}

// startsMark reports a colon, bar, dash or arrow.
func startsMark(s string) bool {
	for _, m := range [...]string{":", "|", "-", "–", "—", ">", "»", "►", "▶", "→", "/"} {
		if strings.HasPrefix(s, m) {
			return true
		}
	}
	return false
}

// isCopyright finds "© 2024 …", "Copyright 2024 …" and "… All rights reserved".
func isCopyright(key, s string) bool {
	if len(s) > 250 {
		return false
	}
	if strings.HasPrefix(key, "©") || strings.HasPrefix(key, "copyright ©") || strings.HasPrefix(key, "copyright (c)") ||
		strings.HasPrefix(key, "c) 1") || strings.HasPrefix(key, "c) 2") {
		return true
	}
	if strings.HasPrefix(key, "copyright 1") || strings.HasPrefix(key, "copyright 2") {
		return len(key) < 100
	}
	return strings.HasSuffix(key, "all rights reserved") || strings.Contains(key, "may not be published, broadcast, rewritten")
}

// isShareBar finds lines made of nothing but share words, names of networks and counts.
func isShareBar(key string) bool {
	n, sure := 0, false
	for len(key) > 0 {
		w, rest := cutWord(key)
		key = rest
		if w == "" {
			continue
		}
		n++
		switch w {
		case "share", "shares", "tweet", "facebook", "twitter", "whatsapp", "linkedin", "telegram", "reddit", "pinterest",
			"print", "comments", "comment", "pocket", "flipboard", "messenger", "bluesky", "threads", "instagram":
			sure = true
		case "email", "e-mail", "mail", "copy", "link", "save", "on", "via", "this", "article", "story", "post", "page", "x", "and",
			"to", "with", "a", "friend", "url", "bookmark", "views", "gift", "more", "options", "pin", "it", "k":
		default:
			if !isCount(w) {
				return false
			}
		}
	}
	return sure && n >= 2 && n <= 14
}

// cutWord returns the first run of letters, digits, "-" and "." of s.
func cutWord(s string) (word, rest string) {
	i := 0
	for i < len(s) && !isWordByte(s[i]) {
		i++
	}
	j := i
	for j < len(s) && (isWordByte(s[j]) || s[j] == '-' || s[j] == '.' || s[j] == ',') {
		j++
	}
	return strings.TrimRight(s[i:j], "-.,"), s[j:]
}

func isWordByte(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || c >= utf8.RuneSelf
}

// isCount finds "12", "1,204", "1.2k".
func isCount(w string) bool {
	w = strings.TrimSuffix(w, "k")
	for i := 0; i < len(w); i++ {
		if (w[i] < '0' || w[i] > '9') && w[i] != '.' && w[i] != ',' {
			return false
		}
	}
	return w != ""
}

// isPagination finds "Page 1 of 3", "1 2 3 Next", "« Previous".
func isPagination(key string) bool {
	if len(key) > 60 {
		return false
	}
	counts, words := 0, 0
	for len(key) > 0 {
		w, rest := cutWord(key)
		key = rest
		switch {
		case w == "":
		case isCount(w):
			counts++
		case w == "page" || w == "pages" || w == "next" || w == "previous" || w == "prev" || w == "of" || w == "last" || w == "first":
			words++
		default:
			return false
		}
	}
	return words > 0 && counts > 0
}

// isMenu finds breadcrumbs and bars of sections: at least three short parts between
// bars, arrows or bullets, two of which are names of sections.
func isMenu(key, s string) bool {
	if len(s) > 240 || endsSentence(s) {
		return false
	}
	parts, sections := 0, 0
	rest := key
	for rest != "" {
		end, next := menuMark(rest)
		part := strings.Trim(rest[:end], " ")
		if part != "" {
			parts++
			if len(part) > 30 {
				return parts > 1 && sections >= 2 && next >= len(rest) // the story's own title ends a breadcrumb
			}
			if isSection(part) {
				sections++
			}
		}
		rest = rest[next:]
	}
	return parts >= 3 && sections >= 2 || parts >= 2 && sections == parts
}

// menuMark returns where the first mark between parts of a menu stands and ends.
func menuMark(s string) (start, end int) {
	for i, r := range s {
		switch r {
		case '|', '>', '»', '›', '•', '·', '/', '→', '\t':
			return i, i + utf8.RuneLen(r)
		}
	}
	return len(s), len(s)
}

// capitals counts the words of s that begin with a capital letter.
func capitals(s string) int {
	n, inside := 0, false
	for _, r := range s {
		letter := unicode.IsLetter(r)
		if letter && !inside && unicode.IsUpper(r) {
			n++
		}
		inside = letter || r == '\''
	}
	return n
}
