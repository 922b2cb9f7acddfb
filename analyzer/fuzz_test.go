package analyzer_test

import (
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"slugline/analyzer"
	"slugline/analyzer/export"
	"slugline/analyzer/text"
)

// check reports what no analysis may do, whatever was pasted: leave the source, overlap,
// cut a character, point at entities that are not there.
func check(t *testing.T, a *analyzer.Analysis) {
	t.Helper()
	s, valid := a.Source, utf8.ValidString(a.Source)
	whole := func(what string, p text.Span) {
		t.Helper()
		if p.Start < 0 || p.End < p.Start || p.End > len(s) {
			t.Fatalf("%s %v of a source of %d bytes", what, p, len(s))
		}
		if valid && !utf8.ValidString(p.Of(s)) {
			t.Fatalf("%s %v cuts a character of %q", what, p, s)
		}
		if p.End < len(s) && p.Len() > 0 {
			if r, _ := utf8.DecodeRuneInString(s[p.End:]); r >= 0x300 && r < 0x370 || r == 0x200D || r >= 0xFE00 && r < 0xFE10 {
				t.Fatalf("%s %q is cut off from %q behind it", what, p.Of(s), r)
			}
		}
	}
	end, aside := 0, 0
	counts := make([]int, len(a.Entities))
	for _, m := range a.Mentions {
		whole("mention", m.Span)
		if m.Start < end || m.End <= m.Start {
			t.Fatalf("mention %v after byte %d", m.Span, end)
		}
		if m.Start < a.TextStart && m.End > a.TextStart {
			t.Fatalf("mention %q lies in the title and the text", m.Of(s))
		}
		end = m.End
		for aside < len(a.Article.SetAside) && a.Article.SetAside[aside].End <= m.Start {
			aside++
		}
		for _, x := range a.Article.SetAside[aside:] {
			if x.Start >= m.End {
				break
			}
			if m.Start < x.End && (x.Reason != "markup" || !m.Contains(x.Span)) {
				t.Fatalf("mention %q lies in what is set aside: %q", m.Of(s), x.Of(s))
			}
		}
		if m.Entity >= len(a.Entities) || m.Entity < -1 {
			t.Fatalf("mention of entity %d of %d", m.Entity, len(a.Entities))
		}
		if m.Entity >= 0 {
			counts[m.Entity]++
			if e := a.Entities[m.Entity]; e.Type != m.Type {
				t.Fatalf("%q is a %s of the %s %s", m.Of(s), m.Type, e.Type, e.Name)
			}
		}
	}
	for i, e := range a.Entities {
		if e.Count != counts[i] || e.Count == 0 || e.Name == "" || e.Salience < 0 || e.Salience > 1 || e.Confidence < 0 || e.Confidence > 1.000001 {
			t.Fatalf("entity %+v has %d mentions", e, counts[i])
		}
		if slices.Contains(e.Aliases, e.Name) {
			t.Fatalf("%q is its own alias", e.Name)
		}
	}
	for _, p := range []text.Span{a.Article.Title, a.Article.Deck, a.Article.Byline, a.Article.Dateline} {
		whole("part of the head", p)
	}
	end = 0
	for _, x := range a.Article.SetAside {
		if whole("set aside", x.Span); x.Start < end {
			t.Fatalf("set aside %v after byte %d", x.Span, end)
		}
		end = x.End
	}
	for _, x := range a.Topics {
		for _, p := range x.Evidence {
			whole("evidence", p)
		}
	}
	for _, k := range a.Keyphrases {
		if k.Text == "" || k.Score < 0 || k.Score > 1.000001 || k.Count < 1 {
			t.Fatalf("keyphrase %+v", k)
		}
	}
}

// checkJSON requires JSON whose offsets give a mention's text back to who counts as
// JavaScript does.
func checkJSON(t *testing.T, a *analyzer.Analysis) {
	t.Helper()
	out := export.JSON(nil, a)
	var j struct {
		Mentions []struct {
			Field      string
			Start, End int
		}
	}
	if err := json.Unmarshal(out, &j); err != nil || !utf8.Valid(out) {
		t.Fatalf("JSON: %v\n%s", err, out)
	}
	if len(j.Mentions) != len(a.Mentions) {
		t.Fatalf("%d of %d mentions are in the JSON", len(j.Mentions), len(a.Mentions))
	}
	if !utf8.ValidString(a.Source) {
		return // no JavaScript string is like it
	}
	fields := map[string][]uint16{"text": utf16.Encode([]rune(a.Source[a.TextStart:]))}
	if a.TextStart > 0 {
		fields["title"] = utf16.Encode([]rune(a.Source[:a.TextStart-2]))
	}
	for i, m := range j.Mentions {
		units := fields[m.Field]
		if m.Start < 0 || m.End > len(units) || m.Start > m.End {
			t.Fatalf("mention %d is [%d,%d) of the %s, which has %d units", i, m.Start, m.End, m.Field, len(units))
		}
		if got, want := string(utf16.Decode(units[m.Start:m.End])), a.Mentions[i].Of(a.Source); got != want {
			t.Fatalf("mention %d is %q at its offsets, not %q", i, got, want)
		}
	}
}

func FuzzAnalyze(f *testing.F) {
	for _, s := range readGolden(f) {
		title, body, _ := strings.Cut(s.text, "\n\n")
		f.Add(title, body)
	}
	if data, err := os.ReadFile(seed); err == nil {
		f.Add("", string(data))
	}
	for _, s := range odd {
		f.Add("", s.text)
		f.Add(s.text, "President Joe Biden met Emmanuel Macron in Paris on Monday.")
	}
	z := analyzer.New() // buffers that one article leaves must not show in the next
	f.Fuzz(func(t *testing.T, title, body string) {
		a := z.Analyze(analyzer.Input{Title: title, Text: body, Date: "2026-11-24"})
		check(t, a)
		checkJSON(t, a)
	})
}
