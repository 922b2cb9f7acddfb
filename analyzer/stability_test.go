package analyzer_test

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"slugline/analyzer"
)

// spellings are ways in which the same story reaches the page: from other systems,
// word processors and web pages.
var spellings = []struct {
	name  string
	write func(string) string
}{
	{"CRLF line ends", strings.NewReplacer("\n", "\r\n").Replace},
	{"no-break spaces", noBreakSpaces},
	{"typewriter quotes", strings.NewReplacer("“", `"`, "”", `"`, "’", "'", "‘", "'").Replace},
	{"smart quotes", smartQuotes},
	{"soft hyphens", softHyphens},
	{"decomposed letters", decomposed.Replace},
	{"byte order mark", func(s string) string { return "\uFEFF" + s }},
	{"blank lines and trailing spaces", strings.NewReplacer("\n", "  \n\n").Replace},
}

// noBreakSpaces puts one where typesetters do: before figures and behind initials.
func noBreakSpaces(s string) string {
	b := []rune(s)
	for i, r := range b {
		if r == ' ' && i > 0 && i+1 < len(b) && (unicode.IsDigit(b[i+1]) || b[i-1] == '.' && i > 1 && unicode.IsUpper(b[i-2])) {
			b[i] = '\u00A0'
		}
	}
	return string(b)
}

func smartQuotes(s string) string {
	b := []rune(s)
	for i, r := range b {
		opens := i == 0 || unicode.IsSpace(b[i-1]) || b[i-1] == '('
		switch {
		case r == '"' && opens:
			b[i] = '“'
		case r == '"':
			b[i] = '”'
		case r == '\'' && opens:
			b[i] = '‘'
		case r == '\'':
			b[i] = '’'
		}
	}
	return string(b)
}

// softHyphens puts one into every long word, as some web pages do.
func softHyphens(s string) string {
	var b strings.Builder
	for word := range strings.SplitAfterSeq(s, " ") {
		if len(word) > 8 && !strings.ContainsFunc(strings.TrimRight(word, " ,.;"), func(r rune) bool { return !unicode.IsLetter(r) }) {
			r := []rune(word)
			word = string(r[:4]) + "\u00AD" + string(r[4:])
		}
		b.WriteString(word)
	}
	return b.String()
}

// decomposed writes letters and their accents apart, as file names of macOS have them.
var decomposed = strings.NewReplacer("á", "a\u0301", "é", "e\u0301", "É", "E\u0301", "í", "i\u0301", "ó", "o\u0301", "ú", "u\u0301", "ñ", "n\u0303", "ã", "a\u0303",
	"ü", "u\u0308", "ä", "a\u0308", "ö", "o\u0308", "ğ", "g\u0306", "ń", "n\u0301", "ê", "e\u0302", "ô", "o\u0302")

// plain undoes the spellings in a short text.
var plain = strings.NewReplacer("\r", "", "\u00A0", " ", "“", `"`, "”", `"`, "’", "'", "‘", "'", "\u00AD", "")

// namesOf lists the mentions as type and plain text.
func namesOf(source string) []string {
	a := analyzer.New().Analyze(analyzer.Input{Text: source})
	var out []string
	for _, m := range a.Mentions {
		out = append(out, m.Type+" "+strings.Join(strings.Fields(plain.Replace(decomposed.Replace(m.Of(a.Source)))), " "))
	}
	return out
}

// The same story in another spelling has the same names, dates and amounts, but for one
// in a hundred.
func TestSpellingsDoNotChangeNames(t *testing.T) {
	for _, x := range spellings {
		same, all := 0, 0
		for _, s := range readGolden(t) {
			was, is := namesOf(s.text), namesOf(x.write(s.text))
			all += max(len(was), len(is))
			for _, name := range was {
				if i := slices.Index(is, name); i >= 0 {
					is = slices.Delete(is, i, i+1)
					same++
				} else {
					t.Logf("%s: %s: %s is gone", x.name, s.name, name)
				}
			}
			for _, name := range is {
				t.Logf("%s: %s: %s is new", x.name, s.name, name)
			}
		}
		if share := float64(same) / float64(all); share < 0.99 {
			t.Errorf("%s: %.1f %% of the mentions stay, should be 99 %%", x.name, 100*share)
		}
	}
}
