// Package gazetteer holds no code: its hand-written name lists are read by the
// model builder. These tests keep the lists readable by it: a newsroom that
// adds a name in the wrong shape learns of it here and not from a recogniser
// that quietly stopped knowing a country.
package gazetteer

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

const (
	sourceLine = "# source: written for this project"
	headerLine = "# name\ttype\taliases\twikidata\tnote"
)

var (
	types = map[string]bool{
		"person": true, "organization": true, "place": true, "group": true,
		"event": true, "work": true, "product": true,
	}
	qid       = regexp.MustCompile(`^Q[1-9][0-9]{0,9}$`)
	dayOfYear = regexp.MustCompile(`^[0-9]{1,2}/[0-9]{1,2}$`) // 9/11, 26/11
	notePlace = regexp.MustCompile(`^[A-Z]{2}(/[A-Z]{2})*( |$)`)
)

// minimum is the number of entries below which a list has lost something.
var minimum = map[string]int{
	"parties.tsv": 1000, "government.tsv": 1500, "armed-groups.tsv": 350,
	"international.tsv": 600, "companies.tsv": 2000, "media.tsv": 1500,
	"sport.tsv": 600, "events.tsv": 300, "works.tsv": 250, "products.tsv": 350,
	"groups.tsv": 700, "places-extra.tsv": 900, "countries.tsv": 240,
}

type entry struct {
	file, name, typ string
	aliases         []string
	qid, note       string
	line            int
}

// readAll returns every entry of every list, and fails on a line which is not
// five tab-separated fields.
func readAll(t *testing.T) []entry {
	t.Helper()
	files, err := filepath.Glob("*.tsv")
	if err != nil || len(files) == 0 {
		t.Fatalf("no lists found: %v", err)
	}
	var all []entry
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		text := string(raw)
		if !utf8.ValidString(text) || strings.ContainsAny(text, "\r\ufeff") {
			t.Errorf("%s: want UTF-8 with LF line ends and no byte order mark", file)
		}
		if !strings.HasSuffix(text, "\n") || strings.HasSuffix(text, "\n\n") {
			t.Errorf("%s: want one line end at the end", file)
		}
		lines := strings.Split(strings.TrimSuffix(text, "\n"), "\n")
		if len(lines) < 3 || lines[0] != sourceLine || lines[1] != headerLine {
			t.Fatalf("%s: the first two lines must name the source and the columns", file)
		}
		for i, l := range lines[2:] {
			f := strings.Split(l, "\t")
			if len(f) != 5 {
				t.Errorf("%s:%d: %d fields, want 5: %q", file, i+3, len(f), l)
				continue
			}
			e := entry{file: file, name: f[0], typ: f[1], qid: f[3], note: f[4], line: i + 3}
			if f[2] != "" {
				e.aliases = strings.Split(f[2], "|")
			}
			all = append(all, e)
		}
	}
	return all
}

// wrongName says what is wrong with a name or alias, or "".
func wrongName(s string) string {
	switch {
	case s == "":
		return "is empty"
	case s != strings.TrimSpace(s) || strings.Contains(s, "  "):
		return "has stray space"
	case len(s) >= 4 && strings.EqualFold(s[:4], "the "):
		return "starts with the"
	case strings.ContainsAny(s, "=>;#\u00a0\u00ad\u200b"):
		return "has a character no name has"
	}
	letter := false
	for _, r := range s {
		if unicode.Is(unicode.Mn, r) {
			return "is not composed (NFC)"
		}
		letter = letter || unicode.IsLetter(r)
	}
	if !letter && s != "444" && !dayOfYear.MatchString(s) {
		return "has no letter"
	}
	return ""
}

func TestEntriesAreWellFormed(t *testing.T) {
	for _, e := range readAll(t) {
		at := func(format string, args ...any) {
			t.Helper()
			t.Errorf("%s:%d: "+format, append([]any{e.file, e.line}, args...)...)
		}
		if why := wrongName(e.name); why != "" {
			at("name %q %s", e.name, why)
		}
		if !types[e.typ] {
			at("%q has unknown type %q", e.name, e.typ)
		}
		if e.qid != "" && !qid.MatchString(e.qid) {
			at("%q has ill-formed Wikidata id %q", e.name, e.qid)
		}
		if e.note != strings.TrimSpace(e.note) {
			at("%q has stray space in its note", e.name)
		}
		seen := map[string]bool{e.name: true}
		for _, a := range e.aliases {
			if why := wrongName(a); why != "" {
				at("alias %q of %q %s", a, e.name, why)
			}
			if seen[a] {
				at("%q names %q twice", e.name, a)
			}
			seen[a] = true
		}
	}
}

