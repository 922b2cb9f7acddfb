package desk

import (
	"cmp"
	"slices"
	"strings"

	"slugline/analyzer/order"
	"slugline/analyzer/text"
	"slugline/analyzer/topic"
)

// Reason says why a tag stands as it does, where the model alone would have it otherwise.
type Reason string

// The reasons.
const (
	Accepted Reason = "accepted" // an editor said so of this story
	Rejected Reason = "rejected"
	Pinned   Reason = "pinned"
	Learned  Reason = "learned" // decisions on stories like this one say so
	House    Reason = "house"   // its trigger phrases say so
)

// Tagged is a topic or house tag of the article.
type Tagged struct {
	topic.Topic
	Reason Reason  // empty where the model alone says so
	Before float64 // of Learned: the confidence without what was learned
	Like   int     // of Learned: the decisions that were made so on stories like this one
}

// Result is the tags of an article.
type Result struct {
	Tags     []*Tagged
	Rejected []*Tagged // what an editor took off this story, for those who must know
}

// Model is the classifier that has just classified the article.
type Model interface {
	Standing(id string) (topic.Standing, bool)
	Top(id string) float64
	Above(ancestor, id string) bool
	Traits() []topic.Trait
}

// Observe returns what a decision on a tag is to hold: the story's key, how the tag stands
// without what was learned, and the story's traits. ok is false for an unknown tag.
func (d *Desk) Observe(doc *text.Document, m Model, tag string) (x Decision, ok bool) {
	x = Decision{Story: Key(doc), Ruling: Ruling{Tag: present(tag)}}
	s, ok := m.Standing(x.Tag)
	if !ok && d != nil {
		var i int
		if i, ok = d.house.byID[x.Tag]; ok {
			d.house.find(doc)
			s = d.house.standing(i)
		}
	}
	if ok {
		x.Base, x.Traits = s.Confidence, m.Traits()
	}
	return x, ok
}

// Apply puts the desk's word into the topics that the model found in doc. rulings are those
// given with the story; they outweigh those that the desk has of a story of the same words.
func (d *Desk) Apply(doc *text.Document, m Model, found []topic.Topic, rulings []Ruling) Result {
	if d == nil && len(rulings) > 0 {
		d = New(nil, nil)
	}
	if d == nil {
		var r Result
		for i := range found {
			r.Tags = append(r.Tags, &Tagged{Topic: found[i]})
		}
		return r
	}
	a := application{desk: d, model: m, traits: m.Traits()}
	if len(d.rulings) > 0 {
		a.rulings = slices.Clone(d.rulings[Key(doc)])
	}
	a.rulings = append(a.rulings, rulings...)
	d.house.find(doc)
	a.consider(found)
	a.rule()
	a.arrange()
	return a.result
}

// application is one call of Apply.
type application struct {
	desk    *Desk
	model   Model
	traits  []topic.Trait
	rulings []Ruling
	result  Result
}

// consider fills the tags: those of the model, as the layers change them; those that
// the layers bring up; and house tags.
func (a *application) consider(found []topic.Topic) {
	given := map[string]bool{}
	lost := map[string]bool{} // tops under which a tag was taken away
	for i := range found {
		t := &found[i]
		given[t.ID] = true
		x, stays := a.learned(a.tag(t.ID))
		if x.Reason == "" {
			x.Topic = *t
		}
		if !a.add(x, stays) {
			lost[t.Top] = true
		}
	}
	for _, id := range a.desk.order {
		if !given[id] && strings.HasPrefix(id, topic.Prefix) {
			given[id] = true
			x, stays := a.learned(a.tag(id))
			a.add(x, stays && x.Confidence > x.Before)
		}
	}
	for i := range a.desk.house.tags {
		x, stays := a.learned(a.tag(a.desk.house.tags[i].ID))
		if x.Reason == "" {
			x.Reason = House
		}
		a.add(x, stays)
	}
	// Where the last tag of a sure top is taken away the top itself is left.
	for i := range found {
		top := found[i].Top
		if lost[top] && !given[top] && !slices.ContainsFunc(a.result.Tags, func(x *Tagged) bool { return x.Top == top }) {
			given[top] = true
			x, stays := a.learned(a.tag(top))
			a.add(x, stays && x.Applied)
		}
	}
}

// add enters a tag that stays, and reports whether it did.
func (a *application) add(x *Tagged, stays bool) bool {
	if stays {
		a.result.Tags = append(a.result.Tags, x)
	}
	return stays
}

// tag returns any tag as it stands; nil for an unknown one.
func (a *application) tag(id string) *topic.Standing {
	s, ok := a.model.Standing(id)
	if !ok {
		var i int
		if i, ok = a.desk.house.byID[id]; !ok {
			return nil
		}
		s = a.desk.house.standing(i)
	}
	return &s
}

