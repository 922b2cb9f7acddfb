// Package export writes an analysis in the forms that others read: Slugline's own
// JSON, IPTC ninjs 3.1, schema.org JSON-LD, Superdesk tags, CSV and annotated HTML.
//
// It is the only package that leaves byte offsets behind. Slugline's JSON counts in
// UTF-16 code units, as JavaScript does, of the title or of the text as pasted.
package export

import (
	"strings"

	"slugline/analyzer"
	"slugline/analyzer/text"
)

// jsonVersion is the version of the analysis's JSON.
const jsonVersion = 1

// encoder writes one analysis.
type encoder struct {
	writer
	a     *analyzer.Analysis
	units text.UTF16
	base  int // units before the text as pasted
}

func newEncoder(dst []byte, a *analyzer.Analysis) encoder {
	e := encoder{writer: writer{out: dst}, a: a, units: text.NewUTF16(a.Source)}
	e.base = e.units.Of(a.TextStart)
	return e
}

// JSON appends the analysis as JSON, version 1, to dst. Offsets are UTF-16 code
// units: of the title where "field" is "title", else of the text as pasted.
func JSON(dst []byte, a *analyzer.Analysis) []byte {
	e := newEncoder(dst, a)
	e.open('{')
	e.key("version").int(jsonVersion)
	e.key("language").text(a.Language)
	e.optional("notice", a.Notice)
	e.article()
	e.mentions()
	e.entities()
	e.topics("topics", e.a.Topics)
	if len(e.a.Rejected) > 0 {
		e.topics("rejected", e.a.Rejected)
	}
	e.keyphrases()
	e.matches()
	e.close('}')
	return e.out
}

func (e *encoder) article() {
	r := &e.a.Article
	e.key("article").open('{')
	e.key("title").text(e.line(r.Title))
	e.optional("deck", e.line(r.Deck))
	e.optional("byline", e.line(r.Byline))
	e.key("dateline").text(e.line(r.Dateline))
	e.key("words").int(r.Words)
	e.key("sentences").int(r.Sentences)
	e.key("setAside").open('[')
	for i := range r.SetAside {
		s := &r.SetAside[i]
		if s.End <= e.a.TextStart {
			continue
		}
		e.open('{')
		e.span("start", "end", s.Span)
		e.key("reason").text(s.Reason)
		e.close('}')
	}
	e.close(']')
	e.close('}')
}

func (e *encoder) mentions() {
	e.key("mentions").open('[')
	for i := range e.a.Mentions {
		m := &e.a.Mentions[i]
		e.open('{')
		e.key("field").text(e.field(m.Span))
		e.span("start", "end", m.Span)
		e.key("type").text(m.Type)
		e.key("entity")
		if m.Entity < 0 {
			e.null()
		} else {
			e.int(m.Entity)
		}
		if m.Confidence > 0 {
			e.key("confidence").number(m.Confidence)
		}
		e.optional("value", m.Value)
		e.optional("suggestion", m.Suggestion)
		e.close('}')
	}
	e.close(']')
}

func (e *encoder) entities() {
	e.key("entities").open('[')
	for i := range e.a.Entities {
		x := &e.a.Entities[i]
		e.open('{')
		e.key("id").int(i)
		e.key("name").text(x.Name)
		e.key("type").text(x.Type)
		e.key("aliases").texts(x.Aliases)
		e.key("role").textOrNull(x.Role)
		e.key("count").int(x.Count)
		e.key("salience").number(x.Salience)
		e.key("confidence").number(x.Confidence)
		e.key("uri").textOrNull(entityURI(x))
		e.optional("country", x.Country)
		if located(x) {
			e.key("latitude").number(x.Latitude)
			e.key("longitude").number(x.Longitude)
		}
		if x.GeoNames != 0 {
			e.key("geonames").int(x.GeoNames)
		}
		e.close('}')
	}
	e.close(']')
}

// located reports an entity whose coordinates are known.
func located(x *analyzer.Entity) bool { return x.Latitude != 0 || x.Longitude != 0 }

func (e *encoder) topics(key string, topics []analyzer.Topic) {
	e.key(key).open('[')
	for i := range topics {
		t := &topics[i]
		e.open('{')
		e.key("id").text(t.ID)
		e.key("name").text(t.Name)
		e.key("path").texts(t.Path)
		e.key("top").text(t.Top)
		e.key("wikidata").textOrNull(t.Wikidata)
		e.key("confidence").number(t.Confidence)
		e.key("status").text(status(t))
		e.key("evidence").open('[')
		for _, s := range t.Evidence {
			e.open('{')
			if e.field(s) == "title" {
				e.key("field").text("title")
			}
			e.span("start", "end", s)
			e.close('}')
		}
		e.close(']')
		e.desk(t)
		e.close('}')
	}
	e.close(']')
}

