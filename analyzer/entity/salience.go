package entity

import (
	"math"

	"slugline/analyzer/order"
	"slugline/analyzer/text"
)

// rank sets each entity's salience and orders entities by it; of is renumbered.
//
// Salience is a weighted sum of where and how often an entity is named: in the title or
// deck, how early, how often (logarithm of the count against that of the most often
// named), and in how many quarters of the text.
func rank(entities []Entity, names []Name, of []int, doc *text.Document) {
	if len(entities) == 0 {
		return
	}
	most, tokens := 1, max(1, len(doc.Tokens))
	for _, e := range entities {
		most = max(most, len(e.Mentions))
	}
	heads := headTokens(doc)
	for i := range entities {
		e := &entities[i]
		first := names[e.Mentions[0]].First
		quarters := 0
		inHead := 0.0
		for _, m := range e.Mentions {
			quarters |= 1 << (4 * names[m].First / tokens)
			if names[m].First < heads {
				inHead = 1
			}
		}
		spread := 0
		for ; quarters != 0; quarters &= quarters - 1 {
			spread++
		}
		count := math.Log1p(float64(len(e.Mentions))) / math.Log1p(float64(most))
		early := 1 - float64(first)/float64(tokens)
		e.Salience = 0.25*inHead + 0.2*early*early + 0.4*count + 0.15*float64(spread)/4
	}
	ranks := make([]int, len(entities))
	for i := range ranks {
		ranks[i] = i
	}
	order.StableBy(ranks, func(a, b int) int {
		switch d := entities[b].Salience - entities[a].Salience; {
		case d > 0:
			return 1
		case d < 0:
			return -1
		}
		return 0
	})
	sorted, number := make([]Entity, len(entities)), make([]int, len(entities))
	for to, from := range ranks {
		sorted[to], number[from] = entities[from], to
	}
	copy(entities, sorted)
	for i := range of {
		of[i] = number[of[i]]
	}
}

// headTokens is how many tokens the title and deck at the article's head have.
func headTokens(doc *text.Document) int {
	n := 0
	for _, b := range doc.Blocks {
		if b.Kind != text.Title && b.Kind != text.Deck {
			break
		}
		n = b.Last
	}
	return n
}
