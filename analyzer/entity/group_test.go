package entity

import (
	"testing"

	"slugline/analyzer/text"
)

// read analyses paragraphs and returns the names with their entities.
func read(paragraphs ...string) (*text.Document, []Name, []Entity, []int) {
	doc := &text.Document{}
	for _, p := range paragraphs {
		if doc.Source != "" {
			doc.Source += "\n\n"
		}
		doc.Source += p
	}
	start := 0
	for _, p := range paragraphs {
		doc.Append(text.Paragraph, text.Span{Start: start, End: start + len(p)})
		start += len(p) + 2
	}
	r := New()
	names := r.Agree(r.Names(nil, doc), doc)
	entities, of := r.Group(names, doc, nil)
	return doc, names, entities, of
}

func TestOneThingIsOneEntity(t *testing.T) {
	for _, c := range []struct {
		text  string
		forms []string // of one entity
	}{
		{"Finance Minister Nirmala Sitharaman met bankers in Mumbai on Monday. Sitharaman said growth would hold.", []string{"Nirmala Sitharaman", "Sitharaman"}},
		{"The Federal Security Service (FSB) opened a case in Moscow. The FSB declined to comment.", []string{"Federal Security Service", "FSB"}},
		{"The United States and India signed a pact. The US said the deal was fair, and U.S. officials agreed.", []string{"United States", "US", "U.S."}},
		{"Russian troops withdrew. The Russians had held the town for weeks.", []string{"Russian", "Russians"}},
		{"Joseph Biden spoke in Delaware. Joe Biden later flew to Ohio, where Biden met voters.", []string{"Joseph Biden", "Joe Biden", "Biden"}},
	} {
		doc, names, entities, of := read(c.text)
		entity := -1
		for _, want := range c.forms {
			found := false
			for i, n := range names {
				if n.Of(doc.Source) != want {
					continue
				}
				found = true
				if entity >= 0 && of[i] != entity {
					t.Errorf("%q: %q is %q, not %q", c.text, want, entities[of[i]].Name, entities[entity].Name)
				}
				entity = of[i]
			}
			if !found {
				t.Errorf("%q: %q is not a name", c.text, want)
			}
		}
	}
}

func TestMisspeltNameIsJoinedAndSuggested(t *testing.T) {
	doc, names, _, of := read("S. Jaishankar met Marco Rubio in Washington.", "Jaishankar said talks went well. On Friday Jaishanker told reporters that he would fly home. Jaishankar will report to Parliament.")
	usual := -1
	for i, n := range names {
		switch n.Of(doc.Source) {
		case "Jaishankar":
			usual = of[i]
		case "Jaishanker":
			if n.Suggestion != "Jaishankar" || of[i] != usual {
				t.Errorf("Jaishanker: suggestion %q, entity %d, want Jaishankar, %d", n.Suggestion, of[i], usual)
			}
			return
		}
	}
	t.Error("Jaishanker is not a name")
}

func TestRoles(t *testing.T) {
	for _, c := range []struct{ text, name, role string }{
		{"India's External Affairs Minister S. Jaishankar arrived on Tuesday.", "S. Jaishankar", "External Affairs Minister"},
		{"Jane Okafor, the finance minister of Kenya, said revenue fell.", "Jane Okafor", "finance minister of Kenya"},
		{"US Secretary of State Marco Rubio and Treasury Secretary Scott Bessent met him.", "Scott Bessent", "Treasury Secretary"},
		{"US Secretary of State Marco Rubio and Treasury Secretary Scott Bessent met him.", "Marco Rubio", "US Secretary of State"},
		{"The talks were led by spokeswoman Amina Diallo on Monday.", "Amina Diallo", "spokeswoman"},
		{"Then Health Minister Dr. Amina Diallo spoke to reporters in Kinshasa.", "Amina Diallo", "Health Minister"},
		{"They asked Mrs. Amina Diallo about the fire in Kinshasa.", "Amina Diallo", ""},
		{"The hosts beat Ivory Coast coach Didier N'Guessan and his side.", "Didier N'Guessan", "Ivory Coast coach"},
		{"On Tuesday Amina Diallo, who was ill, stayed at home.", "Amina Diallo", ""},
	} {
		_, _, entities, _ := read(c.text)
		found := false
		for _, e := range entities {
			if e.Name == c.name {
				found = true
				if e.Role != c.role {
					t.Errorf("%q: role of %s is %q, want %q", c.text, e.Name, e.Role, c.role)
				}
			}
		}
		if !found {
			t.Errorf("%q: %s is not found", c.text, c.name)
		}
	}
}

func TestCorrections(t *testing.T) {
	source := "Ola Kind met Apple in Paris. Paris was happy, and Kind too."
	doc := &text.Document{Source: source}
	doc.Append(text.Paragraph, text.Span{End: len(source)})
	r := New()
	names := r.Correct(r.Names(nil, doc), doc, []Correction{
		{Kind: IsType, Name: "paris", Type: Person}, {Kind: NotAName, Name: "Apple"},
	})
	paris := 0
	for _, n := range names {
		switch n.Of(source) {
		case "Paris":
			paris++
			if n.Type != Person || !n.Corrected {
				t.Errorf("Paris is %v, corrected %v", n.Type, n.Corrected)
			}
		case "Apple":
			t.Error("Apple is still a name")
		}
	}
	if paris != 2 {
		t.Errorf("%d mentions of Paris, want 2", paris)
	}
}

func TestDatelineInCapitalsNamesNothingThatHasAnotherForm(t *testing.T) {
	for _, c := range []struct{ text, name string }{
		{"NAIROBI, Nov. 24 — Farmers marched through the city. Police in Nairobi said nobody was hurt.", "Nairobi"},
		{"NAIROBI, Nov. 24 — Farmers marched through the city. Police said that nobody was hurt.", "NAIROBI"},
	} {
		_, _, entities, _ := read(c.text)
		if len(entities) == 0 || entities[0].Name != c.name {
			t.Errorf("%q: entities %+v, the first should be named %s", c.text, entities, c.name)
		}
	}
}
