package dedup

import (
	"fmt"
	"strings"
	"testing"

	"slugline/analyzer/archive"
	"slugline/analyzer/text"
)

// document makes a document of a title and paragraphs.
func document(title string, paragraphs ...string) *text.Document {
	d := &text.Document{}
	if title != "" {
		d.Source = title + "\n\n"
		d.TextStart = len(d.Source)
	}
	d.Source += strings.Join(paragraphs, "\n\n")
	if title != "" {
		d.Append(text.Title, text.Span{End: len(title)})
	}
	at := d.TextStart
	for _, p := range paragraphs {
		d.Append(text.Paragraph, text.Span{Start: at, End: at + len(p)})
		at += len(p) + 2
	}
	return d
}

// archived returns an archive that holds one article.
func archived(d *text.Document, m Meta) *archive.Archive {
	a, c := archive.New(), New()
	c.Query(a, d, m)
	a.Add(c.Article(d, m, nil))
	return a
}

const seen = 1_762_160_400 // 3 November 2025

var ferry = []string{
	"LAMU, Kenya — A ferry with 140 people on board ran aground off Lamu on Sunday night after its engine failed, the coast guard said, and 31 people were hurt when they jumped into the shallow water.",
	"Fishermen from Shela reached the vessel within half an hour and carried children ashore on their backs. The county commissioner, Halima Noor, said that everybody on the passenger list had been accounted for.",
	"“We heard shouting before we saw the light,” said Omar Bwana, who owns one of the boats. “Nobody waited for orders.”",
	"The ferry, built in 1987, had been repaired in August. The Kenya Maritime Authority has sent two inspectors and asked passengers to keep their tickets as evidence.",
	"Schools in the town will stay closed on Monday. Hotels have offered beds to those who cannot travel on, and the hospital has asked for blood donors of group O.",
}

var flood = []string{
	"SYLHET — Rivers in north-eastern Bangladesh fell below the danger mark on Thursday for the first time in eleven days, and families began to shovel mud out of their homes.",
	"The water board said that embankments had held in four districts. Relief officials handed out rice, salt and purifying tablets from boats at Companiganj.",
	"“My cow stood on the roof for a week,” said Rahima Khatun, a widow of fifty. “She gave milk all the same.”",
	"Engineers want to raise the embankment by a metre before the next monsoon, which would cost 900 million taka. The finance ministry has promised half.",
}

func TestVerdicts(t *testing.T) {
	replace := func(ps []string, pairs ...string) []string {
		r := strings.NewReplacer(pairs...)
		out := make([]string, len(ps))
		for i, p := range ps {
			out[i] = r.Replace(p)
		}
		return out
	}
	market := func(day, share string, n ...string) []string {
		return []string{
			fmt.Sprintf("NAIROBI — Shares closed higher on %s, led by %s, which gained %s percent in heavy trading, brokers said.", day, share, n[0]),
			fmt.Sprintf("The all-share index rose %s points to %s, while the benchmark of twenty companies ended at %s. Turnover stood at %s million shillings.", n[1], n[2], n[3], n[4]),
			fmt.Sprintf("The shilling was quoted at %s to the dollar. Bonds worth %s billion shillings changed hands.", n[5], n[6]),
		}
	}
	for _, c := range []struct {
		name        string
		there, here []string
		verdict     string // "" where nothing is to be told
		reason      string // in the reason
	}{
		{"the same", ferry, ferry, Exact, "Word for word"},
		{"white space and quotes apart", ferry, replace(ferry, "“", "\"", "”", "\"", " — ", " - "), Exact, "Word for word"},
		{"a few words", ferry, replace(ferry, "Fishermen", "Boatmen", "asked passengers", "told passengers"), Near, "% of this story is in"},
		{"a figure", ferry, replace(ferry, "31 people", "39 people"), Updated, "1 figure changed: 31 → 39"},
		{"a later version", ferry, append(replace(ferry[:3], "31 people", "39 people"),
			"Two of the injured died in hospital on Monday, Noor told reporters, one of them a boy of nine from Mkomani.",
			"President William Ruto ordered all ferries of the same yard to be inspected before they sail again."), Updated, "% of this story is in"},
		{"part of it", ferry, append(append([]string{}, flood...), ferry[0], ferry[1]), Contains, "of"},
		{"moved paragraphs", ferry, []string{ferry[3], ferry[4], ferry[0], ferry[1], ferry[2]}, Near, "% of this story is in"},
		{"a quotation only", ferry, append(append([]string{}, flood...), ferry[2]), "", ""},
		{"another story", ferry, flood, "", ""},
		{"a market report of another day", market("Monday", "Safaricom", "2.1", "14.3", "168.2", "1,912", "640", "129.20", "8.1"),
			market("Wednesday", "Equity Group", "3.4", "9.8", "171.0", "1,944", "711", "129.05", "6.4"), Template, "other facts"},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := archived(document("Ferry runs aground off Lamu", c.there...), Meta{ID: "one", Date: "2025-11-03", FirstSeen: seen})
			d := document("A headline of its own", c.here...)
			matches := Compare(a, d, Meta{ID: "two", Date: "2025-11-05"})
			if c.verdict == "" {
				if len(matches) > 0 && matches[0].Duplicate {
					t.Fatalf("verdict %s: %s", matches[0].Verdict, matches[0].Reason)
				}
				return
			}
			if len(matches) != 1 {
				t.Fatalf("%d matches", len(matches))
			}
			m := matches[0]
			duplicate := c.verdict != Template
			if m.Verdict != c.verdict || m.Duplicate != duplicate || !strings.Contains(m.Reason, c.reason) {
				t.Errorf("verdict %s (%v), copied %.2f and %.2f: %s; should be %s", m.Verdict, m.Duplicate, m.Copied, m.CopiedFrom, m.Reason, c.verdict)
			}
			checkSpans(t, d, m)
		})
	}
}

