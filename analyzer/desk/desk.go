// Package desk lets a newsroom teach Slugline its own way of tagging.
//
// An editor accepts, rejects or pins a tag. That holds for the story, word for word; and
// it moves an online linear layer over the model (learn.go), so that the next story of
// that kind is tagged as the desk wants it without being asked again. House tags
// (house.go) are the newsroom's own vocabulary: phrases bring them up, and the same layer
// learns where the desk wants them. apply.go puts both into the topics of an article,
// and each topic that is not as the model had it says why.
//
// What is kept is the decisions, not the weights: the weights are learned anew from them in
// a millisecond, in the order in which they were made. So two desks are merged by
// joining their lists, a decision that is taken back is gone without a trace, and the same
// list gives the same tags everywhere. A decision holds what the story was like
// (topic.Trait), never its words. The host keeps the list, as JSON; nothing is stored here.
package desk

import (
	"strings"

	"slugline/analyzer/text"
	"slugline/analyzer/topic"
)

// Verdict is what an editor said of a tag on a story.
type Verdict string

// The verdicts. Pin is Accept, and the tag stands first.
const (
	Accept Verdict = "accept"
	Reject Verdict = "reject"
	Pin    Verdict = "pin"
)

// Ruling is a verdict on one tag of the story at hand.
type Ruling struct {
	Tag     string // "medtop:20000639", or the identifier of a house tag
	Verdict Verdict
}

// Decision is a verdict, with what is learned from it.
type Decision struct {
	Story  string // Key of the story
	Ruling        // on that story
	Base   float64
	Traits []topic.Trait
}

// Bounds of what a desk may hold: New passes over what is beyond them.
const (
	MostDecisions = 1000 // the latest count
	MostTags      = 2000
	MostPhrases   = 64 // of a tag
	longestPhrase = 8  // words
)

// Desk is what a newsroom has taught, ready for use. A nil *Desk has been taught nothing.
// It is not safe for concurrent use.
type Desk struct {
	rulings map[string][]Ruling // by story
	layers  map[string]*layer   // by tag
	order   []string            // tags with a layer, in the order of their first decision
	house   house
}

// New learns from decisions, oldest first, and reads the house tags. Of two decisions on
// one tag of one story the later counts.
func New(tags []Tag, decisions []Decision) *Desk {
	d := &Desk{rulings: map[string][]Ruling{}, layers: map[string]*layer{}, house: readTags(tags)}
	decisions = latest(decisions)
	for _, x := range decisions {
		if x.Story != "" {
			d.rulings[x.Story] = append(d.rulings[x.Story], x.Ruling)
		}
	}
	d.learn(decisions)
	return d
}

// latest returns the decisions that count, in order, each tag under its present identifier.
func latest(all []Decision) []Decision {
	last := map[string]int{}
	var known []Decision
	for _, x := range all {
		x.Tag = present(x.Tag)
		switch x.Verdict {
		case Accept, Reject, Pin:
			if x.Tag != "" {
				known = append(known, x)
			}
		}
	}
	for i, x := range known {
		last[x.Story+"\n"+x.Tag] = i
	}
	var kept []Decision
	for i, x := range known {
		if x.Story == "" || last[x.Story+"\n"+x.Tag] == i {
			kept = append(kept, x)
		}
	}
	return kept[max(0, len(kept)-MostDecisions):]
}

// present returns the identifier that a tag has now: that of the topic in place of a
// retired one, or that of a house tag as it is; "" where it cannot be either.
func present(id string) string {
	if !strings.HasPrefix(id, topic.Prefix) {
		return id
	}
	t, _ := topic.Lookup(id)
	return t.ID
}

// Key names a story by its words: 64 bits, FNV-1a over its letters and digits, so that
// other spacing or marks make no other story of it.
func Key(doc *text.Document) string {
	h := uint64(14695981039346656037)
	for i := 0; i < len(doc.Source); i++ {
		c := doc.Source[i]
		if c-'A' < 26 {
			c |= 0x20
		}
		if c-'a' < 26 || c-'0' < 10 || c >= 0x80 {
			h = (h ^ uint64(c)) * 1099511628211
		}
	}
	const hex = "0123456789abcdef"
	var key [16]byte
	for i := range key {
		key[i] = hex[h>>(60-4*i)&15]
	}
	return string(key[:])
}
