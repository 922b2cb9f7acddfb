package entity

import (
	"strings"
	"testing"

	"slugline/analyzer/text"
)

// seen is a mention as the recogniser might see it: the given occurrence of a form,
// counted from 0.
type seen struct {
	form       string
	nth        int
	t          Type
	confidence float64
}

// agree lets mentions of source agree and returns the type of every occurrence of form,
// "-" for one that is in no name.
func agree(source, form string, mentions ...seen) string {
	doc := &text.Document{Source: source}
	doc.Append(text.Paragraph, text.Span{End: len(source)})
	r := New()
	r.Prepare(doc)
	var names []Name
	for _, m := range mentions {
		n := Name{Span: occurrence(source, m.form, m.nth), Type: m.t, Confidence: m.confidence, First: -1}
		for i, t := range doc.Tokens {
			if n.Contains(t.Span) {
				if n.First < 0 {
					n.First = i
				}
				n.Last = i + 1
			}
		}
		names = append(names, n)
	}
	names = r.Agree(names, doc)
	var out []string
	for k := range strings.Count(source, form) {
		at, found := occurrence(source, form, k), "-"
		for _, n := range names {
			if n.Contains(at) {
				found = n.Type.String()
			}
		}
		out = append(out, found)
	}
	return strings.Join(out, " ")
}

// occurrence returns where form stands in source for the nth time, counted from 0.
func occurrence(source, form string, nth int) text.Span {
	at := strings.Index(source, form)
	for ; nth > 0; nth-- {
		at += len(form) + strings.Index(source[at+len(form):], form)
	}
	return text.Span{Start: at, End: at + len(form)}
}

// A name seen clearly once decides where it is unclear, and only there.
func TestSureMentionsDecide(t *testing.T) {
	for _, c := range []struct {
		rule, text, form, want string
		mentions               []seen
	}{
		{"a full name decides its surname", "They met Scott Bessent. The talks with Bessent went on.", "Bessent", "person person",
			[]seen{{"Scott Bessent", 0, Person, 0.99}, {"Bessent", 1, Place, 0.46}}},
		{"with the small words before it", "They met Virgil van Dijk. A pass by van Dijk won it.", "van Dijk", "person person",
			[]seen{{"Virgil van Dijk", 0, Person, 0.99}, {"van Dijk", 1, Organization, 0.6}}},
		{"not against a sure mention", "Denzel Washington flew to Washington on Monday.", "Washington", "person place",
			[]seen{{"Denzel Washington", 0, Person, 0.99}, {"Washington", 1, Place, 0.97}}},
		{"nor against sure mentions elsewhere", "Denzel Washington left Washington. In Washington it rained. Then Washington slept.", "Washington", "person place place place",
			[]seen{{"Denzel Washington", 0, Person, 0.99}, {"Washington", 1, Place, 0.97}, {"Washington", 2, Place, 0.95}, {"Washington", 3, Place, 0.5}}},
		{"an unclear full name decides nothing", "They met Scott Bessent. The talks with Bessent went on.", "Bessent", "person place",
			[]seen{{"Scott Bessent", 0, Person, 0.6}, {"Bessent", 1, Place, 0.46}}},
		{"a surname that was not seen is found", "They met Scott Bessent. The talks with Bessent went on.", "Bessent", "person person",
			[]seen{{"Scott Bessent", 0, Person, 0.99}}},
		{"but not where the word is also written small", "They met Jack Young. The young won. Few Young came.", "Young", "person -",
			[]seen{{"Jack Young", 0, Person, 0.99}}},
		{"Junior is no surname", "They met Sammy Davis Jr. in town. Later Jr. sang.", "Jr", "person -",
			[]seen{{"Sammy Davis Jr", 0, Person, 0.99}}},
		{"a full name decides its acronym", "The Meteorological Department (BMD) spoke. The BMD said so.", "BMD", "organization organization",
			[]seen{{"Meteorological Department", 0, Organization, 0.97}, {"BMD", 1, Product, 0.5}}},
		{"but not a party in brackets a member's", "It was Martin Thwaite (CON) who spoke. The CON said so.", "CON", "- -",
			[]seen{{"Martin Thwaite", 0, Person, 0.97}}},
		{"a company's short form follows the sure one", "Shares of Tata rose. They say Tata is strong.", "Tata", "organization organization",
			[]seen{{"Tata", 0, Organization, 0.95}, {"Tata", 1, Person, 0.4}}},
	} {
		if got := agree(c.text, c.form, c.mentions...); got != c.want {
			t.Errorf("%s: %q in %q is %s, want %s", c.rule, c.form, c.text, got, c.want)
		}
	}
}

// A hyphen between two nations joins two names; one in a name does not part it.
func TestTwinsArePartedInTwo(t *testing.T) {
	for _, c := range []struct{ text, form, want string }{
		{"India-Pakistan talks failed.", "India-Pakistan", "India place, Pakistan place"},
		{"A Russian-Ukrainian deal held.", "Russian-Ukrainian", "Russian group, Ukrainian group"},
		{"The China-Africa forum met.", "China-Africa", "China-Africa place"},
		{"Bosnia-Herzegovina voted.", "Bosnia-Herzegovina", "Bosnia-Herzegovina place"},
		{"They asked Wal-Mart.", "Wal-Mart", "Wal-Mart place"},
	} {
		doc := &text.Document{Source: c.text}
		doc.Append(text.Paragraph, text.Span{End: len(c.text)})
		r := New()
		r.Prepare(doc)
		at := strings.Index(c.text, c.form)
		names := []Name{{Span: text.Span{Start: at, End: at + len(c.form)}, Type: Place}}
		for i, t := range doc.Tokens {
			if t.Start == at {
				names[0].First, names[0].Last = i, i+1
			}
		}
		var got []string
		for _, n := range r.partTwins(names, doc) {
			got = append(got, n.Of(c.text)+" "+n.Type.String())
		}
		if s := strings.Join(got, ", "); s != c.want {
			t.Errorf("%q is %s, want %s", c.text, s, c.want)
		}
	}
}
