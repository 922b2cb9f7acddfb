package analyzer

import (
	"slices"

	"slugline/analyzer/entity"
	"slugline/analyzer/entity/numex"
	"slugline/analyzer/order"
)

// settle resolves overlaps between names and expressions: the longer one stays ("2018
// FIFA World Cup" over the year, "US$5m" over the country), of equals the name. Both
// must be in text order; both are returned so.
func settle(names []entity.Name, expressions []numex.Expression) ([]entity.Name, []numex.Expression) {
	drop := func(n entity.Name, x numex.Expression) (name, expression bool) {
		if n.End <= x.Start || x.End <= n.Start {
			return false, false
		}
		longer := x.Len() > n.Len() && !n.Corrected
		return longer, !longer
	}
	k := 0
	dropped := make([]bool, len(expressions))
	names = slices.DeleteFunc(names, func(n entity.Name) bool {
		for k < len(expressions) && expressions[k].End <= n.Start {
			k++
		}
		gone := false
		for i := k; i < len(expressions) && expressions[i].Start < n.End; i++ {
			name, expression := drop(n, expressions[i])
			gone = gone || name
			dropped[i] = dropped[i] || expression
		}
		return gone
	})
	kept := expressions[:0]
	for i, x := range expressions {
		if !dropped[i] {
			kept = append(kept, x)
		}
	}
	return names, kept
}

// addMentions fills in the mentions in text order.
func (a *Analysis) addMentions(names []entity.Name, of []int, expressions []numex.Expression) {
	a.Mentions = make([]Mention, 0, len(names)+len(expressions))
	for i, n := range names {
		a.Mentions = append(a.Mentions, Mention{Span: n.Span, Type: n.Type.String(), Entity: of[i],
			Confidence: n.Confidence, Suggestion: n.Suggestion, Corrected: n.Corrected})
	}
	for _, x := range expressions {
		a.Mentions = append(a.Mentions, Mention{Span: x.Span, Type: x.Type, Entity: -1, Confidence: 1, Value: x.Value})
	}
	order.By(a.Mentions, func(x, y Mention) int { return x.Start - y.Start })
}
