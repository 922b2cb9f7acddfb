package analyzer_test

import (
	"strings"
	"testing"
	"time"

	"slugline/analyzer"
)

// odd is what people paste by mistake, or in another language than English.
var odd = []struct {
	name, text string
	notEnglish bool
}{
	{"nothing", "", false},
	{"white space", " \r\n\t\u00a0\n", false},
	{"one word", "Kathmandu", false},
	{"one letter", "A", false},
	{"NUL bytes", "\x00\x00Angela Merkel\x00 met Emmanuel Macron in Berlin.\x00", false},
	{"no UTF-8", "The caf\xe9 in Paris \xff\xfe was closed by Emmanuel Macron on Monday.", false},
	{"half a character", "Paris 😀"[:len("Paris 😀")-2], false},
	{"only emoji", strings.Repeat("😀👩‍👩‍👧🇮🇳", 40), true},
	{"Chinese", "国务院总理李强周二在北京会见了法国总统马克龙，双方就贸易和气候变化问题交换了意见。会谈于2026年11月24日举行。", true},
	{"Hindi", "विदेश मंत्री एस जयशंकर ने मंगलवार को वाशिंगटन में अमेरिकी विदेश मंत्री मार्को रुबियो से मुलाकात की। दोनों नेताओं ने व्यापार पर चर्चा की।", true},
	{"Arabic", "التقى وزير الخارجية نظيره الأمريكي في واشنطن يوم الثلاثاء لبحث التعاون في مجالات التجارة والطاقة والدفاع.", true},
	{"German", "Der Bundeskanzler hat am Dienstag in Berlin mit dem französischen Präsidenten über die Zukunft der gemeinsamen Währung gesprochen. Die Kosten betragen 45 % mehr, sagte er.", true},
	{"Spanish", "El presidente del Gobierno se reunió el martes en Madrid con los sindicatos para hablar de la reforma laboral. Las empresas pagarán un 45 % más, dijo.", true},
	{"HTML source", `<!DOCTYPE html><html><head><title>Rubio meets Jaishankar</title><script>var x = "Paris";</script></head><body><nav><a href="/">Home</a></nav>` +
		`<p>US Secretary of State <b>Marco Rubio</b> met India&#8217;s S. Jaishankar in Washington on Tuesday.</p><p>They spoke of trade &amp; energy.</p></body></html>`, false},
	{"a shouted line", "PRESIDENT BIDEN MEETS MACRON IN PARIS TO TALK ABOUT UKRAINE", false},
	{"a table", "Name\tGoals\nMbappé\t12\nKane\t11\nHaaland\t10\n", false},
	{"marks", "…—–“”‘’()[]{}<>|/\\@#$%^&*", true},
	{"a URL", "https://example.com/2026/11/24/rubio-meets-jaishankar?utm_source=x", false},
	{"combining marks", strings.Repeat("e\u0301", 200), false},
	{"right to left marks", "\u202eEmmanuel Macron\u202c met \u2067Olaf Scholz\u2069 in Berlin.", false},
}

func TestOddTexts(t *testing.T) {
	z := analyzer.New()
	for _, c := range odd {
		a := z.Analyze(analyzer.Input{Text: c.text})
		check(t, a)
		checkJSON(t, a)
		if c.notEnglish != (a.Language == "und") || c.notEnglish != (a.Notice != "") {
			t.Errorf("%s: language %q, notice %q", c.name, a.Language, a.Notice)
		}
		if c.notEnglish && len(a.Entities)+len(a.Topics)+len(a.Keyphrases) > 0 {
			t.Errorf("%s: entities %v, topics %v, keyphrases %v", c.name, a.Entities, a.Topics, a.Keyphrases)
		}
		for _, m := range a.Mentions {
			if c.notEnglish && m.Entity >= 0 {
				t.Errorf("%s: %q is a %s", c.name, m.Of(c.text), m.Type)
			}
		}
	}
}

// The oddest texts are still answered for what they are.
func TestOddTextsSayWhatTheyCan(t *testing.T) {
	for _, c := range []struct{ text, kind, name string }{
		{"Kathmandu", "place", "Kathmandu"},
		{"\x00\x00Angela Merkel\x00 met Emmanuel Macron in Berlin.\x00", "person", "Emmanuel Macron"},
		{oddText("HTML source"), "person", "Marco Rubio"},
		{oddText("HTML source"), "place", "Washington"},
		{oddText("German"), "value", "45 %"},
		{oddText("right to left marks"), "place", "Berlin"},
	} {
		if a := analyzer.New().Analyze(analyzer.Input{Text: c.text}); !(want{c.kind, c.name}).met(a) {
			t.Errorf("%q: no %s %s", c.text, c.kind, c.name)
		}
	}
	a := analyzer.New().Analyze(analyzer.Input{Text: oddText("HTML source")})
	if (want{"place", "Paris"}).met(a) {
		t.Error("a name is found in a script")
	}
}

func oddText(name string) string {
	for _, c := range odd {
		if c.name == name {
			return c.text
		}
	}
	panic("no odd text " + name)
}

// Megabytes of whatever are answered within seconds: nothing is quadratic.
func TestHugeTexts(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	golden := ""
	for _, s := range readGolden(t) {
		golden += s.text
	}
	const size = 5 << 20
	for _, c := range []struct{ name, unit string }{
		{"stories", golden},
		{"one long word", "A"},
		{"capitals", "A "},
		{"one name", "Angela Merkel "},
		{"one name and full stops", "Angela Merkel. "},
		{"lines", "Angela Merkel met Emmanuel Macron\n"},
		{"initials", "A. "},
		{"acronyms", "The Federal Security Service (FSB) said. "},
		{"figures", "$1,000 and 5% on 3 May 2024 "},
		{"brackets", "("},
		{"tags", "<b>"},
		{"NUL bytes", "\x00"},
		{"emoji", "😀"},
		{"Chinese", "中"},
		{"also read", "Also Read: Something else\n"},
	} {
		start := time.Now()
		a := analyzer.New().Analyze(analyzer.Input{Text: strings.Repeat(c.unit, size/len(c.unit))})
		took := time.Since(start)
		t.Logf("%s: %.1f s", c.name, took.Seconds())
		if took > 10*time.Second {
			t.Errorf("5 MB of %s took %v", c.name, took)
		}
		if a.Notice == "" {
			t.Errorf("%s: no word on the text's length", c.name)
		}
		check(t, a)
	}
	start := time.Now()
	check(t, analyzer.New().Analyze(analyzer.Input{Text: strings.Repeat("A", 100000)}))
	check(t, analyzer.New().Analyze(analyzer.Input{Title: strings.Repeat("A", 100000)}))
	if took := time.Since(start); took > time.Second {
		t.Errorf("100,000 letters took %v", took)
	}
}
