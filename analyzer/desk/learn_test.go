package desk_test

import (
	"slices"
	"strings"
	"testing"

	"slugline/analyzer/article"
	"slugline/analyzer/desk"
	"slugline/analyzer/text"
	"slugline/analyzer/topic"
	"slugline/build/stories"
)

// story is one of build/stories with what the model alone says of it.
type story struct {
	doc  *text.Document
	top  string
	tags []topic.Topic
}

func (s *story) has(id string) bool {
	return slices.ContainsFunc(s.tags, func(t topic.Topic) bool { return t.ID == id })
}

// commonest returns the tag below its top that most stories with a top have.
func commonest(all []story, top string) string {
	count := map[string]int{}
	best := ""
	for _, s := range all {
		for _, t := range s.tags {
			if s.top == top && t.ID != t.Top {
				if count[t.ID]++; count[t.ID] > count[best] || count[t.ID] == count[best] && t.ID < best {
					best = t.ID
				}
			}
		}
	}
	return best
}

func readStories(t *testing.T, c *topic.Classifier) []story {
	t.Helper()
	written, err := stories.Read("../../build/stories")
	if err != nil {
		t.Fatal(err)
	}
	var all []story
	for _, s := range written {
		if len(strings.Fields(s.Text)) < 50 {
			continue
		}
		doc := article.Parse(s.Title, s.Text[len(s.Title):]).Doc
		all = append(all, story{&doc, s.Tops[0], c.Classify(&doc, nil, topic.Options{})})
	}
	return all
}

func decide(t *testing.T, c *topic.Classifier, d *desk.Desk, doc *text.Document, tag string, v desk.Verdict) desk.Decision {
	t.Helper()
	c.Classify(doc, nil, topic.Options{})
	x, ok := d.Observe(doc, c, tag)
	if !ok {
		t.Fatalf("no tag %s", tag)
	}
	x.Verdict = v
	return x
}

func tagged(tags []*desk.Tagged, id string) *desk.Tagged {
	for _, x := range tags {
		if x.ID == id {
			return x
		}
	}
	return nil
}

// A desk puts twenty stories of one kind right. The mistake must be gone from most of those
// that it has not seen, and no tag may be moved in more than one of a hundred others.
func TestTwentyDecisions(t *testing.T) {
	c := topic.New()
	all := readStories(t, c)
	pitch := []desk.Tag{{ID: "house:pitch", Name: "Pitch", Phrases: []string{"no such words"}}}
	for _, test := range []struct {
		what, top, reject, accept string
		gone, found               float64 // shares of unseen stories of the kind: not tagged any more, tagged now
	}{
		{"a topic that the desk does not want on stories of the economy", "04", commonest(all, "04"), "", 0.5, 0},
		{"weather is filed under the environment as well", "17", "", "medtop:06000000", 0, 0.75},
		{"a house tag for sport, without a phrase that stands anywhere", "15", "", "house:pitch", 0, 0.9},
	} {
		d := desk.New(pitch, nil)
		var decisions []desk.Decision
		var unseen, others []story
		for _, s := range all {
			switch {
			case s.top != test.top:
				others = append(others, s)
			case test.reject != "" && !s.has(test.reject):
			case len(decisions) == 20:
				unseen = append(unseen, s)
			case test.reject != "":
				decisions = append(decisions, decide(t, c, d, s.doc, test.reject, desk.Reject))
			default:
				decisions = append(decisions, decide(t, c, d, s.doc, test.accept, desk.Accept))
			}
		}
		d = desk.New(pitch, decisions)
		apply := func(s story) desk.Result {
			return d.Apply(s.doc, c, c.Classify(s.doc, nil, topic.Options{}), nil)
		}
		gone, found := 0, 0
		for _, s := range unseen {
			r := apply(s)
			if x := tagged(r.Tags, test.reject); test.reject != "" && x == nil {
				gone++
			}
			if x := tagged(r.Tags, test.accept); x != nil {
				found++
				if !s.has(test.accept) && (x.Reason != desk.Learned || x.Before >= x.Confidence) {
					t.Errorf("%s: a tag that was learned does not say so: %+v", test.what, x)
				}
			}
		}
		moved := map[string]int{}
		first := 0
		for _, s := range others {
			r := apply(s)
			for _, x := range s.tags {
				if y := tagged(r.Tags, x.ID); y == nil || y.Applied != x.Applied {
					moved[x.ID]--
				}
			}
			for _, y := range r.Tags {
				if !s.has(y.ID) {
					moved[y.ID]++
				}
			}
			if len(s.tags) > 0 && (len(r.Tags) == 0 || r.Tags[0].Top != s.tags[0].Top) {
				first++
			}
		}
		n := float64(len(unseen))
		t.Logf("%s: %d unseen, gone from %d, found on %d; of %d others %d have another first topic; moved %v", test.what, len(unseen), gone, found, len(others), first, moved)
		if float64(gone) < test.gone*n || float64(found) < test.found*n || n < 10 {
			t.Errorf("%s: gone from %d and found on %d of %d", test.what, gone, found, len(unseen))
		}
		for id, m := range moved {
			if 100*max(m, -m) > len(others) {
				t.Errorf("%s: %s has moved on %d of %d other stories", test.what, id, m, len(others))
			}
		}
		if 100*first > len(others) {
			t.Errorf("%s: %d of %d other stories have another first topic", test.what, first, len(others))
		}
	}
}

func TestDecisionsAreDeterministicAndTakenBackWithoutTrace(t *testing.T) {
	c := topic.New()
	all := readStories(t, c)
	var decisions []desk.Decision
	for _, s := range all {
		if s.top == "15" && len(decisions) < 20 {
			decisions = append(decisions, decide(t, c, nil, s.doc, "medtop:06000000", desk.Accept))
		}
	}
	say := func(x []desk.Decision) string {
		d := desk.New(nil, x)
		var b strings.Builder
		for _, s := range all[:200] {
			for _, x := range d.Apply(s.doc, c, c.Classify(s.doc, nil, topic.Options{}), nil).Tags {
				b.WriteString(x.ID + " ")
			}
		}
		return b.String()
	}
	first := say(decisions)
	if say(decisions) != first {
		t.Error("the same decisions give other tags")
	}
	if say(append(slices.Clone(decisions), decisions...)) != first {
		t.Error("decisions joined with themselves give other tags")
	}
	if say(nil) == first {
		t.Error("twenty decisions change nothing")
	}
	overruled := slices.Clone(decisions[:1])
	overruled = append(overruled, overruled[0])
	overruled[1].Verdict = desk.Reject
	r := desk.New(nil, overruled).Apply(storyOf(all, decisions[0].Story), c, nil, nil)
	if len(r.Rejected) != 1 {
		t.Errorf("the later of two decisions does not count: %+v", r)
	}
}

func storyOf(all []story, key string) *text.Document {
	for _, s := range all {
		if desk.Key(s.doc) == key {
			return s.doc
		}
	}
	return nil
}
