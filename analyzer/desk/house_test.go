package desk_test

import (
	"slices"
	"strings"
	"testing"

	"slugline/analyzer/article"
	"slugline/analyzer/desk"
	"slugline/analyzer/text"
	"slugline/analyzer/topic"
)

func read(title, body string) *text.Document {
	doc := article.Parse(title, body).Doc
	return &doc
}

// tags applies a desk to an article and returns the tags.
func tags(d *desk.Desk, doc *text.Document, rulings ...desk.Ruling) desk.Result {
	c := topic.New()
	return d.Apply(doc, c, c.Classify(doc, nil, topic.Options{}), rulings)
}

const filler = "The town council met on Tuesday evening and heard a report on the roads. Nobody spoke for long. " +
	"The clerk read out the figures for the spring, which were much as in other years, and the chair thanked her. " +
	"Members asked about the lamps in Mill Lane, the benches by the river and the price of salt for the winter. " +
	"The meeting rose shortly after nine, and the next one is to be held in the old school in two weeks. "

func TestHousePhrases(t *testing.T) {
	for _, test := range []struct {
		phrase, text, evidence string
	}{
		{"harbour bridge", filler + "The harbour bridges are shut.", "harbour bridges"},
		{"harbour bridge", filler + "The Harbour Bridge is shut.", "Harbour Bridge"},
		{"harbour bridge", filler + "The harbour, bridge and all, is shut.", ""},
		{"negotiate", filler + "They negotiated.", "negotiated"},
		{"ECB", filler + "The ECB waits.", "ECB"},
		{"ECB", filler + "The ecb waits.", ""},
		{"US", filler + "It is up to us.", ""},
		{"desalin*", filler + "Desalination is costly.", "Desalination"},
		{"water desalin*", filler + "Water desalinating is costly.", "Water desalinating"},
		{"Tag", filler + "#tag was everywhere.", "tag"},
		{"café", filler + "The café is open.", "café"},
		{"", filler, ""},
		{"***", filler, ""},
		{"a b c d e f g h i", filler + "a b c d e f g h i", ""},
	} {
		d := desk.New([]desk.Tag{{ID: "house:x", Name: "unheard of", Phrases: []string{test.phrase}}}, nil)
		doc := read("", test.text)
		x := tagged(tags(d, doc).Tags, "house:x")
		got := ""
		if x != nil && len(x.Evidence) > 0 {
			got = x.Evidence[0].Of(doc.Source)
			if x.Reason != desk.House || x.Applied {
				t.Errorf("%q: one place in the body should suggest a house tag: %+v", test.phrase, x)
			}
		}
		if got != test.evidence {
			t.Errorf("%q: %q, want %q", test.phrase, got, test.evidence)
		}
	}
}

func TestHouseTagIsAppliedByItsPlaceOrItsNumber(t *testing.T) {
	house := []desk.Tag{{ID: "house:river", Name: "River", Phrases: []string{"river walk", "-Thames"}}}
	for _, test := range []struct {
		title, body string
		applied     bool
	}{
		{"River walk opens", filler, true},
		{"Council meets", filler + "The river walk opens. A river walk costs little.", true},
		{"Council meets", filler + "The river walk opens.", false},
		{"Council meets", filler + "The river walk by the Thames opens. A river walk costs little.", false},
	} {
		x := tagged(tags(desk.New(house, nil), read(test.title, test.body)).Tags, "house:river")
		if applied := x != nil && x.Applied; applied != test.applied {
			t.Errorf("%q: applied is %v", test.title+" "+test.body[len(filler):], applied)
		}
	}
}

func TestHousePaths(t *testing.T) {
	house := []desk.Tag{
		{ID: "house:transport", Name: "Transport", Phrases: []string{"transport"}},
		{ID: "house:bridges", Name: "Bridges", Parent: "house:transport", Phrases: []string{"harbour bridge"}},
		{ID: "https://example.org/tags/ferries", Name: "Ferries", Parent: "medtop:20000337", Phrases: []string{"ferry"}},
		{ID: "house:loop", Name: "Loop", Parent: "house:loop", Phrases: []string{"council"}},
		{ID: "medtop:15000000", Name: "not sport", Phrases: []string{"council"}},
	}
	r := tags(desk.New(house, nil), read("Harbour bridge and ferry close", "Transport stands still. "+filler))
	if x := tagged(r.Tags, "house:bridges"); x == nil || !slices.Equal(x.Path, []string{"Transport", "Bridges"}) || x.Top != "house:transport" {
		t.Errorf("bridges: %+v", x)
	}
	if x := tagged(r.Tags, "https://example.org/tags/ferries"); x == nil || x.Path[0] != "economy, business and finance" || x.Path[len(x.Path)-1] != "Ferries" {
		t.Errorf("ferries: %+v", x)
	}
	if x := tagged(r.Tags, "house:transport"); x != nil {
		t.Errorf("a parent that its child implies is listed: %+v", x)
	}
	if x := tagged(r.Tags, "medtop:15000000"); x != nil {
		t.Errorf("a Media Topic was overwritten: %+v", x)
	}
}

