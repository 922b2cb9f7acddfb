package analyzer_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"slugline/analyzer"
)

// A golden story is testdata/golden/NN-name.txt: the text as a reader would paste it, a
// line "=== want", and what a reader would want of it, written by hand:
//
//	title, deck, dateline: their text (of the deck, how it begins)
//	person, organization, …: names that must be found, whole and of that type; "A|B" is either
//	same: "A = B", two forms of one entity;  apart: two that are not one
//	not: what must not be highlighted as a name
//	value: values of dates, amounts and shares that must be found
//	keyphrase, no-keyphrase: what must and must not be one, in any case
//	top: top-level topics, one of which must be applied
//	aside: reasons for which something must be set aside
//
// Several stand on a line with ";" between them.
type goldenStory struct {
	name, text string
	wants      []want
}

type want struct{ kind, what string }

func readGolden(t testing.TB) []goldenStory {
	t.Helper()
	files, err := filepath.Glob("testdata/golden/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no golden stories: %v", err)
	}
	var all []goldenStory
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		body, foot, ok := strings.Cut(string(data), "=== want\n")
		if !ok {
			t.Fatalf("%s has no \"=== want\"", file)
		}
		s := goldenStory{name: strings.TrimSuffix(filepath.Base(file), ".txt"), text: body}
		for line := range strings.Lines(foot) {
			kind, rest, ok := strings.Cut(strings.TrimSpace(line), ": ")
			if !ok || !slices.Contains(wantKinds, kind) {
				t.Fatalf("%s: cannot read %q", file, line)
			}
			if kind == "top" || kind == "title" || kind == "deck" {
				s.wants = append(s.wants, want{kind, rest}) // one wish as a whole
				continue
			}
			for _, what := range strings.Split(rest, "; ") {
				s.wants = append(s.wants, want{kind, what})
			}
		}
		all = append(all, s)
	}
	return all
}

var wantKinds = []string{"title", "deck", "dateline", "person", "organization", "place", "group", "event", "work", "product",
	"same", "apart", "not", "value", "keyphrase", "no-keyphrase", "top", "aside"}

// met reports whether the analysis of a story does what is wanted.
func (w want) met(a *analyzer.Analysis) bool {
	switch w.kind {
	case "title":
		return a.Article.Title.Of(a.Source) == w.what
	case "deck":
		return strings.HasPrefix(a.Article.Deck.Of(a.Source), w.what)
	case "dateline":
		return strings.HasPrefix(a.Article.Dateline.Of(a.Source), w.what)
	case "same", "apart":
		x, y, _ := strings.Cut(w.what, " = ")
		return len(entitiesOf(a, x)) > 0 && len(entitiesOf(a, y)) > 0 &&
			slices.ContainsFunc(entitiesOf(a, x), func(e int) bool { return slices.Contains(entitiesOf(a, y), e) }) == (w.kind == "same")
	case "not":
		return len(entitiesOf(a, w.what)) == 0
	case "value":
		return slices.ContainsFunc(a.Mentions, func(m analyzer.Mention) bool { return m.Value == w.what })
	case "keyphrase", "no-keyphrase":
		return slices.ContainsFunc(a.Keyphrases, func(k analyzer.Keyphrase) bool { return strings.EqualFold(k.Text, w.what) }) == (w.kind == "keyphrase")
	case "top":
		return slices.ContainsFunc(a.Topics, func(t analyzer.Topic) bool {
			return t.Applied && slices.Contains(strings.Split(w.what, "; "), t.Path[0])
		})
	case "aside":
		return slices.ContainsFunc(a.Article.SetAside, func(s analyzer.SetAside) bool { return s.Reason == w.what })
	}
	forms := strings.Split(w.what, "|")
	return slices.ContainsFunc(a.Mentions, func(m analyzer.Mention) bool {
		return m.Type == w.kind && slices.Contains(forms, m.Of(a.Source))
	})
}

// entitiesOf returns the entities that mentions of exactly this form belong to.
func entitiesOf(a *analyzer.Analysis, form string) (of []int) {
	for _, m := range a.Mentions {
		if m.Entity >= 0 && m.Of(a.Source) == form {
			of = append(of, m.Entity)
		}
	}
	return of
}

// wanted is the least share of the wants that must be met, whatever the models of the day.
const wanted = 0.95

func TestGoldenWants(t *testing.T) {
	z := analyzer.New()
	met, all := 0, 0
	for _, s := range readGolden(t) {
		a := z.Analyze(analyzer.Input{Text: s.text})
		for _, w := range s.wants {
			all++
			if w.met(a) {
				met++
			} else {
				t.Logf("%s: %s: %s", s.name, w.kind, w.what)
			}
		}
	}
	share := float64(met) / float64(all)
	t.Logf("%d of %d wants are met, %.1f %%", met, all, 100*share)
	if share < wanted {
		t.Errorf("%.1f %% of the wants are met, should be %.0f %%", 100*share, 100*wanted)
	}
}
