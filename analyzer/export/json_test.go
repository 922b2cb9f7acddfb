package export

import (
	"encoding/json"
	"fmt"
	"math"
	"strings"
	"testing"
	"unicode/utf16"

	"slugline/analyzer"
	"slugline/analyzer/text"
)

// sample is an analysis with something of everything, and emoji before the names.
func sample() *analyzer.Analysis {
	title := "🚢 Ferry blocked: \"Yeji\" <Lake Volta>"
	pasted := "🎉 Afi Mensah paid $4.5bn in Accra.\r\nShare on Facebook\nKofi Annor & friends said \u2028no."
	src := title + "\n\n" + pasted
	at := func(s string) text.Span {
		i := strings.LastIndex(src, s)
		return text.Span{Start: i, End: i + len(s)}
	}
	return &analyzer.Analysis{
		Source: src, TextStart: len(title) + 2, Language: "en",
		Article: analyzer.Article{Title: text.Span{Start: 0, End: len(title)}, Byline: at("Kofi Annor"), Dateline: at("Accra"), Words: 12, Sentences: 2,
			SetAside: []analyzer.SetAside{{Span: at("Share on Facebook"), Reason: "share"}}},
		Mentions: []analyzer.Mention{
			{Span: at("Lake Volta"), Type: "place", Entity: 1, Confidence: 0.91},
			{Span: at("Afi Mensah"), Type: "person", Entity: 0, Confidence: 0.99, Suggestion: "Afi Mensa"},
			{Span: at("$4.5bn"), Type: "money", Entity: -1, Value: "USD 4500000000"},
			{Span: at("Accra"), Type: "place", Entity: 2, Confidence: 0.5},
		},
		Entities: []analyzer.Entity{
			{Name: "Afi Mensah", Type: "person", Aliases: []string{"Mensah"}, Role: "mayor", Count: 1, Salience: 0.51239, Confidence: 0.99},
			{Name: "Lake Volta", Type: "place", Count: 1, Salience: math.NaN(), Confidence: 0.91},
			{Name: "Accra", Type: "place", Count: 1, Salience: 0.25, Confidence: 0.5, URI: "http://www.wikidata.org/entity/Q3761", Country: "GH", Latitude: 5.55602, Longitude: -0.1969, GeoNames: 2306104},
		},
		Topics: []analyzer.Topic{
			{ID: "medtop:20000337", Name: "transport", Path: []string{"economy, business and finance", "transport"}, Top: "medtop:04000000", Wikidata: "Q7590", Confidence: 0.93, Applied: true,
				Evidence: []text.Span{at("Ferry"), at("friends")}},
			{ID: "medtop:20000587", Name: "demonstration", Path: []string{"society", "demonstration"}, Top: "medtop:14000000", Confidence: 0.4},
		},
		Keyphrases: []analyzer.Keyphrase{{Text: "ferry", Score: 1, Count: 2}},
		Matches: []analyzer.Match{{
			ID: "a1", Title: "Old", Verdict: "updated", Duplicate: true, Reason: "91% of this story", Copied: 0.91, CopiedFrom: 1, FirstSeen: "2026-11-24T09:00:00Z",
			Source: "🚢🚢\n\n🎉 Afi Mensah paid $3bn", TextStart: 10,
			Passages: []analyzer.Passage{{Here: text.Span{Start: 0, End: at("Afi Mensah").End}, There: text.Span{Start: 10, End: 25}, Moved: true}},
			Changes:  []analyzer.Change{{Kind: "figure", Here: "4.5", There: "3", HereSpan: at("4.5"), ThereSpan: text.Span{Start: 32, End: 33}}},
		}},
	}
}

// decoded is the JSON as JavaScript would see it.
type decoded struct {
	Version  int
	Language string
	Notice   *string
	Article  struct {
		Title, Deck, Byline, Dateline string
		Words, Sentences              int
		SetAside                      []struct {
			Start, End int
			Reason     string
		}
	}
	Mentions []struct {
		Field, Type, Value, Suggestion string
		Start, End                     int
		Entity                         *int
		Confidence                     float64
	}
	Entities []map[string]any
	Topics   []struct {
		ID, Name, Top, Status string
		Wikidata              *string
		Path                  []string
		Evidence              []struct {
			Field      string
			Start, End int
		}
	}
	Keyphrases []map[string]any
	Matches    []struct {
		Verdict  string
		Passages []struct {
			Start, End, OtherStart, OtherEnd int
			Moved                            bool
		}
		Changes []struct {
			Kind                             string
			Start, End, OtherStart, OtherEnd int
		}
	}
}

func decode(t *testing.T, a *analyzer.Analysis) decoded {
	t.Helper()
	raw := JSON(nil, a)
	var d decoded
	if err := json.Unmarshal(raw, &d); err != nil {
		t.Fatalf("%v in %s", err, raw)
	}
	return d
}

// units cuts a string as JavaScript's slice does.
func units(s string, from, to int) string {
	return string(utf16.Decode(utf16.Encode([]rune(s))[from:to]))
}

