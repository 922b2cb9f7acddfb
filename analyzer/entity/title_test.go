package entity

import (
	"strings"
	"testing"

	"slugline/analyzer/text"
)

func TestNamesHaveNoTitles(t *testing.T) {
	for _, c := range []struct{ found, want string }{
		{"Cllr Thwaite", "Thwaite"},
		{"Mrs. Doreen Platt", "Doreen Platt"},
		{"Masbate Gov. Corazon Tuason", "Corazon Tuason"},
		{"Prof Dr Hemi Walker", "Hemi Walker"},
		{"Queen Latifah", "Queen Latifah"},
		{"Md. Azizul Haque", "Md. Azizul Haque"},
		{"Dr", "Dr"},
	} {
		doc := &text.Document{Source: "Then " + c.found + " spoke."}
		doc.Append(text.Paragraph, text.Span{End: len(doc.Source)})
		r := New()
		r.Prepare(doc)
		n := Name{Span: text.Span{Start: 5, End: 5 + len(c.found)}, First: 1, Last: 1 + len(strings.Fields(c.found)), Type: Person, Confidence: 0.5}
		if got := r.Agree([]Name{n}, doc)[0].Of(doc.Source); got != c.want {
			t.Errorf("%s is named %q, want %q", c.found, got, c.want)
		}
	}
}
