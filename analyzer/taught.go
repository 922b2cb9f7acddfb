package analyzer

import (
	"slugline/analyzer/desk"
	"slugline/analyzer/topic"
)

// What a newsroom's desk teaches: package desk keeps and learns it, this hands it around.

// Teach makes later analyses follow a desk; nil makes them follow none.
func (z *Analyzer) Teach(d *desk.Desk) { z.desk = d }

// Observe analyses an article and returns what a decision on a tag of it is to hold, the
// verdict apart. ok is false where the tag is unknown or the text is not English.
func (z *Analyzer) Observe(in Input, tag string) (x desk.Decision, ok bool) {
	if z.Analyze(in).Language != "en" {
		return x, false
	}
	return z.desk.Observe(z.doc, z.topics, tag)
}

// Rule notes a verdict as the engine is told of it; ok is false for one it does not know.
func Rule(tag, verdict string) (r desk.Ruling, ok bool) {
	r = desk.Ruling{Tag: tag, Verdict: desk.Verdict(verdict)}
	return r, tag != "" && (r.Verdict == desk.Accept || r.Verdict == desk.Reject || r.Verdict == desk.Pin)
}

var _ desk.Model = (*topic.Classifier)(nil)
