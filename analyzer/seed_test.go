package analyzer_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"slugline/analyzer"
)

// seed is the article that the project was asked about first. It is not ours to copy
// into the repository.
const seed = "../../shared/data/seed/article.txt"

func TestSeedStory(t *testing.T) {
	data, err := os.ReadFile(seed)
	if err != nil {
		t.Skip("the seed article is not here")
	}
	a := analyzer.New().Analyze(analyzer.Input{Text: string(data)})

	for _, name := range []string{"S. Jaishankar", "Marco Rubio", "Scott Bessent", "Donald Trump", "Narendra Modi"} {
		checkPerson(t, a, name)
	}
	for kind, names := range map[string][]string{
		"organization": {"US State Department", "Quadrilateral Security Dialogue"},
		"place":        {"Washington", "India", "United States", "US", "Japan", "Australia", "Indo-Pacific", "New Delhi"},
	} {
		for _, name := range names {
			if !(want{kind, name}).met(a) {
				t.Errorf("%s is not found as a %s", name, kind)
			}
		}
	}
	if !(want{"same", "US = United States"}).met(a) {
		t.Error("US and United States are two")
	}
	for _, m := range a.Mentions {
		if m.Entity >= 0 && (strings.Contains(m.Of(a.Source), "Minister") || strings.Contains(m.Of(a.Source), "External Affairs")) {
			t.Errorf("%q is a name", m.Of(a.Source))
		}
	}
	aside := a.Article.SetAside
	if len(aside) != 1 || aside[0].Reason != "also-read" || !strings.HasPrefix(aside[0].Of(a.Source), "| Also Read") {
		t.Errorf("set aside: %v", aside)
	}
	for _, either := range [][]string{{"international relations", "diplomacy"}, {"international trade"}} {
		if !slices.ContainsFunc(a.Topics, func(t analyzer.Topic) bool {
			return slices.ContainsFunc(t.Path, func(name string) bool { return slices.Contains(either, name) })
		}) {
			t.Errorf("no topic is %s, nor below it", strings.Join(either, " or "))
		}
	}
	if first := a.Topics[0]; !first.Applied {
		t.Errorf("%v is only suggested", first.Path)
	}
}

// checkPerson requires every place with the person's surname to be a mention of one
// person of that full name.
func checkPerson(t *testing.T, a *analyzer.Analysis, name string) {
	t.Helper()
	of := entitiesOf(a, name)
	if len(of) == 0 {
		t.Errorf("%s is not found", name)
		return
	}
	e := a.Entities[of[0]]
	if e.Type != "person" || e.Name != name {
		t.Errorf("%s is the %s %s", name, e.Type, e.Name)
	}
	surname := name[strings.LastIndexByte(name, ' ')+1:]
	for at := 0; ; at += len(surname) {
		i := strings.Index(a.Source[at:], surname)
		if i < 0 {
			return
		}
		at += i
		inside := func(start, end int) bool { return start <= at && at < end }
		if slices.ContainsFunc(a.Article.SetAside, func(s analyzer.SetAside) bool { return inside(s.Start, s.End) }) {
			continue
		}
		if !slices.ContainsFunc(a.Mentions, func(m analyzer.Mention) bool { return m.Entity == of[0] && inside(m.Start, m.End) }) {
			t.Errorf("%s at byte %d is no mention of %s", surname, at, name)
		}
	}
}
