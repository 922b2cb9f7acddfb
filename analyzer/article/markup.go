package article

import (
	"strings"

	"slugline/analyzer/text"
)

// This file takes HTML source apart that was pasted as text. It is no HTML parser:
// it finds tags, comments, and the contents of scripts and styles, sets them aside,
// and cuts paragraphs at the tags that begin and end blocks.

// looksLikeMarkup reports text that is HTML source: it opens with a doctype or
// holds at least two known tags, one of them closing. "Price < 5" and a ticker such
// as "<LMS>" are not enough.
func looksLikeMarkup(s string) bool {
	known, closing := 0, 0
	for at := 0; at < len(s); {
		i := strings.IndexByte(s[at:], '<')
		if i < 0 {
			return false
		}
		at += i
		if strings.HasPrefix(s[at:], "<!--") || hasPrefixFold(s[at:], "<!doctype") {
			return true
		}
		end, name, close := tagAt(s, at)
		if end == 0 || tagRole(name) == unknown {
			at++
			continue
		}
		known++
		if close {
			closing++
		}
		if known >= 2 && closing > 0 {
			return true
		}
		at = end
	}
	return false
}

// role says how a tag shapes the text.
type role uint8

const (
	unknown role = iota
	inline       // part of a paragraph
	block        // begins or ends one
	hidden       // its content is not text
	menu         // its content is navigation
)

// maxTag is the longest tag in bytes: beyond, "<" was a sign in the text.
const maxTag = 4000

// tagAt reads the tag at s[at]. end is 0 where there is none; name is lower case.
func tagAt(s string, at int) (end int, name string, closing bool) {
	i := at + 1
	if i < len(s) && s[i] == '/' {
		closing = true
		i++
	}
	from := i
	for i < len(s) && i-from < 12 && ('a' <= s[i]|0x20 && s[i]|0x20 <= 'z' || i > from && '0' <= s[i] && s[i] <= '9') {
		i++
	}
	if i == from || i >= len(s) {
		return 0, "", false
	}
	if c := s[i]; c != '>' && c != '/' && c != ' ' && c != '\n' && c != '\t' && c != '\r' {
		return 0, "", false
	}
	name = strings.ToLower(s[from:i])
	var quote byte
	for limit := min(len(s), at+maxTag); i < limit; i++ {
		switch c := s[i]; {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			if s[i-1] == '=' {
				quote = c
			}
		case c == '>':
			return i + 1, name, closing
		case c == '<':
			return 0, "", false
		}
	}
	return 0, "", false
}

// tagRole sorts the tags of HTML.
func tagRole(name string) role {
	switch name {
	case "a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "em", "font", "i", "img", "ins", "kbd", "label", "mark", "q", "s", "small", "span", "strong", "sub", "sup", "time", "u",
		"wbr", "picture", "source", "input":
		return inline
	case "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "dl", "dt", "dd", "br", "hr", "table", "tbody", "thead", "tr", "td", "th", "section", "article", "header",
		"main", "aside", "figure", "figcaption", "blockquote", "pre", "body", "html", "title", "form", "address", "fieldset", "center", "details", "summary", "caption", "meta", "link", "base":
		return block
	case "script", "style", "noscript", "template", "svg", "iframe", "object", "select", "textarea", "canvas", "video", "audio", "math":
		return hidden
	case "nav", "footer", "menu", "button":
		return menu
	}
	if name == "head" {
		return block
	}
	return unknown
}

// markupUnits makes the units of HTML source.
func (p *parser) markupUnits(whole text.Span) {
	s := p.Doc.Source
	b := unitBuilder{p: p, from: whole.Start, budget: 8 * maxHidden}
	for at := whole.Start; at < whole.End; {
		i := strings.IndexAny(s[at:], "<&")
		if i < 0 {
			break
		}
		at += i
		if s[at] == '&' {
			at = b.reference(at)
			continue
		}
		end, breaks, reason := b.markupAt(at)
		if end == 0 {
			at++
			continue
		}
		if breaks {
			b.finish(at)
			p.gaps = append(p.gaps, Aside{text.Span{Start: at, End: end}, reason})
			b.from = end
		} else {
			b.gaps = append(b.gaps, Aside{text.Span{Start: at, End: end}, reason})
		}
		at = end
	}
	b.finish(whole.End)
}