// checkSpans wants spans inside both texts and shares between 0 and 1.
func checkSpans(t *testing.T, d *text.Document, m Match) {
	t.Helper()
	inside := func(p text.Span, s string) bool { return 0 <= p.Start && p.Start <= p.End && p.End <= len(s) }
	for _, p := range m.Passages {
		if !inside(p.Here, d.Source) || !inside(p.There, m.Source) || p.Here.Len() == 0 || p.There.Len() == 0 {
			t.Errorf("passage %+v in texts of %d and %d bytes", p, len(d.Source), len(m.Source))
		}
	}
	for _, c := range m.Changes {
		if !inside(c.HereSpan, d.Source) || !inside(c.ThereSpan, m.Source) {
			t.Errorf("change %+v", c)
		}
	}
	if m.Copied < 0 || m.Copied > 1 || m.CopiedFrom < 0 || m.CopiedFrom > 1 {
		t.Errorf("shares %v and %v", m.Copied, m.CopiedFrom)
	}
}

func TestSharesAndPassagesOfAPart(t *testing.T) {
	a := archived(document("Ferry", ferry...), Meta{ID: "one", FirstSeen: seen})
	d := document("Flood", append(append([]string{}, flood...), ferry[1])...)
	matches := Compare(a, d, Meta{ID: "two"})
	if len(matches) != 1 || len(matches[0].Passages) != 1 {
		t.Fatalf("%+v", matches)
	}
	m := matches[0]
	p := m.Passages[0]
	want := strings.TrimSuffix(ferry[1], ".")
	if here, there := p.Here.Of(d.Source), p.There.Of(m.Source); strings.TrimSuffix(here, ".") != want || strings.TrimSuffix(there, ".") != want {
		t.Errorf("passages %q and %q", here, there)
	}
	if m.Copied < 0.2 || m.Copied > 0.3 || m.CopiedFrom < 0.18 || m.CopiedFrom > 0.28 {
		t.Errorf("shares %.2f and %.2f", m.Copied, m.CopiedFrom)
	}
}

func TestMovedParagraphsAreMarked(t *testing.T) {
	a := archived(document("", ferry...), Meta{ID: "one", FirstSeen: seen})
	d := document("", ferry[1], ferry[2], ferry[3], ferry[4], ferry[0])
	m := Compare(a, d, Meta{ID: "two"})[0]
	moved := ""
	for _, p := range m.Passages {
		if p.Moved {
			moved += p.Here.Of(d.Source)
		}
	}
	if !strings.HasPrefix(moved, "LAMU, Kenya") || len(moved) > len(ferry[0]) {
		t.Errorf("moved: %q", moved)
	}
}

