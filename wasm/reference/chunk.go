package main

import (
	"strings"

	"github.com/jdkato/prose/v2"
)

// chunk is a named entity: tokens [first, last].
type chunk struct {
	first, last int
	label       string
}

// text returns the name as prose's Entities has it.
func (c chunk) text(tokens []prose.Token) string {
	parts := make([]string, 0, c.last-c.first+1)
	for _, t := range tokens[c.first : c.last+1] {
		parts = append(parts, t.Text)
	}
	return strings.Join(parts, " ")
}

// chunks joins labelled tokens to names. prose's Entities gives names without their
// places, so this is its walk (extract.go, chunk and parseEntities in v2.0.0) once more,
// with positions; its habits are kept, such as that a name which ends the text is lost.
// A test holds it to Entities.
func chunks(tokens []prose.Token) []chunk {
	var found []chunk
	end := ""
	first, n := 0, 0 // the parts so far: tokens [first, first+n)
	for i, t := range tokens {
		switch {
		case t.Label != "O" && t.Label != end,
			n > 0 && t.Tag == tokens[first+n-1].Tag,
			n > 0 && t.Tag == "CD" && tokens[first+n-1].Label != "O":
			end = strings.Replace(t.Label, "B", "I", 1)
			if n == 0 {
				first = i
			}
			n++
		case end != "":
			if t.Label != "O" {
				n++
			}
			found = append(found, chunk{first, first + n - 1, kindOf(tokens[first : first+n])})
			end, n = "", 0
		}
	}
	return found
}

// kindOf returns the type of a name: that of its first part, but a person's where one
// of two parts begins a person.
func kindOf(parts []prose.Token) string {
	if len(parts) == 2 && (parts[0].Label == "B-PERSON" || parts[1].Label == "B-PERSON") {
		return "PERSON"
	}
	_, kind, _ := strings.Cut(parts[0].Label, "-")
	return kind
}
