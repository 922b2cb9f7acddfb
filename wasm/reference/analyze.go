package main

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/jdkato/prose/v2"

	"slugline/analyzer"
	"slugline/analyzer/article"
	"slugline/analyzer/text"
)

// analyze has prose read an article and gives what it found in the shape of Slugline's
// analysis. The article is cleaned as for Slugline's own engine, so that the comparison is
// one of names and not of boilerplate. Topics, keyphrases, salience and confidence stay
// empty: prose has none.
func (r *reference) analyze(title, pasted string) (*analyzer.Analysis, error) {
	story := article.Parse(title, pasted)
	read := readable(story.Doc.Source, story.SetAside)
	d, err := prose.NewDocument(squeeze(read), prose.UsingModel(r.model))
	if err != nil {
		return nil, err
	}
	tokens := d.Tokens()
	a := &analyzer.Analysis{Source: story.Doc.Source, TextStart: story.Doc.TextStart, Language: "en"}
	a.Article = analyzer.Article{Title: story.Title, Deck: story.Deck, Byline: story.Byline, Dateline: story.Dateline,
		Words: words(tokens), Sentences: sentences(d)}
	for _, s := range story.SetAside {
		a.Article.SetAside = append(a.Article.SetAside, analyzer.SetAside{Span: s.Span, Reason: s.Reason})
	}
	addNames(a, tokens, locate(read, tokens))
	return a, nil
}

// maxWord is the longest run without white space, in bytes, that prose gets to see: it
// takes marks off a word one by one and looks at the whole rest each time.
const maxWord = 256

// readable returns the source with spaces in place of what is set aside and of overlong
// words. Every other byte stands where it stood.
func readable(source string, aside []article.Aside) string {
	b := []byte(source)
	blank := func(start, end int) {
		for i := start; i < end; i++ {
			if b[i] != '\n' {
				b[i] = ' '
			}
		}
	}
	for _, s := range aside {
		blank(s.Start, s.End)
	}
	start := 0
	for i := 0; i <= len(b); {
		r, n := utf8.DecodeRune(b[i:])
		if i == len(b) || unicode.IsSpace(r) {
			if i-start > maxWord {
				blank(start, i)
			}
			start = i + n
		}
		i += max(n, 1)
	}
	return string(b)
}

// maxSpace is the longest run of white space, in bytes, that prose gets to see: its
// sentence splitter looks at the whole run for each of its characters.
const maxSpace = 16

// squeeze shortens long runs of white space. Offsets change; locate passes over white
// space, so it finds the tokens in the text as it was.
func squeeze(read string) string {
	var b strings.Builder
	b.Grow(len(read))
	for read != "" {
		word := strings.IndexFunc(read, unicode.IsSpace)
		if word < 0 {
			word = len(read)
		}
		b.WriteString(read[:word])
		read = read[word:]
		space := len(read) - len(strings.TrimLeftFunc(read, unicode.IsSpace))
		switch {
		case space <= maxSpace:
			b.WriteString(read[:space])
		case strings.Contains(read[:space], "\n"):
			b.WriteString("\n\n")
		default:
			b.WriteByte(' ')
		}
		read = read[space:]
	}
	return b.String()
}

// words counts the tokens that have a letter or a digit.
func words(tokens []prose.Token) int {
	n := 0
	for _, t := range tokens {
		if slices.ContainsFunc([]rune(t.Text), func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
			n++
		}
	}
	return n
}

// sentences counts those with something in them: for white space prose gives one, too.
func sentences(d *prose.Document) int {
	n := 0
	for _, s := range d.Sentences() {
		if s.Text != "" {
			n++
		}
	}
	return n
}

// types are Slugline's names for prose's types. A GSP is a geographical-social-political
// entity, mostly a country.
var types = map[string]string{
	"PERSON": "person", "ORGANIZATION": "organization",
	"GPE": "place", "GSP": "place", "LOCATION": "place", "FACILITY": "place",
}

// addNames adds the mentions, and an entity for each name that is written differently:
// prose does not join "Biden" to "Joe Biden".
func addNames(a *analyzer.Analysis, tokens []prose.Token, spans []text.Span) {
	type key struct{ name, kind string }
	known := map[key]int{}
	for _, c := range chunks(tokens) {
		kind := types[c.label]
		span := text.Span{Start: spans[c.first].Start, End: spans[c.last].End}
		if kind == "" || spans[c.first].Len() == 0 || spans[c.last].Len() == 0 {
			continue
		}
		k := key{c.text(tokens), kind}
		id, ok := known[k]
		if !ok {
			id = len(a.Entities)
			known[k] = id
			a.Entities = append(a.Entities, analyzer.Entity{Name: k.name, Type: kind})
		}
		a.Entities[id].Count++
		a.Mentions = append(a.Mentions, analyzer.Mention{Span: span, Type: kind, Entity: id})
	}
}
