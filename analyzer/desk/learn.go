package desk

import (
	"math"
	"strings"

	"slugline/analyzer/topic"
)

// The layer: for each tag that was decided on, a weight for each trait. What it makes of
// an article is added to the log odds that the model gives the tag.
//
// Weights are learned by the passive-aggressive rule (Crammer et al. 2006, PA-I): a
// decision that the tags already follow changes nothing, any other moves the weights
// just far enough, though never by more than step.
//
// A desk that speaks of one kind of story must not be heard in all of them. So every pass
// over the decisions is followed by one over ordinary stories of all tops (rehearsal;
// Robins 1995, "Catastrophic forgetting, rehearsal and pseudorehearsal"): where a layer
// would give them a tag that they have not, or take away one that they have, it is pulled
// back, except by stories of the kind that was decided on. And a slight likeness moves
// nothing: what is within ±deaf of zero counts as zero. Without the rehearsal 20 decisions
// on technology stories took 15 points of all stories out of the economy; with it, one.
//
// A decision on a topic below a top is a word on the top as well: its layer moves by upward
// times as much. So "no, not company earnings" and "no, not the stock market" on stories
// of one kind add up to "no economy here".
//
// The figures are round numbers on a flat optimum of build/deskeval and of learn_test.go.

const (
	passes   = 8
	step     = 0.4 // the most that one decision moves a story just like it in a pass, in log odds
	grip     = 0.8 // the most that an ordinary story takes back
	deaf     = 1.5
	still    = 0.8  // how far the layer of a tag below a top may push an ordinary story down
	stillest = 0.3  // the same where the story has the top
	firm     = 2.4  // the log odds at which a tag counts as surely there; below 0, as surely not
	firmTop  = 1.8  // the same of a top
	close    = 0.23 // the likeness of two stories of one kind: of unlike ones most have less
	closeTop = 0.36
	upward   = 0.3 // how much a decision moves the top above
)

// layer is the weights of a tag.
type layer struct {
	weights   [topic.TraitCount]float32
	decisions []seen
	rehearsed []int32 // ordinary stories that are not like those decided on
}

// seen is a decision that a layer has learned from.
type seen struct {
	traits   []topic.Trait
	positive bool
}

// learn fits the layers to the decisions.
func (d *Desk) learn(decisions []Decision) {
	for _, x := range decisions {
		if len(x.Traits) == 0 || len(x.Traits) > topic.MostTraits {
			continue
		}
		l := d.layer(x.Tag)
		l.decisions = append(l.decisions, seen{x.Traits, x.Verdict != Reject})
		if top := topOf(x.Tag); top != "" && top != x.Tag {
			above := d.layer(top)
			above.decisions = append(above.decisions, seen{x.Traits, x.Verdict != Reject})
		}
	}
	if len(d.order) == 0 {
		return
	}
	ordinary := topic.Rehearsal()
	for _, tag := range d.order {
		l := d.layers[tag]
		l.rehearsed = l.rehearsed[:0]
		for i, o := range ordinary {
			limit := close
			if topOf(tag) == tag {
				limit = closeTop
			}
			if l.nearest(o.Traits) < limit {
				l.rehearsed = append(l.rehearsed, int32(i))
			}
		}
	}
	for range passes {
		for _, x := range decisions {
			if l := d.layers[x.Tag]; l != nil {
				d.update(l, x)
			}
		}
		for _, tag := range d.order {
			l := d.layers[tag]
			for _, i := range l.rehearsed {
				l.rehearse(ordinary[i], topNumber(tag), topOf(tag) == tag)
			}
		}
	}
}

// rehearse takes back what a layer would change in an ordinary story: that of a top, less
// where the story has the top and more where it has not; that of a tag below a top, or of
// the house, more than nothing and less than a little.
func (l *layer) rehearse(o topic.Ordinary, top int, isTop bool) {
	sum := l.of(o.Traits)
	low, high := -still, 0.0
	switch has := top >= 0 && o.Tops[top]; {
	case has && isTop:
		low, high = 0, math.Inf(1)
	case has:
		low = -stillest
	case isTop:
		low = math.Inf(-1)
	}
	move := 0.0
	switch {
	case sum > high:
		move = max(-grip, high-sum)
	case sum < low:
		move = min(grip, low-sum)
	default:
		return
	}
	l.add(o.Traits, move/square(o.Traits))
}

