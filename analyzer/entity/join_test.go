package entity

import (
	"strings"
	"testing"

	"slugline/analyzer/text"
	"slugline/build/stories"
)

// joined is how many names of a story there are in a cluster as it was found, as it
// should be, and in both.
type joined struct{ found, wanted, both int }

// TestJoining measures how well names are joined into entities by B-cubed F1 (Bagga and
// Baldwin 1998) over the names that were found with their right bounds: whether they are
// found is measured elsewhere.
func TestJoining(t *testing.T) {
	golden, err := stories.Read("testdata/join")
	if err != nil || len(golden) < 60 {
		t.Fatalf("%d stories: %v", len(golden), err)
	}
	precision, recall, all, missed := 0.0, 0.0, 0, 0
	for _, s := range golden {
		doc := storyDocument(s.Text)
		r := New()
		names := r.Agree(r.Names(nil, doc), doc)
		entities, of := r.Group(names, doc, nil)
		var found []int     // for each annotated name that was found, the entity it is in
		var wanted []string // and the one it should be in
		var forms []string
		for _, n := range s.Names {
			at := -1
			for i := range names {
				if names[i].Start == n.Start && names[i].End == n.End {
					at = i
				}
			}
			if at < 0 {
				missed++
				continue
			}
			found = append(found, of[at])
			wanted = append(wanted, n.Type+n.Entity)
			forms = append(forms, s.Text[n.Start:n.End])
		}
		for i := range found {
			var c joined
			for k := range found {
				f, w := found[k] == found[i], wanted[k] == wanted[i]
				c.found += count(f)
				c.wanted += count(w)
				c.both += count(f && w)
			}
			precision += float64(c.both) / float64(c.found)
			recall += float64(c.both) / float64(c.wanted)
			all++
			if c.both < c.found || c.both < c.wanted {
				t.Logf("%s:%d: %s is in %q of %v", s.File, s.Line, forms[i], entities[found[i]].Name, entities[found[i]].Aliases)
			}
		}
	}
	precision, recall = precision/float64(all), recall/float64(all)
	f1 := 2 * precision * recall / (precision + recall)
	t.Logf("%d names of %d stories (%d not found): B-cubed precision %.3f, recall %.3f, F1 %.3f", all, len(golden), missed, precision, recall, f1)
	if f1 < 0.93 {
		t.Errorf("B-cubed F1 is %.3f, should be at least 0.93", f1)
	}
	if missed*10 > all {
		t.Errorf("%d names were not found beside %d that were", missed, all)
	}
}

func count(b bool) int {
	if b {
		return 1
	}
	return 0
}

// storyDocument makes a document of paragraphs.
func storyDocument(source string) *text.Document {
	doc := &text.Document{Source: source}
	at := 0
	for p := range strings.SplitSeq(source, "\n\n") {
		doc.Append(text.Paragraph, text.Span{Start: at, End: at + len(p)})
		at += len(p) + 2
	}
	return doc
}
