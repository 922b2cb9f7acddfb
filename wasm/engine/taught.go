package main

import (
	"errors"
	"math"

	"slugline/analyzer"
	"slugline/analyzer/desk"
	"slugline/analyzer/export"
	"slugline/analyzer/topic"
	"slugline/wasm/reactor"
)

var errUnknownTag = errors.New("There is no such tag, or the text is not English: nothing can be learned from it.")

// teach hands what a newsroom's desk has decided to the analyzer.
func (e *engine) teach(in *reactor.Frame, out []byte) ([]byte, error) {
	var tags []desk.Tag
	for range in.Count(16) {
		t := desk.Tag{ID: in.String(), Name: in.String(), Parent: in.String()}
		for range in.Count(4) {
			t.Phrases = append(t.Phrases, in.String())
		}
		tags = append(tags, t)
	}
	var decisions []desk.Decision
	for range in.Count(20) {
		x := desk.Decision{Story: in.String()}
		ruling, ok := analyzer.Rule(in.String(), in.String())
		x.Ruling, x.Base = ruling, float64(in.Uint())/1000
		for range in.Count(4) {
			n := in.Uint()
			x.Traits = append(x.Traits, topic.Trait{Index: uint16(n >> 8), Value: uint8(n)})
		}
		if ok {
			decisions = append(decisions, x)
		}
	}
	if err := in.Err(); err != nil {
		return nil, err
	}
	e.analyzer.Teach(nil)
	if len(tags)+len(decisions) > 0 {
		e.analyzer.Teach(desk.New(tags, decisions))
	}
	return export.Counts(out, "tags", len(tags), "decisions", len(decisions)), nil
}

// observe answers what a decision on a tag is to hold.
func (e *engine) observe(in *reactor.Frame, out []byte) ([]byte, error) {
	tag := in.String()
	article, err := readArticle(in)
	if err != nil {
		return nil, err
	}
	x, ok := e.analyzer.Observe(article, tag)
	if !ok {
		return nil, errUnknownTag
	}
	traits := make([]int, len(x.Traits))
	for i, t := range x.Traits {
		traits[i] = int(t.Index)<<8 | int(t.Value)
	}
	return export.Observation(out, x.Story, int(math.Round(x.Base*1000)), traits), nil
}
