package entity

import (
	"strings"

	"slugline/analyzer/model"
	"slugline/analyzer/text"
)

// A hyphen joins two nations where news means both: "India-Pakistan talks", "the
// Israeli-Palestinian conflict". They are two names in one token.

// partTwins puts two names in place of one of a single token whose halves are both listed
// as countries or nations, unless the whole is listed too ("Bosnia-Herzegovina").
func (r *Recognizer) partTwins(names []Name, doc *text.Document) []Name {
	for i := 0; i < len(names); i++ {
		n := names[i]
		if n.Last-n.First != 1 || n.Corrected {
			continue
		}
		a := &r.attrs[n.First]
		left, right, ok := strings.Cut(a.low, "-")
		if !ok || a.listed != 0 {
			continue
		}
		first, second := nation(left), nation(right)
		at := strings.IndexByte(a.head.Of(doc.Source), '-')
		if first == Types || second == Types || at < 0 {
			continue
		}
		before, after := n, n
		before.Type, before.End = first, n.Start+at
		after.Type, after.Start = second, n.Start+at+1
		names = append(names[:i+1], names[i:]...)
		names[i], names[i+1] = before, after
		i++
	}
	return names
}

// nation returns what a folded word is listed as, country or nation, Types for neither.
func nation(low string) Type {
	lists := gazetteer{model.Gazetteer}.lists(mix(0, 0, hashString(low)))
	switch {
	case lists>>CountryList&1 != 0:
		return Place
	case lists>>GroupList&1 != 0:
		return Group
	}
	return Types
}