// topNumber returns the number of the top of a Media Topic from 0, -1 for a house tag.
func topNumber(tag string) int {
	top := strings.TrimPrefix(topOf(tag), topic.Prefix)
	if len(top) < 2 {
		return -1
	}
	return int(top[0]-'0')*10 + int(top[1]-'0') - 1
}

func square(traits []topic.Trait) float64 {
	sum := 0.0
	for _, t := range traits {
		sum += value(t) * value(t)
	}
	return sum
}

// layer returns the layer of a tag, a new one where it has none.
func (d *Desk) layer(tag string) *layer {
	l := d.layers[tag]
	if l == nil {
		l = &layer{}
		d.layers[tag] = l
		d.order = append(d.order, tag)
	}
	return l
}

// update is one step of the passive-aggressive rule.
func (d *Desk) update(l *layer, x Decision) {
	side := 1.0
	if x.Verdict == Reject {
		side = -1
	}
	aim := firm
	if topOf(x.Tag) == x.Tag {
		aim = firmTop
	}
	loss := aim - side*(logit(x.Base)+bend(l.of(x.Traits)))
	if loss <= 0 {
		return
	}
	move := side * min(step, loss) / square(x.Traits)
	l.add(x.Traits, move)
	if top := topOf(x.Tag); top != "" && top != x.Tag {
		d.layers[top].add(x.Traits, move*upward)
	}
}

func (l *layer) add(traits []topic.Trait, move float64) {
	for _, t := range traits {
		if int(t.Index) < len(l.weights) {
			l.weights[t.Index] += float32(move * value(t))
		}
	}
}

// of returns what the layer makes of an article, in log odds.
func (l *layer) of(traits []topic.Trait) float64 {
	sum := 0.0
	for _, t := range traits {
		if int(t.Index) < len(l.weights) {
			sum += float64(l.weights[t.Index]) * value(t)
		}
	}
	return sum
}

// nearest is the likeness of the story most like this one among those decided on.
func (l *layer) nearest(traits []topic.Trait) float64 {
	best := 0.0
	for _, s := range l.decisions {
		best = max(best, likeness(s.traits, traits))
	}
	return best
}

// alike is how many of the decisions that point this way were made on stories like this one.
func (l *layer) alike(traits []topic.Trait, positive bool) int {
	n := 0
	for _, s := range l.decisions {
		if s.positive == positive && likeness(s.traits, traits) >= close {
			n++
		}
	}
	return n
}

// likeness is the product of two stories' traits, both in order of their indexes: 1 for
// the same ones, 0 for none in common.
func likeness(a, b []topic.Trait) float64 {
	sum := 0.0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i].Index < b[j].Index:
			i++
		case a[i].Index > b[j].Index:
			j++
		default:
			sum += value(a[i]) * value(b[j])
			i++
			j++
		}
	}
	return sum
}

func value(t topic.Trait) float64 { return float64(t.Value) / 255 }

// bend takes the deaf zone out of a sum.
func bend(x float64) float64 {
	switch {
	case x > deaf:
		return x - deaf
	case x < -deaf:
		return x + deaf
	}
	return 0
}

// topOf returns the identifier of the top of a Media Topic, "" for a house tag.
func topOf(id string) string {
	if !strings.HasPrefix(id, topic.Prefix) {
		return ""
	}
	t, _ := topic.Lookup(id)
	return t.Top
}

func logit(p float64) float64 {
	p = min(max(p, 1e-3), 1-1e-3)
	return math.Log(p / (1 - p))
}

func odds(x float64) float64 { return 1 / (1 + math.Exp(-x)) }
