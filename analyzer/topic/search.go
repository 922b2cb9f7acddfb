package topic

import (
	"strings"

	"slugline/analyzer/order"
)

// Search returns up to limit topics whose name has the query in it, letter case apart:
// first the topic so named, then names that begin with it, then names in which a word
// does, then the rest; among equals the shorter name first. An identifier finds its topic.
func Search(query string, limit int) []Term {
	query = strings.ToLower(strings.TrimSpace(query))
	if query == "" || limit <= 0 {
		return nil
	}
	t := readTaxonomy()
	if i := indexOf(t, query); i >= 0 {
		return []Term{t.term(i)}
	}
	var hits []hit
	for i := range t.n {
		if r := rank(strings.ToLower(t.name(i)), query); r >= 0 {
			hits = append(hits, hit{i, r, len(t.name(i))})
		}
	}
	order.StableBy(hits, func(a, b hit) int {
		if a.rank != b.rank {
			return a.rank - b.rank
		}
		return a.length - b.length
	})
	found := make([]Term, 0, min(limit, len(hits)))
	for _, h := range hits[:min(limit, len(hits))] {
		found = append(found, t.term(h.term))
	}
	return found
}

type hit struct{ term, rank, length int }

// rank is how well a name answers a query, 0 best; -1 where it does not.
func rank(name, query string) int {
	at := strings.Index(name, query)
	switch {
	case name == query:
		return 0
	case at < 0:
		return -1
	case at == 0:
		return 1
	}
	for ; at > 0; at = next(name, query, at) {
		if c := name[at-1]; c == ' ' || c == '-' || c == '(' {
			return 2
		}
	}
	return 3
}

// next is where the query stands again behind at; -1 if nowhere.
func next(name, query string, at int) int {
	if i := strings.Index(name[at+1:], query); i >= 0 {
		return at + 1 + i
	}
	return -1
}
