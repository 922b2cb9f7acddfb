package numex

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"slugline/analyzer/text"
)

// document makes a document of one paragraph.
func document(s string) *text.Document {
	d := &text.Document{Source: s}
	d.Append(text.Paragraph, text.Span{Start: 0, End: len(s)})
	return d
}

// golden is one line of testdata.
type golden struct {
	file, source string
	story        Date
	want         []Expression
}

// readGolden reads "[type value|words]" lines.
func readGolden(t testing.TB) []golden {
	t.Helper()
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no golden files", err)
	}
	var out []golden
	for _, name := range files {
		file, err := os.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		defer file.Close()
		var story Date
		for in := bufio.NewScanner(file); in.Scan(); {
			l := in.Text()
			switch {
			case l == "" || l[0] == '#':
				continue
			case l[0] == '@':
				story = ParseDate(strings.TrimSpace(l[1:]))
				continue
			}
			g := golden{file: filepath.Base(name), story: story}
			for {
				before, rest, ok := strings.Cut(l, "[")
				g.source += before
				if !ok {
					break
				}
				label, rest, _ := strings.Cut(rest, "|")
				words, rest, closed := strings.Cut(rest, "]")
				typ, value, spaced := strings.Cut(label, " ")
				if !closed || !spaced {
					t.Fatalf("%s: broken line %q", name, l)
				}
				g.want = append(g.want, Expression{Span: text.Span{Start: len(g.source), End: len(g.source) + len(words)}, Type: typ, Value: value})
				g.source += words
				l = rest
			}
			out = append(out, g)
		}
	}
	return out
}

func TestGolden(t *testing.T) {
	cases := readGolden(t)
	if len(cases) < 220 {
		t.Errorf("only %d cases", len(cases))
	}
	hit, found, wanted, values := 0, 0, 0, 0
	for _, g := range cases {
		got := Find(nil, document(g.source), g.story)
		found += len(got)
		wanted += len(g.want)
		miss := len(got) != len(g.want)
		for _, w := range g.want {
			ok := false
			for _, e := range got {
				if e.Span == w.Span && e.Type == w.Type {
					ok = true
					hit++
					if e.Value == w.Value {
						values++
					} else {
						t.Errorf("%s: %q is worth %q, want %q", g.file, e.Of(g.source), e.Value, w.Value)
					}
				}
			}
			miss = miss || !ok
		}
		if miss {
			t.Logf("%s: %s\n\tgot  %s\n\twant %s", g.file, g.source, show(g.source, got), show(g.source, g.want))
		}
	}
	f1 := 2 * float64(hit) / float64(found+wanted)
	t.Logf("%d cases, %d expressions: spans and types F1 %.4f, values right %d of %d", len(cases), wanted, f1, values, hit)
	if f1 < 0.97 {
		t.Errorf("F1 %.4f < 0.97", f1)
	}
}

// show lists expressions.
func show(s string, es []Expression) string {
	var b strings.Builder
	for _, e := range es {
		fmt.Fprintf(&b, "[%s %s|%s] ", e.Type, e.Value, e.Of(s))
	}
	return b.String()
}

// The expressions never overlap, never leave their tokens and never split a
// character, whatever the text.
func FuzzFind(f *testing.F) {
	for _, s := range []string{"On Tuesday, March 3, 2022 at 5 p.m. $4-5bn, 39% of 25-mile R1 500", "₹21 crore '90s Q3 2022 minus 5 °C", "00/00/0000 99999999999999999999 trillion trillion", "1½½ 1,2,3 -–—- half a million", "\xff$\xf01 May\u0301 5"} {
		f.Add(s, 2024, 2, 29)
	}
	f.Fuzz(func(t *testing.T, s string, y, m, d int) {
		story := Date{y, m, d}
		if !story.valid() || y > 9999 {
			story = Date{}
		}
		doc := document(s)
		end := 0
		for _, e := range Find(nil, doc, story) {
			if e.Start < end || e.End <= e.Start || e.End > len(s) {
				t.Fatalf("%q: span %v after %d", s, e.Span, end)
			}
			end = e.End
			if e.First >= e.Last || doc.Tokens[e.First].Start > e.Start || doc.Tokens[e.Last-1].End < e.End || doc.Tokens[e.Last-1].Start >= e.End {
				t.Fatalf("%q: tokens %d-%d do not hold %v", s, e.First, e.Last, e.Span)
			}
			if len(e.Value) > 80 {
				t.Fatalf("%q: value %q", s, e.Value)
			}
		}
	})
}

func TestLexiconIsSorted(t *testing.T) {
	for i := 1; i < len(lexicon); i++ {
		if lexicon[i-1].key >= lexicon[i].key {
			t.Errorf("%q before %q: binary search would miss one", lexicon[i-1].key, lexicon[i].key)
		}
	}
	for i := range lexicon {
		if w := lexicon[i].key; lookUp(w) != &lexicon[i] || lookUp(strings.ToUpper(w)) != &lexicon[i] {
			t.Errorf("%q is not found", w)
		}
	}
}

func TestParseDate(t *testing.T) {
	for s, want := range map[string]Date{
		"2026-11-24": {2026, 11, 24}, "2026-11-24T09:00:00Z": {2026, 11, 24}, "2024-02-29": {2024, 2, 29},
		"": {}, "2026-13-01": {}, "2023-02-29": {}, "24/11/2026": {}, "2026-11-245": {}, "0000-01-01": {},
	} {
		if got := ParseDate(s); got != want {
			t.Errorf("%q: %v, want %v", s, got, want)
		}
	}
}

// Days are counted as package time counts them.
func TestCalendar(t *testing.T) {
	for day := time.Date(1899, 12, 25, 0, 0, 0, 0, time.UTC); day.Year() < 2101; day = day.AddDate(0, 0, 3) {
		d := Date{day.Year(), int(day.Month()), day.Day()}
		next := day.AddDate(0, 0, 1)
		y, w := day.ISOWeek()
		gotY, gotW := d.week()
		if d.weekday()%7 != int(day.Weekday()) || d.add(1) != (Date{next.Year(), int(next.Month()), next.Day()}) || gotY != y || gotW != w {
			t.Fatalf("%v: weekday %d, next %v, week %d-%d", d, d.weekday(), d.add(1), gotY, gotW)
		}
	}
}

func ExampleFind() {
	s := "Exports fell 39% last month to $4.5bn, the port said on Tuesday."
	doc := &text.Document{Source: s}
	doc.Append(text.Paragraph, text.Span{Start: 0, End: len(s)})
	for _, e := range Find(nil, doc, ParseDate("2026-11-24")) {
		fmt.Printf("%s %q = %s\n", e.Type, e.Of(s), e.Value)
	}
	// Output:
	// percent "39%" = 39 %
	// date "last month" = 2026-10
	// money "$4.5bn" = USD 4500000000
	// date "Tuesday" = 2026-11-24
}

func BenchmarkFind(b *testing.B) {
	s := strings.Repeat("The council of the old port town agreed on Tuesday to spend $4.5bn, or 39% of its budget, on a 25-mile road along the coast, which the minister had promised to people in the villages for many years. ", 25)
	doc := document(s)
	var out []Expression
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		out = Find(out[:0], doc, Date{2026, 11, 24})
	}
	b.ReportMetric(float64(b.N)*float64(len(doc.Tokens))/b.Elapsed().Seconds(), "words/s")
}