// markupAt returns where the markup at s[at] ends, 0 where there is none, and
// whether a paragraph ends there.
func (b *unitBuilder) markupAt(at int) (end int, breaks bool, reason string) {
	s := b.p.Doc.Source
	if strings.HasPrefix(s[at:], "<!--") {
		if i := strings.Index(s[at:], "-->"); i > 0 {
			return at + i + 3, false, Markup
		}
		return len(s), true, Markup
	}
	if hasPrefixFold(s[at:], "<!doctype") || strings.HasPrefix(s[at:], "<?xml") {
		if i := strings.IndexByte(s[at:], '>'); i > 0 {
			return at + i + 1, true, Markup
		}
		return len(s), true, Markup
	}
	end, name, closing := tagAt(s, at)
	if end == 0 {
		return 0, false, ""
	}
	r := tagRole(name)
	if (r == hidden || r == menu) && !closing && s[end-2] != '/' {
		if stop := b.closeTag(end, name); stop > 0 {
			if r == menu {
				return stop, true, Navigation
			}
			return stop, true, Markup
		}
	}
	return end, r != inline && r != unknown, Markup
}

// maxHidden is the longest content of a hidden element, in bytes; a tag that was
// never closed hides nothing.
const maxHidden = 1 << 19

// closeTag returns where the closing tag of name ends, searching from at; 0 where
// none is near. Searches in vain are charged to the builder's budget, or a text of
// nothing but "<script>" would take quadratic time.
func (b *unitBuilder) closeTag(at int, name string) int {
	s, from := b.p.Doc.Source, at
	limit := min(len(s), at+maxHidden, at+b.budget)
	for at < limit {
		i := strings.Index(s[at:limit], "</")
		if i < 0 {
			break
		}
		at += i
		if end, n, _ := tagAt(s, at); end > 0 && n == name {
			return end
		}
		at += 2
	}
	b.budget -= limit - from
	return 0
}

// hasPrefixFold compares ASCII without regard to case; prefix is lower case.
func hasPrefixFold(s, prefix string) bool {
	return len(s) >= len(prefix) && strings.EqualFold(s[:len(prefix)], prefix)
}

// unitBuilder collects one paragraph between block tags.
type unitBuilder struct {
	p      *parser
	from   int
	gaps   []Aside // inside the paragraph
	after  []Aside // behind it
	budget int     // bytes that vain searches may still read
}

// reference sets the character reference at i aside, but for the sign of "&amp;",
// and returns where it ends.
func (b *unitBuilder) reference(i int) int {
	s := b.p.Doc.Source
	end := strings.IndexByte(s[i:min(len(s), i+12)], ';')
	if end < 2 {
		return i + 1
	}
	for _, c := range []byte(s[i+1 : i+end]) {
		if c != '#' && !isWordByte(c) {
			return i + 1
		}
	}
	from := i
	if s[i+1:i+end] == "amp" {
		from++
	}
	b.gaps = append(b.gaps, Aside{text.Span{Start: from, End: i + end + 1}, Markup})
	return i + end + 1
}

// finish ends the paragraph at end.
func (b *unitBuilder) finish(end int) {
	s := b.p.Doc.Source
	span := text.Span{Start: b.from, End: end}
	gaps := b.gaps
	b.gaps = nil
	// Markup at the ends does not belong to the paragraph.
	for {
		span = trim(s, span)
		switch {
		case len(gaps) > 0 && gaps[0].Start == span.Start:
			b.p.gaps = append(b.p.gaps, gaps[0])
			span.Start, gaps = gaps[0].End, gaps[1:]
			continue
		case len(gaps) > 0 && gaps[len(gaps)-1].End == span.End:
			b.after = append(b.after, gaps[len(gaps)-1])
			span.End, gaps = gaps[len(gaps)-1].Start, gaps[:len(gaps)-1]
			continue
		}
		break
	}
	if span.Len() > 0 {
		b.p.units = append(b.p.units, unit{Span: span, kind: text.Paragraph, tail: span.End, gaps: gaps})
	}
	for i := len(b.after) - 1; i >= 0; i-- {
		b.p.gaps = append(b.p.gaps, b.after[i])
	}
	b.after = b.after[:0]
}
