package export

import (
	"unicode/utf8"

	"slugline/analyzer"
	"slugline/analyzer/text"
)

// htmlStyle tells the types apart by tint and by the style of the underline, so that
// the marks can be read without colour too.
const htmlStyle = `:root{color-scheme:light dark}body{max-width:42rem;margin:2rem auto;padding:0 1rem;font:1.125rem/1.6 Charter,"Bitstream Charter","Sitka Text",Cambria,Georgia,serif}` +
	`.text{white-space:pre-wrap;overflow-wrap:anywhere}.aside{opacity:.55}mark{color:inherit;background:none;text-decoration:underline solid 2px;text-underline-offset:3px}` +
	`mark[data-type=person]{text-decoration-color:#B3541E}mark[data-type=organization]{text-decoration:underline double #1F5FA8}mark[data-type=place]{text-decoration:underline dotted 2px #2E7D4F}` +
	`mark[data-type=group]{text-decoration:underline dashed 2px #7A4FA3}mark[data-type=event]{text-decoration:underline wavy #A8324A}mark[data-type=work]{text-decoration-color:#8A6D00;font-style:italic}` +
	`mark[data-type=product]{text-decoration-color:#00737A;font-style:italic}mark[data-type=date],mark[data-type=time],mark[data-type=money],mark[data-type=percent],mark[data-type=quantity]{text-decoration:underline solid 1px gray}` +
	`section{font:.875rem/1.5 system-ui,sans-serif}`

// HTML appends the article with its names and figures marked, as a document of its
// own: no script, nothing loaded from elsewhere, every character of the text escaped.
func HTML(dst []byte, a *analyzer.Analysis) []byte {
	w := page{out: dst, a: a}
	title := oneLine(a.Article.Title.Of(a.Source))
	if title == "" {
		title = "Article"
	}
	w.raw(`<!doctype html><html lang="`)
	w.escaped(a.Language)
	w.raw(`"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>`)
	w.escaped(title)
	w.raw(`</title><style>` + htmlStyle + `</style></head><body><article>`)
	start := min(a.TextStart, len(a.Source))
	if start > 0 {
		w.raw(`<h1>`)
		w.marked(text.Span{Start: 0, End: a.Article.Title.End})
		w.raw(`</h1>`)
	}
	w.raw(`<div class="text">`)
	w.marked(text.Span{Start: start, End: len(a.Source)})
	w.raw(`</div></article>`)
	w.lists()
	w.raw("</body></html>\n")
	return w.out
}

// page writes HTML.
type page struct {
	out     []byte
	a       *analyzer.Analysis
	mention int // the next mention
	aside   int // the next stretch set aside
}

func (w *page) raw(s string) { w.out = append(w.out, s...) }

// escaped writes text, or the value of an attribute in double quotes.
func (w *page) escaped(s string) {
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == '&':
			w.raw("&amp;")
		case r == '<':
			w.raw("&lt;")
		case r == '>':
			w.raw("&gt;")
		case r == '"':
			w.raw("&quot;")
		case r == '\'':
			w.raw("&#39;")
		case r == utf8.RuneError || r < ' ' && r != '\n' && r != '\t' && r != '\r' || r == 0x7f:
			w.raw("\ufffd")
		default:
			w.raw(s[i : i+n])
		}
		i += n
	}
}

// marked writes a stretch of the source with its mentions and asides.
func (w *page) marked(p text.Span) {
	a, at := w.a, p.Start
	for at < p.End {
		for w.mention < len(a.Mentions) && a.Mentions[w.mention].Start < at {
			w.mention++
		}
		for w.aside < len(a.Article.SetAside) && a.Article.SetAside[w.aside].Start < at {
			w.aside++
		}
		next := p.End
		isMention, isAside := false, false
		if w.mention < len(a.Mentions) && a.Mentions[w.mention].End <= p.End {
			next, isMention = a.Mentions[w.mention].Start, true
		}
		if w.aside < len(a.Article.SetAside) && a.Article.SetAside[w.aside].End <= p.End && a.Article.SetAside[w.aside].Start < next {
			next, isMention, isAside = a.Article.SetAside[w.aside].Start, false, true
		}
		w.escaped(a.Source[at:next])
		at = next
		switch {
		case isMention:
			m := &a.Mentions[w.mention]
			w.mark(m)
			at = m.End
			w.mention++
		case isAside:
			s := &a.Article.SetAside[w.aside]
			w.raw(`<span class="aside" title="set aside: `)
			w.escaped(s.Reason)
			w.raw(`">`)
			w.escaped(s.Of(a.Source))
			w.raw(`</span>`)
			at = s.End
			w.aside++
		}
	}
}

// mark writes one mention.
func (w *page) mark(m *analyzer.Mention) {
	w.raw(`<mark data-type="`)
	w.escaped(m.Type)
	hint := m.Type
	if m.Entity >= 0 && m.Entity < len(w.a.Entities) {
		w.raw(`" data-entity="` + decimal(m.Entity))
		hint += ": " + w.a.Entities[m.Entity].Name
	} else if m.Value != "" {
		hint += ": " + m.Value
	}
	w.raw(`" title="`)
	w.escaped(hint)
	w.raw(`">`)
	w.escaped(m.Of(w.a.Source))
	w.raw(`</mark>`)
}

// lists writes names, topics and keyphrases below the article.
func (w *page) lists() {
	a := w.a
	if len(a.Entities) > 0 {
		w.raw(`<section><h2>Names</h2><ul>`)
		for i := range a.Entities {
			x := &a.Entities[i]
			w.raw(`<li>`)
			w.escaped(x.Name)
			w.raw(` (`)
			w.escaped(x.Type)
			if x.Role != "" {
				w.raw(`, `)
				w.escaped(x.Role)
			}
			w.raw(`): ` + decimal(x.Count) + `</li>`)
		}
		w.raw(`</ul></section>`)
	}
	applied := false
	for i := range a.Topics {
		t := &a.Topics[i]
		if !t.Applied {
			continue
		}
		if !applied {
			w.raw(`<section><h2>Topics</h2><ul>`)
			applied = true
		}
		w.raw(`<li>`)
		w.escaped(t.Name)
		w.raw(` (`)
		w.escaped(t.ID)
		w.raw(`)</li>`)
	}
	if applied {
		w.raw(`</ul></section>`)
	}
	if len(a.Rejected) > 0 {
		w.raw(`<section><h2>Topics an editor took off</h2><ul>`)
		for i := range a.Rejected {
			w.raw(`<li>`)
			w.escaped(a.Rejected[i].Name)
			w.raw(` (`)
			w.escaped(a.Rejected[i].ID)
			w.raw(`)</li>`)
		}
		w.raw(`</ul></section>`)
	}
	if len(a.Keyphrases) > 0 {
		w.raw(`<section><h2>Keyphrases</h2><p>`)
		for i := range a.Keyphrases {
			if i > 0 {
				w.raw(`; `)
			}
			w.escaped(a.Keyphrases[i].Text)
		}
		w.raw(`</p></section>`)
	}
}
