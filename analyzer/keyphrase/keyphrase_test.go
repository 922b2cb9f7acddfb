package keyphrase

import (
	"slices"
	"strings"
	"testing"

	"slugline/analyzer/pos"
	"slugline/analyzer/text"
)

// extract returns the keyphrases of a story. Names stand in brackets: "[p1|Ama Owusu]"
// is the person with number 1, any other letter another name.
func extract(title, body string) ([]Phrase, string) {
	var source strings.Builder
	var names []Name
	add := func(s string) text.Span {
		start := source.Len()
		for {
			head, rest, ok := strings.Cut(s, "[")
			source.WriteString(head)
			if !ok {
				return text.Span{Start: start, End: source.Len()}
			}
			name, after, _ := strings.Cut(rest, "]")
			kind, form, _ := strings.Cut(name, "|")
			at := source.Len()
			source.WriteString(form)
			names = append(names, Name{Span: text.Span{Start: at, End: source.Len()}, Entity: int(kind[1] - '0'), Person: kind[0] == 'p'})
			s = after
		}
	}
	doc := &text.Document{}
	head := add(title)
	if title != "" {
		source.WriteString("\n\n")
	}
	story := add(body)
	doc.Source = source.String()
	if title != "" {
		doc.Append(text.Title, head)
	}
	doc.Append(text.Paragraph, story)
	return Extract(doc, pos.TagTokens(nil, doc), names, 10), doc.Source
}

func texts(phrases []Phrase) (out []string) {
	for _, p := range phrases {
		out = append(out, p.Text)
	}
	return out
}

const (
	strike = `Bus drivers in [l1|Accra] began a wage strike on Monday after talks between the transport union and the city's bus companies collapsed. ` +
		`The wage strike left commuters at bus stops across [l1|Accra]. [p2|Ama Owusu], who leads the transport union, said that drivers had waited for two years. ` +
		`[p2|Owusu] rejected an offer of 5 percent. The bus companies said that fuel prices left no room. ` +
		`Commuters blamed both. The [o3|Ministry of Employment and Labour Relations] called new talks for Thursday, and [p2|Ms Owusu] said that the union would come.`
	strikeTitle = "Bus Drivers' Strike Strands Commuters In [l1|Accra]"
)

// What a story is about is among its keyphrases.
func TestPhrasesSayWhatTheStoryIsAbout(t *testing.T) {
	for _, title := range []string{strikeTitle, ""} {
		got, _ := extract(title, strike)
		low := strings.ToLower(strings.Join(texts(got), "|"))
		for _, want := range []string{"strike", "accra", "ama owusu", "drivers"} {
			if !strings.Contains(low, want) {
				t.Errorf("title %q: no %q among %q", title, want, texts(got))
			}
		}
		if len(got) > 10 || got[0].Score != 1 {
			t.Errorf("%d phrases, the best has score %v", len(got), got[0].Score)
		}
		if !slices.IsSortedFunc(got, func(a, b Phrase) int {
			if a.Score < b.Score {
				return 1
			}
			return -1
		}) {
			t.Errorf("phrases are not in the order of their scores: %+v", got)
		}
	}
}

// All forms of a person's name are one phrase: the fullest, counted with every mention.
func TestPersonsAreOnePhrase(t *testing.T) {
	got, source := extract(strikeTitle, strike)
	n := 0
	for _, p := range got {
		if strings.Contains(p.Text, "Owusu") {
			n++
			if p.Text != "Ama Owusu" || p.Count != 3 || p.First.Of(source) != "Ama Owusu" {
				t.Errorf("%q stands %d times, first as %q", p.Text, p.Count, p.First.Of(source))
			}
		}
	}
	if n != 1 {
		t.Errorf("%d phrases for Ama Owusu in %q", n, texts(got))
	}
}

// No phrase is half of a name, or begins or ends in words that belong to none.
func TestPhrasesAreNoFragments(t *testing.T) {
	for _, c := range []struct{ text, not string }{
		{"The [o1|House of Representatives] voted. The [o1|House of Representatives] voted again on the water bill.", "Representatives"},
		{"The [o1|House of Representatives] voted. The [o1|House of Representatives] voted again on the water bill.", "House"},
		{"[p1|Ama Owusu] spoke. Later [p1|Ama Owusu] wept, and [p1|Ama Owusu] sang.", "Ama"},
		{"[p1|Ama Owusu] spoke. Later [p1|Ama Owusu] wept, and [p1|Ama Owusu] sang.", "Owusu"},
		{"On Monday the river rose. On Monday evening the river fell.", "Monday"},
		{"The new dam failed. The new dam had cracks.", "new dam"},
		{"Mr Owusu spoke of Mr Owusu.", "Mr Owusu"},
		{"The dam rose by 5 percent in March and 6 percent in May.", "percent"},
	} {
		got, _ := extract("", c.text)
		for _, p := range got {
			if strings.EqualFold(p.Text, c.not) {
				t.Errorf("%q is a keyphrase of %q", p.Text, c.text)
			}
		}
	}
}