func TestRulings(t *testing.T) {
	doc := read("Parliament votes on budget", "Lawmakers in the parliament passed the national budget on Monday after a long debate, the finance minister said. "+
		"The opposition walked out before the vote in parliament. The bill now goes to the president.")
	c := topic.New()
	found := c.Classify(doc, nil, topic.Options{})
	if len(found) < 2 {
		t.Fatalf("too few topics to rule on: %+v", found)
	}
	var none *desk.Desk
	same := none.Apply(doc, c, found, nil)
	if len(same.Tags) != len(found) || same.Tags[0].ID != found[0].ID || same.Tags[0].Reason != "" {
		t.Errorf("a desk that was taught nothing changes topics: %+v", same)
	}
	last := found[len(found)-1].ID
	r := none.Apply(doc, c, found, []desk.Ruling{
		{Tag: found[0].ID, Verdict: desk.Reject},
		{Tag: last, Verdict: desk.Pin},
		{Tag: "medtop:17000000", Verdict: desk.Accept}, // weather
		{Tag: "medtop:99999999", Verdict: desk.Accept},
	})
	if r.Tags[0].ID != last || r.Tags[0].Reason != desk.Pinned || !r.Tags[0].Applied {
		t.Errorf("the pinned tag is not first: %+v", r.Tags[0])
	}
	if tagged(r.Tags, found[0].ID) != nil || len(r.Rejected) != 1 || r.Rejected[0].Reason != desk.Rejected || r.Rejected[0].Applied {
		t.Errorf("the rejected tag is still there: %+v", r)
	}
	if x := tagged(r.Tags, "medtop:17000000"); x == nil || x.Reason != desk.Accepted || !x.Applied {
		t.Errorf("an accepted tag is missing: %+v", x)
	}
	back := none.Apply(doc, c, found, []desk.Ruling{{Tag: last, Verdict: desk.Reject}, {Tag: last, Verdict: desk.Accept}})
	if x := tagged(back.Tags, last); x == nil || x.Reason != desk.Accepted || len(back.Rejected) != 0 {
		t.Errorf("a later ruling does not outweigh: %+v", back)
	}
}

// What was decided of a story holds for the same words elsewhere: on another machine, with
// other line breaks.
func TestADecisionHoldsForItsStory(t *testing.T) {
	c := topic.New()
	body := strings.Repeat(filler, 2)
	x := decide(t, c, nil, read("Council meets", body), "medtop:20000629", desk.Accept)
	x.Traits = nil // nothing to learn from
	d := desk.New(nil, []desk.Decision{x})
	again := read("Council  meets", strings.ReplaceAll(body, ". ", ".\n"))
	if r := tags(d, again); tagged(r.Tags, "medtop:20000629") == nil {
		t.Errorf("the decision is forgotten: %+v", r)
	}
	if r := tags(d, read("Council meets again", body)); tagged(r.Tags, "medtop:20000629") != nil {
		t.Error("the decision holds for another story")
	}
}

func FuzzHouse(f *testing.F) {
	f.Add("harbour bridge", "The harbour bridges are shut.")
	f.Add("-a*b", "Ça a été «bien»\x00.")
	f.Add("Ⅷ* #x", "ⅷ #x 🎉 İ")
	c := topic.New()
	f.Fuzz(func(t *testing.T, phrase, body string) {
		d := desk.New([]desk.Tag{{ID: "house:x", Name: phrase, Phrases: []string{phrase, body}}}, nil)
		doc := read("", body)
		for _, x := range d.Apply(doc, c, c.Classify(doc, nil, topic.Options{}), []desk.Ruling{{Tag: "house:x", Verdict: desk.Accept}}).Tags {
			for _, s := range x.Evidence {
				if s.Start < 0 || s.End > len(doc.Source) || s.Start >= s.End {
					t.Fatalf("evidence %v of %d bytes", s, len(doc.Source))
				}
			}
		}
	})
}
