package main

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"

	"slugline/analyzer/pos"
	"slugline/analyzer/text"
)

// A lesson is one text with its tags.
type lesson struct {
	doc     *text.Document
	names   []text.Span // annotated names of persons, organizations, places and events
	teacher []pos.Tag   // as the teacher said
	tags    []pos.Tag   // cleaned: what is learned
	sure    []bool      // the teacher's tokens are ours, and its tag counts
}

// annotated are the texts with names marked by code-point offsets, columns the ones
// with a token and its label on each line.
var (
	annotated = []string{"newswire.jsonl", "wikinews.jsonl"}
	columns   = []string{"gmb.conll", "gum.conll", "uner_ewt.conll", "wikigold.conll", "crossner_politics.conll", "redocred_a.conll", "redocred_b.conll"}
)

// nameTypes are the labels of all sources whose capitalised words are proper nouns.
// Group is not among them: "Iranian" is an adjective.
var nameTypes = map[string]bool{"person": true, "organization": true, "organisation": true, "place": true, "event": true,
	"per": true, "org": true, "loc": true, "geo": true, "location": true, "country": true, "politician": true, "politicalparty": true}

func readTexts(folder string) ([]*lesson, error) {
	var texts []*lesson
	for _, name := range annotated {
		f, err := os.Open(filepath.Join(folder, name))
		if err != nil {
			return nil, err
		}
		lines := bufio.NewScanner(f)
		lines.Buffer(nil, 1<<24)
		for lines.Scan() {
			var row struct {
				Text     string
				Entities [][3]any
			}
			if err := json.Unmarshal(lines.Bytes(), &row); err != nil {
				return nil, err
			}
			texts = append(texts, newLesson(row.Text, spans(row.Text, row.Entities)))
		}
		f.Close()
	}
	for _, name := range columns {
		b, err := os.ReadFile(filepath.Join(folder, name))
		if err != nil {
			return nil, err
		}
		texts = append(texts, readColumns(string(b))...)
	}
	return texts, nil
}

// spans turns entities with code-point offsets into byte spans.
func spans(s string, entities [][3]any) []text.Span {
	var offsets []int
	for i := range s {
		offsets = append(offsets, i)
	}
	offsets = append(offsets, len(s))
	var names []text.Span
	for _, e := range entities {
		if kind, ok := e[2].(string); ok && nameTypes[kind] {
			names = append(names, text.Span{Start: offsets[int(e[0].(float64))], End: offsets[int(e[1].(float64))]})
		}
	}
	return names
}

// readColumns makes a text of every twenty sentences, the tokens joined by spaces.
func readColumns(s string) []*lesson {
	var texts []*lesson
	var b strings.Builder
	var names []text.Span
	sentences := 0
	flush := func() {
		if b.Len() > 0 {
			texts = append(texts, newLesson(b.String(), names))
		}
		b.Reset()
		names, sentences = nil, 0
	}
	for line := range strings.Lines(s) {
		token, label, _ := strings.Cut(strings.TrimRight(line, "\n"), "\t")
		if token == "" {
			b.WriteString("\n\n")
			if sentences++; sentences == 20 {
				flush()
			}
			continue
		}
		start := b.Len()
		b.WriteString(token)
		if _, kind, ok := strings.Cut(label, "-"); ok && nameTypes[strings.ToLower(kind)] {
			names = append(names, text.Span{Start: start, End: b.Len()})
		}
		b.WriteByte(' ')
	}
	flush()
	return texts
}

// newLesson cuts a text into a block a line.
func newLesson(s string, names []text.Span) *lesson {
	doc := &text.Document{Source: s}
	start := 0
	for line := range strings.Lines(s) {
		end := start + len(line)
		if body := strings.TrimRight(line, " \n"); strings.TrimSpace(body) != "" {
			doc.Append(text.Paragraph, text.Span{Start: start, End: start + len(body)})
		}
		start = end
	}
	n := len(doc.Tokens)
	return &lesson{doc: doc, names: names, teacher: make([]pos.Tag, n), tags: make([]pos.Tag, n), sure: make([]bool, n)}
}