func TestJSONOffsetsAreJavaScripts(t *testing.T) {
	a := sample()
	d := decode(t, a)
	fields := map[string]string{"title": a.Source[:a.TextStart-2], "text": a.Source[a.TextStart:]}
	for i, want := range []string{"Lake Volta", "Afi Mensah", "$4.5bn", "Accra"} {
		m := d.Mentions[i]
		if got := units(fields[m.Field], m.Start, m.End); got != want {
			t.Errorf("mention %d is %q, want %q", i, got, want)
		}
	}
	if d.Mentions[0].Field != "title" || d.Mentions[1].Field != "text" || d.Mentions[2].Entity != nil || *d.Mentions[3].Entity != 2 || d.Mentions[2].Value != "USD 4500000000" {
		t.Errorf("mentions %+v", d.Mentions)
	}
	if x := d.Article.SetAside[0]; units(fields["text"], x.Start, x.End) != "Share on Facebook" {
		t.Errorf("set aside %+v", x)
	}
	ev := d.Topics[0].Evidence
	if units(fields["title"], ev[0].Start, ev[0].End) != "Ferry" || ev[0].Field != "title" || units(fields["text"], ev[1].Start, ev[1].End) != "friends" || ev[1].Field != "" {
		t.Errorf("evidence %+v", ev)
	}
	p := d.Matches[0].Passages[0]
	if units(fields["text"], p.Start, p.End) != "🎉 Afi Mensah" || units("🎉 Afi Mensah paid $3bn", p.OtherStart, p.OtherEnd) != "🎉 Afi Mensah" || !p.Moved {
		t.Errorf("passage %+v", p)
	}
	c := d.Matches[0].Changes[0]
	if units(fields["text"], c.Start, c.End) != "4.5" || units("🎉 Afi Mensah paid $3bn", c.OtherStart, c.OtherEnd) != "3" {
		t.Errorf("change %+v", c)
	}
}

func TestJSONValues(t *testing.T) {
	a := sample()
	d := decode(t, a)
	if d.Version != 1 || d.Notice != nil || d.Article.Title != "🚢 Ferry blocked: \"Yeji\" <Lake Volta>" || d.Article.Dateline != "Accra" || d.Article.Byline != "Kofi Annor" {
		t.Errorf("%+v", d.Article)
	}
	if d.Topics[0].Status != "applied" || d.Topics[1].Status != "suggested" || d.Topics[1].Wikidata != nil {
		t.Errorf("topics %+v", d.Topics)
	}
	e := d.Entities
	if e[0]["salience"] != 0.5124 || e[1]["salience"] != 0.0 || e[2]["latitude"] != 5.556 || e[0]["uri"] != nil || e[1]["role"] != nil || e[2]["geonames"] != 2306104.0 {
		t.Errorf("entities %v", e)
	}
	if _, there := e[0]["latitude"]; there {
		t.Error("a person has a latitude")
	}
	a.Notice = "This does not look like English."
	if d := decode(t, a); d.Notice == nil || *d.Notice != a.Notice {
		t.Error("the notice is lost")
	}
}

func TestJSONOfNothing(t *testing.T) {
	got := string(JSON([]byte("x"), &analyzer.Analysis{Language: "en"}))
	want := `x{"version":1,"language":"en","article":{"title":"","dateline":"","words":0,"sentences":0,"setAside":[]},"mentions":[],"entities":[],"topics":[],"keyphrases":[],"matches":[]}`
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func FuzzJSON(f *testing.F) {
	f.Add("a\x00\u2028\xff\"\\</script>", 0.1, 3, 5)
	f.Fuzz(func(t *testing.T, s string, v float64, from, to int) {
		p := text.Span{Start: min(max(from, 0), len(s)), End: len(s)}
		if to > p.Start && to < len(s) {
			p.End = to
		}
		a := &analyzer.Analysis{Source: s, TextStart: p.Start, Language: s, Mentions: []analyzer.Mention{{Span: p, Type: s, Confidence: v}}, Keyphrases: []analyzer.Keyphrase{{Text: s, Score: v}}}
		raw := JSON(nil, a)
		var d decoded
		if err := json.Unmarshal(raw, &d); err != nil {
			t.Fatalf("%v in %s", err, raw)
		}
		if want := strings.ToValidUTF8(s, "\ufffd"); len(d.Keyphrases) == 1 && d.Language != string([]rune(s)) {
			t.Errorf("%q came back as %q", want, d.Language)
		}
		if m := d.Mentions[0]; m.Start < 0 || m.End < m.Start || m.End > len(utf16.Encode([]rune(s))) {
			t.Errorf("mention %+v of %q", m, s)
		}
	})
}

func ExampleJSON() {
	a := &analyzer.Analysis{Source: "🤝 Rubio", Language: "en", Mentions: []analyzer.Mention{{Span: text.Span{Start: 5, End: 10}, Type: "person"}}}
	_, mentions, _ := strings.Cut(string(JSON(nil, a)), `"mentions":`)
	fmt.Println(mentions)
	// Output: [{"field":"text","start":3,"end":8,"type":"person","entity":0}],"entities":[],"topics":[],"keyphrases":[],"matches":[]}
}

func BenchmarkJSON(b *testing.B) {
	a := sample()
	a.Source += strings.Repeat(" wörd", 1000)
	for range 200 {
		a.Mentions = append(a.Mentions, a.Mentions[1])
	}
	var out []byte
	for b.Loop() {
		out = JSON(out[:0], a)
	}
	b.SetBytes(int64(len(out)))
}
