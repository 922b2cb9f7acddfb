package main

import (
	"encoding/json"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
	"unicode/utf16"

	"github.com/jdkato/prose/v2"

	"slugline/wasm/reactor"
)

var shared = sync.OnceValue(newReference)

const story = `“This is not charity,” Wanjiru Odhiambo said in Nairobi’s trade hall on Tuesday. “It isn't symbolism.”

Odhiambo and New Zealand Foreign Minister Helen Tamihana signed the text in front of farmers from Kenya, Japan and Peru. John's and Mary's cooperative, which sells tea in Mombasa, Paris and Paris again, welcomed it.

Share this article on Facebook

The European Union and the World Bank said they would study it in Washington, D.C., on 12 March 2027.`

// answer calls an operation as the page does and returns what it gave.
func answer(t testing.TB, op int32, fields ...string) (string, bool) {
	t.Helper()
	var request []byte
	for _, f := range fields {
		request = reactor.AppendString(request, f)
	}
	if len(fields) > 0 {
		request = reactor.AppendUint(request, 0) // no corrections
	}
	r := reactor.New(shared().handle)
	copy(r.Input(len(request)), request)
	ok := r.Call(op, len(request))
	return string(r.Output()), ok
}

type analysis struct {
	Version  int
	Article  struct{ Words, Sentences int }
	Mentions []struct {
		Field, Type string
		Start, End  int
		Entity      int
	}
	Entities []struct {
		Name, Type string
		Count      int
	}
	Topics, Keyphrases, Matches []any
}

// read analyses an article and returns the analysis and its names as "type:text".
func read(t testing.TB, title, text string) (analysis, []string) {
	t.Helper()
	out, ok := answer(t, opAnalyze, title, text, "")
	if !ok {
		t.Fatal(out)
	}
	var a analysis
	if err := json.Unmarshal([]byte(out), &a); err != nil {
		t.Fatalf("%v in %s", err, out)
	}
	units := map[string][]uint16{"title": utf16.Encode([]rune(title)), "text": utf16.Encode([]rune(text))}
	var names []string
	end := map[string]int{}
	for _, m := range a.Mentions {
		field := units[m.Field]
		if m.Start < end[m.Field] || m.End <= m.Start || m.End > len(field) {
			t.Fatalf("%s %d-%d after %d in %d units", m.Field, m.Start, m.End, end[m.Field], len(field))
		}
		end[m.Field] = m.End
		names = append(names, m.Type+":"+string(utf16.Decode(field[m.Start:m.End])))
	}
	return a, names
}

func TestInfo(t *testing.T) {
	out, ok := answer(t, opInfo)
	var info struct {
		ABI    int
		Engine string
	}
	if err := json.Unmarshal([]byte(out), &info); err != nil || !ok || info.ABI != reactor.Version || info.Engine != "prose" {
		t.Errorf("%s, %v, %v", out, ok, err)
	}
}

func TestNamesStandWhereProseSawThem(t *testing.T) {
	const title = "🇰🇪 Odhiambo meets Tamihana in Nairobi today"
	a, names := read(t, title, "😀 "+story)
	for _, want := range []string{"place:Nairobi", "person:Wanjiru Odhiambo", "place:Japan", "place:Washington"} {
		if !slices.Contains(names, want) {
			t.Errorf("%s is not among %q", want, names)
		}
	}
	for _, n := range names {
		if strings.Contains(n, "Facebook") {
			t.Errorf("a line set aside was read: %s", n)
		}
	}
	if a.Version != 1 || a.Article.Words < 60 || a.Article.Sentences < 5 {
		t.Errorf("version %d, %d words, %d sentences", a.Version, a.Article.Words, a.Article.Sentences)
	}
	count := 0
	for _, e := range a.Entities {
		count += e.Count
	}
	if count != len(a.Mentions) {
		t.Errorf("entities count %d mentions of %d", count, len(a.Mentions))
	}
}