// desk writes why a tag is not as the model alone would have it.
func (e *encoder) desk(t *analyzer.Topic) {
	if t.Reason == "" {
		return
	}
	e.key("desk").open('{')
	e.key("reason").text(t.Reason)
	if t.Reason == "learned" {
		e.key("before").number(t.Before)
		e.key("stories").int(t.Like)
	}
	e.close('}')
}

func status(t *analyzer.Topic) string {
	switch {
	case t.Applied:
		return "applied"
	case t.Reason == "rejected":
		return "rejected"
	}
	return "suggested"
}

func (e *encoder) keyphrases() {
	e.key("keyphrases").open('[')
	for i := range e.a.Keyphrases {
		k := &e.a.Keyphrases[i]
		e.open('{')
		e.key("text").text(k.Text)
		e.key("score").number(k.Score)
		e.key("count").int(k.Count)
		e.close('}')
	}
	e.close(']')
}

func (e *encoder) matches() {
	e.key("matches").open('[')
	for i := range e.a.Matches {
		e.match(&e.a.Matches[i])
	}
	e.close(']')
}

func (e *encoder) match(m *analyzer.Match) {
	there := side{text.NewUTF16(m.Source), 0, m.TextStart}
	there.base = there.units.Of(m.TextStart)
	e.open('{')
	e.key("id").text(m.ID)
	e.key("title").text(m.Title)
	e.key("verdict").text(m.Verdict)
	e.key("duplicate").bool(m.Duplicate)
	e.key("reason").text(m.Reason)
	e.key("copied").number(m.Copied)
	e.key("copiedFrom").number(m.CopiedFrom)
	e.key("passages").open('[')
	for _, p := range m.Passages {
		if p.Here.End <= e.a.TextStart || p.There.End <= m.TextStart {
			continue // shared titles are no passage of the text
		}
		e.open('{')
		e.span("start", "end", p.Here)
		there.span(&e.writer, "otherStart", "otherEnd", p.There)
		if p.Moved {
			e.key("moved").bool(true)
		}
		e.close('}')
	}
	e.close(']')
	e.key("changes").open('[')
	for i := range m.Changes {
		c := &m.Changes[i]
		e.open('{')
		e.key("kind").text(c.Kind)
		e.key("here").text(c.Here)
		e.key("there").text(c.There)
		e.span("start", "end", e.clip(c.HereSpan))
		there.span(&e.writer, "otherStart", "otherEnd", there.clip(c.ThereSpan))
		e.close('}')
	}
	e.close(']')
	e.key("firstSeen").text(m.FirstSeen)
	e.close('}')
}

// side is the archived article of a match.
type side struct {
	units     text.UTF16
	base      int // units before its text
	textStart int
}

// span writes two members: where p begins and ends in that article's text.
func (s *side) span(w *writer, start, end string, p text.Span) {
	p = s.clip(p)
	w.key(start).int(s.units.Of(p.Start) - s.base)
	w.key(end).int(s.units.Of(p.End) - s.base)
}

// clip cuts off what lies before the text.
func (s *side) clip(p text.Span) text.Span {
	return text.Span{Start: max(p.Start, s.textStart), End: max(p.End, s.textStart)}
}

// clip cuts off what lies before the text as pasted.
func (e *encoder) clip(p text.Span) text.Span {
	return text.Span{Start: max(p.Start, e.a.TextStart), End: max(p.End, e.a.TextStart)}
}

// field names the field that a span lies in. A span that reaches from the title
// into the text counts to the text.
func (e *encoder) field(p text.Span) string {
	if p.Start < e.a.TextStart && p.End <= e.a.TextStart {
		return "title"
	}
	return "text"
}

// span writes two members: where p begins and ends in its field.
func (e *encoder) span(start, end string, p text.Span) {
	base := 0
	if e.field(p) == "text" {
		base = e.base
		p = e.clip(p)
	}
	e.key(start).int(e.units.Of(p.Start) - base)
	e.key(end).int(e.units.Of(p.End) - base)
}

// line returns the source under a span on one line.
func (e *encoder) line(p text.Span) string { return oneLine(p.Of(e.a.Source)) }

// oneLine puts single spaces for every run of white space.
func oneLine(s string) string {
	if !strings.ContainsAny(s, "\n\r\t\u2028\u2029") && !strings.Contains(s, "  ") {
		return s
	}
	return strings.Join(strings.Fields(s), " ")
}