func TestNoNameTwiceWithinAType(t *testing.T) {
	first := map[[2]string]entry{}
	for _, e := range readAll(t) {
		k := [2]string{e.typ, e.name}
		if f, ok := first[k]; ok {
			t.Errorf("%s %q in %s:%d and in %s:%d", e.typ, e.name, f.file, f.line, e.file, e.line)
		}
		first[k] = e
	}
}

func TestNoWikidataIDTwice(t *testing.T) {
	first := map[string]entry{}
	for _, e := range readAll(t) {
		if e.qid == "" {
			continue
		}
		if f, ok := first[e.qid]; ok {
			t.Errorf("%s is both %q (%s:%d) and %q (%s:%d)", e.qid, f.name, f.file, f.line, e.name, e.file, e.line)
		}
		first[e.qid] = e
	}
}

func TestListsAreWhole(t *testing.T) {
	count := map[string]int{}
	people, total := 0, 0
	for _, e := range readAll(t) {
		count[e.file]++
		total++
		if e.typ == "person" {
			people++
		}
	}
	for file, n := range minimum {
		if count[file] < n {
			t.Errorf("%s has %d entries, want at least %d", file, count[file], n)
		}
	}
	if people < 3000 {
		t.Errorf("%d people, want at least 3000", people)
	}
	if total < 15000 {
		t.Errorf("%d entries, want at least 15000", total)
	}
	t.Logf("%d entries, %d people", total, people)
}

// A story that names a country by any of its everyday names must find it.
func TestCountriesByEverydayNames(t *testing.T) {
	code := map[string]string{}
	for _, e := range readAll(t) {
		if e.file != "countries.tsv" {
			continue
		}
		if e.note != "" && !notePlace.MatchString(e.note) && !strings.HasPrefix(e.note, "former") &&
			!strings.Contains(e.note, ", ") && e.note != "SY" {
			t.Errorf("countries.tsv:%d: note %q of %q does not start with an ISO code", e.line, e.note, e.name)
		}
		cc, _, _ := strings.Cut(e.note, " ")
		for _, n := range append([]string{e.name}, e.aliases...) {
			code[n] = cc
		}
	}
	for name, want := range map[string]string{
		"U.S.": "US", "US": "US", "America": "US", "UK": "GB", "Britain": "GB", "UAE": "AE", "DRC": "CD",
		"Côte d'Ivoire": "CI", "Burma": "MM", "Türkiye": "TR", "Holland": "NL", "North Korea": "KP",
		"South Korea": "KR", "Czechia": "CZ", "Eswatini": "SZ", "Timor-Leste": "TL", "Macao": "MO",
	} {
		if code[name] != want {
			t.Errorf("%q is %q, want %q", name, code[name], want)
		}
	}
}

func TestTitlesAndCues(t *testing.T) {
	raw, err := os.ReadFile("titles.txt")
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSuffix(string(raw), "\n"), "\n")
	if len(lines) < 2 || lines[0] != sourceLine || !strings.HasPrefix(lines[1], "# ") {
		t.Fatal("titles.txt: the first two lines must name the source and the columns")
	}
	seen := map[string]bool{}
	count := map[string]int{}
	for i, l := range lines[2:] {
		cue, typ, tab := strings.Cut(l, "\t")
		if cue == "" || cue != strings.TrimSpace(cue) {
			t.Errorf("titles.txt:%d: stray space in %q", i+3, l)
		}
		if tab && !types[typ] {
			t.Errorf("titles.txt:%d: unknown type %q", i+3, typ)
		}
		if seen[l] {
			t.Errorf("titles.txt:%d: %q is there twice", i+3, l)
		}
		seen[l] = true
		count[typ]++
	}
	if count[""] < 500 || count["organization"] < 150 || count["place"] < 150 || count["event"] < 80 {
		t.Errorf("too few cues: %v", count)
	}
	for _, want := range []string{"External Affairs Minister", "Sheikh", "Lt. Gen.", "coach",
		"Ministry\torganization", "Province\tplace", "Cup\tevent"} {
		if !seen[want] {
			t.Errorf("titles.txt lacks %q", want)
		}
	}
}
