package main

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// oneOfEach keeps one report of each recurring format: the harder case, for an archive
// that has met the format once cannot know that it recurs.
func oneOfEach(corpus []row) []row {
	seen := map[string]bool{}
	var out []row
	for _, r := range corpus {
		format, _, _ := strings.Cut(r.ID, "-")
		if strings.HasPrefix(r.ID, "t") {
			if seen[format] {
				continue
			}
			seen[format] = true
		}
		out = append(out, r)
	}
	return out
}

// withCopies adds n edited versions of every article that a query was made from.
func withCopies(corpus []row, truth map[string]map[string]pair, n int) []row {
	source := map[string]bool{}
	for _, pairs := range truth {
		for id, p := range pairs {
			source[id] = source[id] || duplicate[p.label]
		}
	}
	rng := rand.New(rand.NewPCG(1, 2))
	out := corpus
	for _, r := range corpus {
		if !source[r.ID] {
			continue
		}
		for k := range n {
			out = append(out, row{ID: fmt.Sprintf("copy%d-%s", k, r.ID), Title: r.Title, Text: edit(rng, r.Text), Date: r.Date})
		}
	}
	return out
}

// edit changes an article as a desk would: a paragraph cut, two moved, words replaced.
func edit(rng *rand.Rand, s string) string {
	paragraphs := strings.Split(s, "\n\n")
	if n := len(paragraphs); n > 3 {
		if rng.IntN(2) == 0 {
			i := 1 + rng.IntN(n-1)
			paragraphs = append(paragraphs[:i:i], paragraphs[i+1:]...)
		}
		i, j := rng.IntN(len(paragraphs)), rng.IntN(len(paragraphs))
		if rng.IntN(3) == 0 {
			paragraphs[i], paragraphs[j] = paragraphs[j], paragraphs[i]
		}
	}
	words := strings.Split(strings.Join(paragraphs, "\n\n"), " ")
	for range 1 + len(words)/25 {
		i := rng.IntN(len(words))
		switch rng.IntN(3) {
		case 0:
			words[i] = "reportedly " + words[i]
		case 1:
			words[i] = strings.ToUpper(words[i])
		case 2:
			words[i] = words[rng.IntN(len(words))]
		}
	}
	return strings.Join(words, " ")
}
