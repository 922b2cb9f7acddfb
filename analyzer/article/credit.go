package article

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"slugline/analyzer/text"
)

// This file finds photographers' and agencies' credits, as lines of their own and
// at the end of a caption, and links to other stories that were pasted onto the
// end of a paragraph. Only the tail is set aside: the caption is a real sentence.

// agencies mark a credit.
var agencies = [...]string{
	"getty images", "getty", "reuters", "afp", "ap photo", "ap", "associated press", "shutterstock", "epa", "epa-efe", "efe", "anadolu", "xinhua", "pti", "ani",
	"bloomberg", "istock", "alamy", "unsplash", "flickr", "wikimedia commons", "pa images", "pa wire", "pa media", "zuma", "sipa", "dpa", "via reuters", "via ap", "via getty images",
	"courtesy", "supplied", "handout", "file", "twitter", "facebook", "instagram", "screengrab", "file photo", "pool", "nurphoto", "ritzau scanpix", "tass", "kyodo", "yonhap", "upi",
}

// isAgency reports whether a folded string names an agency.
func isAgency(key string) bool {
	for _, a := range agencies {
		if key == a {
			return true
		}
	}
	return false
}

// isCreditLine finds "Jane Doe/Reuters", "(AP Photo/John Roe)", "Jane Doe | Getty Images".
func isCreditLine(key, s string) bool {
	if len(s) > 90 || endsWithLetterStop(s) {
		return false
	}
	for _, p := range [...]string{"ap photo/", "afp photo/", "pti photo/", "reuters/", "afp/", "epa/", "getty images/", "xinhua/", "ani photo/"} {
		if strings.HasPrefix(key, p) {
			return true
		}
	}
	at := strings.LastIndexAny(key, "/|")
	if at < 3 || !isAgency(strings.Trim(key[at+1:], " ()[]")) {
		return false
	}
	// What stands before the agency must be names, not a sentence.
	words := strings.Count(key[:at], " ") + 1
	return words <= 5 && capitals(s) >= words
}

// endsWithLetterStop reports a full stop after a lower-case letter: the end of prose.
func endsWithLetterStop(s string) bool {
	if !strings.HasSuffix(s, ".") || len(s) < 2 {
		return false
	}
	r, _ := utf8.DecodeLastRuneInString(s[:len(s)-1])
	return unicode.IsLower(r)
}

// maxTail is the longest tail in bytes.
const maxTail = 160

// tailOf returns where a credit or link at the end of s begins, and its reason;
// len(s) and "" where there is none. s[:start] is never empty.
func tailOf(s string) (start int, reason string) {
	window := max(0, len(s)-maxTail)
	for window < len(s) && !utf8.RuneStart(s[window]) {
		window++
	}
	if at := strings.IndexByte(s[window:], '|'); at >= 0 && window+at > 0 {
		at += window
		if why := boilerplate(s[at:]); why == AlsoRead || why == Credit {
			return at, why
		}
	}
	if len(s) == 0 {
		return 0, ""
	}
	var open string
	switch s[len(s)-1] {
	case ')':
		open = "("
	case ']':
		open = "["
	default:
		return len(s), ""
	}
	at := strings.LastIndex(s[window:], open)
	if at < 0 || window+at == 0 {
		return len(s), ""
	}
	at += window
	if len(s)-at < 90 && isCreditNote(fold(s[at:])) {
		return at, Credit
	}
	return len(s), ""
}

// isCreditNote decides over the folded inside of a bracket that ends a line.
func isCreditNote(key string) bool {
	for _, p := range [...]string{
		"ap photo", "afp photo", "reuters photo", "pti photo", "ani photo", "photo:", "photo by", "photo credit", "photo courtesy", "photo via", "image:", "image by", "image credit",
		"image courtesy", "image source", "picture:", "picture by", "pic:", "pic credit", "file photo", "file image", "file picture", "file:", "credit:", "photograph:", "photograph by",
		"photographer:", "screenshot:", "illustration:", "illustration by", "courtesy:", "getty images", "via getty", "shutterstock", "supplied", "representative image",
		"representational image", "source: getty", "source: reuters", "reporting by", "additional reporting by", "editing by", "writing by", "with inputs from", "with input from",
		"with agency inputs", "with additional reporting by",
	} {
		if strings.HasPrefix(key, p) {
			return true
		}
	}
	at := strings.LastIndexByte(key, '/')
	return at > 0 && isAgency(strings.TrimSpace(key[at+1:])) || at > 0 && isAgency(strings.TrimSpace(key[:at]))
}

// nameBoilerplate gives each unit that is not the article its reason.
func (p *parser) nameBoilerplate() {
	left := 0
	for i := range p.units {
		u := &p.units[i]
		if u.reason != "" {
			continue
		}
		s := p.words(u)
		u.reason = boilerplate(s)
		if i == 0 && u.reason == AlsoRead && wholeLine(fold(s)) == "" {
			u.reason = "" // "WATCH: …" may head the story itself
		}
		if u.reason == Timestamp && p.Published.Len() == 0 {
			p.Published = u.Span
		}
		if u.reason == "" {
			left++
			if at, why := tailOf(s); why != "" && len(u.gaps) == 0 {
				u.tail, u.tailWhy = u.Start+at, why
			}
		}
	}
	if left == 0 { // nothing but boilerplate: then it is what the reader asks about
		p.Published = text.Span{}
		for i := range p.units {
			if p.units[i].reason != Markup && p.units[i].reason != Navigation {
				p.units[i].reason = ""
			}
		}
		return
	}
	p.nameLinkLists()
}

// nameLinkLists sets aside the headlines below a line such as "Related stories":
// those with bullets, and those that run to the end of the text.
func (p *parser) nameLinkLists() {
	for i := range p.units {
		if p.units[i].reason != AlsoRead || wholeLine(fold(p.words(&p.units[i]))) != AlsoRead {
			continue
		}
		j := i + 1
		for j < len(p.units) && (p.units[j].reason != "" || p.isLink(&p.units[j])) {
			j++
		}
		for k := i + 1; k < j; k++ {
			if p.units[k].reason == "" && (j == len(p.units) || hasBullet(p.words(&p.units[k]))) {
				p.units[k].reason = AlsoRead
			}
		}
	}
}

// isLink reports a line that could be another story's headline.
func (p *parser) isLink(u *unit) bool {
	return u.Len() <= 140 && !endsSentence(p.Doc.Source[u.Start:u.End])
}

// hasBullet reports a list mark at the start of a line.
func hasBullet(s string) bool {
	r, n := utf8.DecodeRuneInString(s)
	switch r {
	case '•', '*', '·', '►', '▶', '▪', '■', '●', '‣', '»', '>':
		return true
	case '-', '–':
		return strings.HasPrefix(s[n:], " ")
	}
	return false
}