// learned returns a tag as the layers see it; stays is false where it is not sure enough to
// be shown.
func (a *application) learned(s *topic.Standing) (x *Tagged, stays bool) {
	if s == nil {
		return &Tagged{}, false
	}
	x = &Tagged{Topic: s.Topic, Before: s.Confidence}
	own, of := a.change(s.ID), a.desk.layers[s.ID]
	above := 0.0
	if s.Top != s.ID {
		if above = a.change(s.Top); of == nil {
			of = a.desk.layers[s.Top]
		}
	}
	if own == 0 && above == 0 {
		return x, s.Confidence >= s.Suggest
	}
	x.Reason = Learned
	x.Confidence = odds(logit(s.Confidence) + own)
	if above != 0 && own <= 0 { // a topic is no surer than its top, unless the desk said so of itself
		x.Confidence = min(x.Confidence, odds(logit(a.model.Top(s.Top))+above))
	}
	up := own > 0 || own == 0 && above > 0
	x.Applied = (s.Applied || up) && x.Confidence >= s.Apply
	x.Like = of.alike(a.traits, up)
	return x, x.Confidence >= s.Suggest
}

// change is what the layer of a tag makes of the article, in log odds.
func (a *application) change(id string) float64 {
	if l := a.desk.layers[id]; l != nil {
		return bend(l.of(a.traits))
	}
	return 0
}

// rule carries out what editors said of this very story, in order.
func (a *application) rule() {
	for _, r := range a.rulings {
		id := present(r.Tag)
		is := func(x *Tagged) bool { return x.ID == id }
		at, out := slices.IndexFunc(a.result.Tags, is), slices.IndexFunc(a.result.Rejected, is)
		var x *Tagged
		switch {
		case at >= 0:
			x = a.result.Tags[at]
		case out >= 0:
			x = a.result.Rejected[out]
			a.result.Rejected = slices.Delete(a.result.Rejected, out, out+1)
		default:
			s := a.tag(id)
			if s == nil {
				continue
			}
			x = &Tagged{Topic: s.Topic, Before: s.Confidence}
		}
		x.Applied, x.Reason = r.Verdict != Reject, Accepted
		switch {
		case r.Verdict == Reject:
			x.Reason = Rejected
			a.result.Rejected = append(a.result.Rejected, x)
			if at >= 0 {
				a.result.Tags = slices.Delete(a.result.Tags, at, at+1)
			}
			continue
		case r.Verdict == Pin:
			x.Reason = Pinned
		}
		if at < 0 {
			a.result.Tags = append(a.result.Tags, x)
		}
	}
}

// arrange drops what a tag below it implies and puts the tags into order: the pinned first;
// then top by top, the surest first, as the model does; house tags last.
func (a *application) arrange() {
	tags := a.result.Tags
	a.result.Tags = nil
	for _, x := range tags {
		if !slices.ContainsFunc(tags, func(y *Tagged) bool { return a.implies(y, x) }) {
			a.result.Tags = append(a.result.Tags, x)
		}
	}
	tags = a.result.Tags
	sure := map[string]float64{}
	for _, x := range tags {
		c := a.model.Top(x.Top)
		if change := a.change(x.Top); change != 0 {
			c = odds(logit(c) + change)
		}
		if x.Reason != "" {
			c = max(c, x.Confidence)
		}
		sure[x.Top] = max(sure[x.Top], c)
	}
	order.StableBy(tags, func(x, y *Tagged) int {
		switch place := rank(x); {
		case place != rank(y):
			return place - rank(y)
		case place == 0 || x.Top == y.Top && x.Applied == y.Applied:
			return 0
		case x.Top != y.Top:
			return cmp.Or(cmp.Compare(sure[y.Top], sure[x.Top]), strings.Compare(x.Top, y.Top))
		case x.Applied:
			return -1
		}
		return 1
	})
}

// implies reports whether x need not be shown beside y, a tag below it that the desk has
// brought up and that is as good as applied.
func (a *application) implies(y, x *Tagged) bool {
	return x.Reason != Accepted && x.Reason != Pinned && y.Reason != "" && (y.Applied || !x.Applied) &&
		(a.model.Above(x.ID, y.ID) || a.desk.house.above(x.ID, y.ID))
}

// rank is the place of a kind of tag in the list.
func rank(x *Tagged) int {
	switch {
	case x.Reason == Pinned:
		return 0
	case !strings.HasPrefix(x.ID, topic.Prefix):
		return 2
	}
	return 1
}
