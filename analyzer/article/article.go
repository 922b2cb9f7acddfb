// Package article makes an article of what people paste: plain text, or text
// copied out of a web page, with menus, share buttons and "Also Read" lines in it.
//
// Parse cuts the text into lines (and, in hard-wrapped wire copy, joins the lines
// into paragraphs), names the lines that are not the article and sets them aside
// with a reason, and finds title, deck, byline, dateline and date line. Nothing is
// deleted and nothing is moved: every offset is one of the text as pasted.
//
// Setting aside follows one rule above all: a real sentence is never lost. Each
// pattern therefore wants a whole line to look like boilerplate, not just to hold
// a telling word. What a pattern is unsure of stays in the article.
package article

import (
	"strings"

	"slugline/analyzer/text"
)

// Article is a text with its parts named.
type Article struct {
	Doc      text.Document // title, deck, headings and paragraphs as blocks, in text order
	Title    text.Span     // empty where there is none
	Deck     text.Span     // the summary below the title, empty where there is none
	Byline   text.Span     // "By Jane Doe", set aside too; empty where there is none
	Dateline text.Span     // "WASHINGTON (AP)" without the dash; it stays inside its paragraph's block
	// Published is the line that dates the story ("Published 3 Nov 2025, 10:15 IST",
	// "Friday, January 4, 2019"), set aside too; empty where there is none.
	Published text.Span
	SetAside  []Aside // in text order, never overlapping each other
}

// Aside is a stretch of the source that is not analysed.
type Aside struct {
	text.Span
	Reason string // one of the Reason constants
}

// The reasons for setting text aside.
const (
	AlsoRead      = "also-read"     // links to other stories
	Advertisement = "advertisement" //
	Audio         = "audio"         // "Listen to this article", "3 min read"
	Byline        = "byline"        // who wrote it, also at the end: "Reporting by …"
	Cookies       = "cookies"       //
	Copyright     = "copyright"     //
	Credit        = "credit"        // whose photograph or feed it is
	Markup        = "markup"        // tags, comments, scripts and styles of HTML source
	Navigation    = "navigation"    // menus, breadcrumbs, "Skip to main content"
	Pagination    = "pagination"    // "Page 1 of 3"
	Share         = "share"         // share buttons and comment counts
	Subscribe     = "subscribe"     // newsletters, sign-in, paywall
	Tags          = "tags"          // "Tags: …"
	Timestamp     = "timestamp"     // "Updated: …"
)

// unit is what becomes one block or one aside: a line, or wrapped lines joined.
type unit struct {
	text.Span
	reason  string         // empty: part of the article
	kind    text.BlockKind // of an article's unit
	tail    int            // where a trailing credit begins, or End
	tailWhy string
	gaps    []Aside // the markup inside it, in text order
}

// parser holds what Parse works on.
type parser struct {
	Article
	units []unit
	gaps  []Aside // markup between units, in text order
}

// Parse makes an article of a text and, where it was given apart, its title. The
// document's Source is title + "\n\n" + pasted, or pasted alone where title is
// empty.
func Parse(title, pasted string) *Article {
	p := &parser{}
	p.Doc.Source = pasted
	if title != "" {
		p.Doc.Source = title + "\n\n" + pasted
		p.Doc.TextStart = len(title) + 2
	}
	given := trim(p.Doc.Source, text.Span{Start: 0, End: len(title)})
	whole := text.Span{Start: p.Doc.TextStart, End: len(p.Doc.Source)}
	if looksLikeMarkup(pasted) {
		p.markupUnits(whole)
	} else {
		p.lineUnits(whole)
	}
	p.nameBoilerplate()
	if given.Len() > 0 {
		p.Title = given
		p.Doc.Append(text.Title, given)
	}
	p.nameHead()
	p.nameHeadings()
	p.emit()
	return &p.Article
}

// emit writes the units as blocks and asides.
func (p *parser) emit() {
	gap := 0
	for i := range p.units {
		u := &p.units[i]
		for gap < len(p.gaps) && p.gaps[gap].Start < u.Start {
			p.SetAside = append(p.SetAside, p.gaps[gap])
			gap++
		}
		if u.reason != "" {
			p.SetAside = append(p.SetAside, Aside{u.Span, u.reason})
			continue
		}
		body := trim(p.Doc.Source, text.Span{Start: u.Start, End: u.tail})
		if len(u.gaps) == 0 {
			p.Doc.Append(u.kind, body)
		} else {
			p.appendAround(u.kind, body, u.gaps)
			for _, g := range u.gaps {
				if g.End <= u.tail {
					p.SetAside = append(p.SetAside, g)
				}
			}
		}
		if u.tail < u.End {
			p.SetAside = append(p.SetAside, Aside{text.Span{Start: u.tail, End: u.End}, u.tailWhy})
		}
	}
	p.SetAside = append(p.SetAside, p.gaps[gap:]...)
}

// appendAround appends a block whose tokens leave out the gaps inside it.
func (p *parser) appendAround(kind text.BlockKind, span text.Span, gaps []Aside) {
	d := &p.Doc
	b := text.Block{Span: span, Kind: kind, First: len(d.Tokens), FirstSentence: len(d.Sentences)}
	at := span.Start
	for _, g := range gaps {
		if g.Start > at && g.Start <= span.End {
			d.Tokens = text.Tokenize(d.Tokens, d.Source, text.Span{Start: at, End: g.Start})
		}
		at = max(at, g.End)
	}
	if at < span.End {
		d.Tokens = text.Tokenize(d.Tokens, d.Source, text.Span{Start: at, End: span.End})
	}
	d.Sentences = text.Sentences(d.Sentences, d.Source, d.Tokens, b.First)
	b.Last, b.LastSentence = len(d.Tokens), len(d.Sentences)
	if b.Last > b.First {
		d.Blocks = append(d.Blocks, b)
	}
}

// words returns the unit's text without the markup inside it.
func (p *parser) words(u *unit) string {
	s := p.Doc.Source
	if len(u.gaps) == 0 {
		return s[u.Start:u.End]
	}
	var b strings.Builder
	at := u.Start
	for _, g := range u.gaps {
		b.WriteString(s[at:g.Start])
		at = g.End
	}
	b.WriteString(s[at:u.End])
	return b.String()
}
