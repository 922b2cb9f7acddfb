package article

import (
	"unicode"
	"unicode/utf8"

	"slugline/analyzer/text"
)

// This file cuts text into lines and joins hard-wrapped lines into paragraphs.
//
// Wire copy comes wrapped at about 70 columns; a web page's text comes with a line
// a paragraph. The lengths tell them apart: in wrapped copy the lines that another
// line follows are all nearly as long as the longest, and most of them end in
// the middle of a sentence.

// line is one line of the text, without the white space around it.
type line struct {
	text.Span
	columns  int  // runes
	indent   bool // it begins with white space
	gap      bool // a blank line stands before it
	followed bool // the next line is not blank
}

// isSpace reports white space as editors paste it: byte order marks and zero-width
// spaces too.
func isSpace(r rune) bool {
	return unicode.IsSpace(r) || r == '\ufeff' || r == '\u200b'
}

// trim takes white space off both ends of a span of s.
func trim(s string, p text.Span) text.Span {
	for p.Start < p.End {
		r, n := utf8.DecodeRuneInString(s[p.Start:p.End])
		if !isSpace(r) {
			break
		}
		p.Start += n
	}
	for p.Start < p.End {
		r, n := utf8.DecodeLastRuneInString(s[p.Start:p.End])
		if !isSpace(r) {
			break
		}
		p.End -= n
	}
	return p
}

// lines cuts p of s at line feeds, carriage returns and Unicode's separators.
// Blank lines are only remembered as gaps.
func lines(s string, p text.Span) []line {
	var out []line
	gap, breaks := false, 0
	for at := p.Start; at < p.End; {
		end, next := lineEnd(s, at, p.End)
		t := trim(s, text.Span{Start: at, End: end})
		if t.Len() == 0 {
			breaks++
			gap = gap || breaks > 0
		} else {
			if n := len(out); n > 0 && !gap {
				out[n-1].followed = true
			}
			out = append(out, line{Span: t, columns: utf8.RuneCountInString(t.Of(s)), indent: t.Start > at, gap: gap})
			gap, breaks = false, 0
		}
		at = next
	}
	return out
}

// lineEnd returns where the line that begins at i ends, and where the next begins.
func lineEnd(s string, i, end int) (stop, next int) {
	for ; i < end; i++ {
		switch s[i] {
		case '\n', '\v', '\f':
			return i, i + 1
		case '\r':
			if i+1 < end && s[i+1] == '\n' {
				return i, i + 2
			}
			return i, i + 1
		case 0xe2: // U+2028 and U+2029
			if i+2 < end && s[i+1] == 0x80 && (s[i+2] == 0xa8 || s[i+2] == 0xa9) {
				return i, i + 3
			}
		case 0xc2: // U+0085
			if i+1 < end && s[i+1] == 0x85 {
				return i, i + 2
			}
		}
	}
	return end, end
}

// lineUnits makes the units of plain text.
func (p *parser) lineUnits(whole text.Span) {
	s := p.Doc.Source
	ls := lines(s, whole)
	width := wrapWidth(s, ls)
	for i, l := range ls {
		n := len(p.units)
		if width > 0 && i > 0 && joins(s, ls[i-1], l, width) {
			p.units[n-1].End, p.units[n-1].tail = l.End, l.End
			continue
		}
		p.units = append(p.units, unit{Span: l.Span, kind: text.Paragraph, tail: l.End})
	}
}

const (
	minWrap = 45  // columns: narrower text is verse, a list or a table
	maxWrap = 100 // wider text is a line a paragraph
)

// wrapWidth returns the column at which the text is hard-wrapped, 0 where it is not.
func wrapWidth(s string, ls []line) int {
	width, followed, full, ended := 0, 0, 0, 0
	for _, l := range ls {
		width = max(width, l.columns)
	}
	if len(ls) < 4 || width < minWrap || width > maxWrap {
		return 0
	}
	for _, l := range ls {
		if !l.followed {
			continue
		}
		followed++
		if l.columns*4 >= width*3 {
			full++
		}
		if endsSentence(l.Of(s)) {
			ended++
		}
	}
	if followed < 3 || full*4 < followed*3 || ended*2 > followed {
		return 0
	}
	return width
}

// joins reports whether l goes on with the paragraph of the line before it.
func joins(s string, before, l line, width int) bool {
	if l.gap || l.indent && !before.indent {
		return false
	}
	if boilerplate(before.Of(s)) != "" || boilerplate(l.Of(s)) != "" || isByline(l.Of(s)) || isByline(before.Of(s)) {
		return false
	}
	if before.columns*4 >= width*3 {
		return true
	}
	// A short line ends its paragraph, unless the next one plainly goes on.
	r, _ := utf8.DecodeRuneInString(l.Of(s))
	return unicode.IsLower(r)
}

// endsSentence reports whether s ends in a full stop, a question or exclamation
// mark, perhaps inside closing quotes or brackets.
func endsSentence(s string) bool {
	for len(s) > 0 {
		r, n := utf8.DecodeLastRuneInString(s)
		switch r {
		case '.', '!', '?', '…', '。', '।':
			return true
		case '"', '\'', '”', '’', ')', ']', '»':
			s = s[:len(s)-n]
		default:
			return false
		}
	}
	return false
}