// Of phrases that say the same, one is enough.
func TestNoNearTwins(t *testing.T) {
	for _, c := range []struct {
		text string
		a, b string
	}{
		{"The trade agreement pleased farmers. Two trade agreements were signed, and a third trade agreement waits.", "trade agreement", "trade agreements"},
		{"The broad trade agreement pleased farmers. A trade agreement helps. The broad trade agreement was signed.", "trade agreement", "broad trade agreement"},
		{"The Coal Mine closed. The coal mine had 300 workers; a coal mine is no place for boys.", "coal mine", "Coal Mine"},
		{"[o1|Ghana Water Company] raised prices. [o1|Ghana Water] said that the price was fair.", "Ghana Water Company", "Ghana Water"},
	} {
		got := texts(first(extract("", c.text)))
		if slices.Contains(got, c.a) && slices.Contains(got, c.b) {
			t.Errorf("%q and %q are both keyphrases: %q", c.a, c.b, got)
		}
	}
}

func first(p []Phrase, _ string) []Phrase { return p }

// A phrase is shown as it stands in running text, not as headlines write it.
func TestPhrasesAreShownAsInRunningText(t *testing.T) {
	got, _ := extract("Fuel Price Rise Angers Taxi Owners", "Taxi owners blocked roads over a fuel price rise. The fuel price rise took effect at midnight, and taxi owners want it undone.")
	for _, p := range texts(got) {
		if p != strings.ToLower(p) && p != "Taxi owners" {
			t.Errorf("%q is written as in the headline: %q", p, texts(got))
		}
	}
	got, _ = extract("", "Officials praised the Kigali  \n Accord. The Kigali Accord is new.")
	for _, p := range texts(got) {
		if strings.ContainsAny(p, "\n") || strings.Contains(p, "  ") {
			t.Errorf("%q has the text's line break", p)
		}
	}
}

// The count is what a reader finds by searching, singular and plural alike.
func TestCountIsHowOftenThePhraseStands(t *testing.T) {
	got, source := extract("", "A tax cut came. Tax cuts please. The tax cut was small. No cut of taxes came.")
	for _, p := range got {
		if strings.EqualFold(p.Text, "tax cut") || strings.EqualFold(p.Text, "tax cuts") {
			if p.Count != 3 || p.First.Of(source) != "tax cut" {
				t.Errorf("%q stands %d times, first as %q", p.Text, p.Count, p.First.Of(source))
			}
			return
		}
	}
	t.Errorf("no tax cut among %q", texts(got))
}

func TestNothingToSay(t *testing.T) {
	for _, s := range []string{"", "And then?", "12 34 56", "of the and"} {
		if got, _ := extract("", s); len(got) > 0 {
			t.Errorf("%q has keyphrases %q", s, texts(got))
		}
	}
	doc := &text.Document{Source: "Rates rose."}
	doc.Append(text.Paragraph, text.Span{End: 11})
	if got := Extract(doc, nil, nil, 10); got != nil {
		t.Errorf("without tags: %v", got)
	}
	if got := Extract(doc, pos.TagTokens(nil, doc), nil, 0); len(got) > 0 {
		t.Errorf("a limit of 0 gives %v", got)
	}
}

// A form of address and an initial are fragments.
func TestNoFormsOfAddressAndNoInitials(t *testing.T) {
	phrases, _ := extract("", `[l1|Masbate] Gov. [p2|Lourdes Villareal] toured the flooded villages with Sen. [p3|R. Aquino] on Friday. Gov. [p2|Villareal] said the villages `+
		`need boats, and Sen. [p3|Aquino] promised boats. R. is an initial. The flooded villages lie along the river.`)
	for _, p := range texts(phrases) {
		for _, w := range strings.Fields(p) {
			if w == "Gov." || w == "Sen." || w == "R." {
				t.Errorf("%q holds %s", p, w)
			}
		}
	}
	if !slices.Contains(texts(phrases), "flooded villages") && !slices.Contains(texts(phrases), "villages") {
		t.Errorf("no villages in %q", texts(phrases))
	}
}