func TestChangesBetweenVersions(t *testing.T) {
	a := archived(document("Ferry", ferry...), Meta{ID: "one", FirstSeen: seen})
	here := append([]string{}, ferry...)
	here[0] = strings.Replace(here[0], "31 people", "39 people", 1)
	here[1] = strings.Replace(here[1], "Halima Noor", "Halima Nur", 1)
	here[3] = "The ferry, built in 1987, had been repaired in August."
	here[4] += " A bus company has laid on free rides to Malindi for the stranded families."
	m := Compare(a, document("Ferry", here...), Meta{ID: "two"})[0]
	found := map[string]string{}
	for _, c := range m.Changes {
		found[c.Kind] += c.There + " → " + c.Here + "; "
	}
	for kind, want := range map[string]string{"figure": "31 → 39", "name": "Noor → Nur", "added": "free rides to Malindi", "cut": "two inspectors"} {
		if !strings.Contains(found[kind], want) {
			t.Errorf("no %s %q in %v", kind, want, found)
		}
	}
}

// A headline that loses an "and" between two names has changed neither.
func TestAWordBetweenNamesIsNoOtherName(t *testing.T) {
	there := append([]string{"Kenya and New Zealand signed a trade agreement on Tuesday that will remove tariffs on tea, cut flowers and milk powder."}, ferry...)
	a := archived(document("Kenya and New Zealand sign farm trade pact after eight years of talks", there...), Meta{ID: "there", FirstSeen: seen})
	here := append([]string{there[0]}, ferry[:4]...)
	d := document("Kenya, New Zealand sign trade pact on tea, flowers and milk powder", here...)
	for _, c := range Compare(a, d, Meta{ID: "here", FirstSeen: seen})[0].Changes {
		if c.Kind == "name" {
			t.Errorf("a name is said to have changed: %q, there %q", c.Here, c.There)
		}
	}
}

func TestADuplicateOfAStoryJoinsIt(t *testing.T) {
	a := archived(document("Ferry", ferry...), Meta{ID: "one", FirstSeen: seen})
	c := New()
	for i, ps := range [][]string{ferry, append(append([]string{}, flood...), ferry[0], ferry[1])} {
		d := document("Again", ps...)
		m := Meta{ID: fmt.Sprint("more-", i), FirstSeen: seen + int64(i)}
		c.Query(a, d, m)
		a.Add(c.Article(d, m, c.Matches()))
	}
	stories := a.Stories()
	if len(stories) != 2 || len(stories[0])+len(stories[1]) != 3 {
		t.Errorf("stories %v: the copy belongs to the first, the one that contains it does not", stories)
	}
}

func ExampleCompare() {
	first := document("Ferry runs aground off Lamu", ferry...)
	a := archived(first, Meta{ID: "wire-1", FirstSeen: seen})
	later := document("Ferry accident: more hurt", strings.Split(strings.Replace(strings.Join(ferry, "\n\n"), "31 people", "39 people", 1), "\n\n")...)
	for _, m := range Compare(a, later, Meta{ID: "wire-2"}) {
		fmt.Println(m.ID, m.Verdict, m.Duplicate)
		fmt.Println(m.Reason)
	}
	// Output:
	// wire-1 updated true
	// 99% of this story is in 'Ferry runs aground off Lamu' (first seen 3 Nov 2025); 1 figure changed: 31 → 39
}

func FuzzCompare(f *testing.F) {
	f.Add(strings.Join(ferry, "\n"), strings.Join(flood, "\n"))
	f.Add(strings.Join(ferry, "\n"), strings.Join(ferry[1:], "\n"))
	f.Add("1 2 3 4 5 6 7 8 9 10 11 12", "a a a a a a a a a a a a a a a")
	f.Add("", "\x00\xff “ ”")
	f.Fuzz(func(t *testing.T, there, here string) {
		a := archived(document("One", there), Meta{ID: "one"})
		d := document("", here)
		for _, m := range Compare(a, d, Meta{ID: "two", Date: here}) {
			checkSpans(t, d, m)
		}
	})
}
