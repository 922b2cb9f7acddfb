package topic_test

import (
	"testing"
	"unicode/utf8"

	"slugline/analyzer/article"
	"slugline/analyzer/topic"
	"slugline/build/stories"
)

func FuzzTopics(f *testing.F) {
	golden, err := stories.Read("testdata/golden")
	if err != nil {
		f.Fatal(err)
	}
	for _, s := range golden {
		f.Add(s.Title, s.Text[len(s.Title):], uint8(0))
	}
	for _, s := range []string{"", "\x00", "\xff\xfe", "Election", "election-election/election", "E\u0301lection", "GOAL!!! 😀 goal"} {
		f.Add(s, s, uint8(3))
	}
	f.Fuzz(func(t *testing.T, title, body string, most uint8) {
		a := article.Parse(title, body)
		source, seen := a.Doc.Source, map[string]bool{}
		topics := topic.Classify(&a.Doc, nil, topic.Options{Max: int(most)})
		if most > 0 && len(topics) > int(most) {
			t.Fatalf("%d topics, not %d", len(topics), most)
		}
		for _, x := range topics {
			if seen[x.ID] || x.ID == "" || x.Top == "" || len(x.Path) == 0 || x.Path[len(x.Path)-1] != x.Name {
				t.Fatalf("topic %+v, twice or half", x)
			}
			seen[x.ID] = true
			if !(x.Confidence >= 0 && x.Confidence <= 1) {
				t.Fatalf("%s has confidence %v", x.Name, x.Confidence)
			}
			end := 0
			for _, p := range x.Evidence {
				if p.Start < end || p.End <= p.Start || p.End > len(source) {
					t.Fatalf("%s: evidence %v after byte %d of %d", x.Name, p, end, len(source))
				}
				end = p.End
				if utf8.ValidString(source) && !utf8.ValidString(p.Of(source)) {
					t.Fatalf("%s: evidence %q cuts a character", x.Name, p.Of(source))
				}
			}
		}
	})
}