var awkward = map[string]string{
	"nothing":             "",
	"white space":         " \n\t\r\n\u00a0",
	"one word":            "India",
	"a name at the end":   "He went to Paris",
	"entities":            "It&rsquo;s John&rsquo;s house in Paris, he said.",
	"dropped pieces":      "'s 's John's's Paris's 's. s Rome.",
	"curly quotes":        "“Paris” ‘Rome’ “Berlin’s” Prime Minister “Jo” Smith said.",
	"numbers in names":    "Boeing 737 MAX 8 crashed near Addis Ababa on 10 March 2019, Ethiopian Airlines said.",
	"all capitals":        "PARIS AND LONDON AGREE ON TRADE WITH JOHN SMITH.",
	"Chinese":             strings.Repeat("国务院总理李强在北京会见了来访的客人。", 200),
	"letters that grow":   "İİİ's house. Mr İnönü's Ankara is big, he said.",
	"letters that do not": "ſtraße ẞ K Ångström in Paris, he said.",
	"no white space":      strings.Repeat("A", 100_000),
	"punctuation":         strings.Repeat(`."!?`, 30_000),
	"brackets":            strings.Repeat(`("['`, 30_000),
	"broken UTF-8":        "Paris \xff\xfe Rome\xc3 and \xe2\x80 London, he said.",
	"NUL":                 "Narendra\x00Modi\x00met \x00\x00 Paris.",
	"control characters":  "Paris\u0085Rome\u2028Berlin\u200bOslo.",
}

func TestAwkwardTextIsAnswered(t *testing.T) {
	for name, text := range awkward {
		begin := time.Now()
		out, ok := answer(t, opAnalyze, "", text, "")
		if !ok && name != "letters that grow" { // prose itself breaks off there
			t.Errorf("%s: %s", name, out)
		}
		if took := time.Since(begin); took > 5*time.Second {
			t.Errorf("%s took %v", name, took)
		}
		if strings.ToValidUTF8(text, "") == text && ok {
			read(t, "", text)
		}
	}
	if _, names := read(t, "", story); len(names) == 0 {
		t.Error("the engine is no longer itself")
	}
}

func TestChunksAreProsesEntities(t *testing.T) {
	for name, text := range awkward {
		if name != "letters that grow" {
			compare(t, squeeze(readable(text, nil)))
		}
	}
	compare(t, story)
	compare(t, strings.ReplaceAll(story, "\n\n", "\t"))
}

// compare holds chunks to Entities and the spans to the tokens.
func compare(t *testing.T, s string) {
	d, err := prose.NewDocument(s, prose.UsingModel(shared().model), prose.WithSegmentation(false))
	if err != nil {
		t.Fatal(err)
	}
	tokens := d.Tokens()
	var got []prose.Entity
	for _, c := range chunks(tokens) {
		got = append(got, prose.Entity{Text: c.text(tokens), Label: c.label})
	}
	want := d.Entities()
	if len(got) != len(want) {
		t.Fatalf("%q: %v, not %v", s, got, want)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("%q: %v, not %v", s, got[i], want[i])
		}
	}
	at := 0
	for i, p := range locate(s, tokens) {
		if p.Start < at || p.Len() == 0 || plain.Replace(p.Of(s)) != tokens[i].Text {
			t.Fatalf("%.60q: token %q is at %v, %q", s, tokens[i].Text, p, p.Of(s))
		}
		at = p.End
	}
}

var plain = strings.NewReplacer("“", `"`, "”", `"`, "‘", "'", "’", "'", "&rsquo;", "'")

func TestRefusals(t *testing.T) {
	for _, c := range []struct {
		name   string
		op     int32
		fields []string
		want   string
	}{
		{"a text that is too long", opAnalyze, []string{"", strings.Repeat("a ", maxText), ""}, "longer than 128 KB"},
		{"no article", opAnalyze, nil, "ends in the middle of a field"},
		{"an operation of the other engine", 2, []string{"html", "", story, ""}, "no such operation"},
		{"an archive", 16, nil, "no such operation"},
	} {
		if out, ok := answer(t, c.op, c.fields...); ok || !strings.Contains(out, c.want) {
			t.Errorf("%s: %v, %s", c.name, ok, out)
		}
	}
}

func FuzzAnalyze(f *testing.F) {
	for _, text := range awkward {
		if len(text) < 1000 {
			f.Add("", text)
		}
	}
	f.Add("Odhiambo in Nairobi", story)
	f.Fuzz(func(t *testing.T, title, text string) {
		if strings.ToValidUTF8(title+text, "") != title+text || len(title)+len(text) > 4000 {
			return
		}
		if _, ok := answer(t, opAnalyze, title, text, ""); ok {
			read(t, title, text)
		}
	})
}

func BenchmarkAnalyze(b *testing.B) {
	b.SetBytes(int64(len(story)))
	for b.Loop() {
		if _, err := shared().analyze("", story); err != nil {
			b.Fatal(err)
		}
	}
}
