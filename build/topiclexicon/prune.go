package main

import (
	"bufio"
	"cmp"
	"encoding/json"
	"math"
	"os"
	"slices"
)

// The lists hold more than a page should carry. What is compiled are the phrases that news
// is likeliest to write: a phrase's likelihood is told from the rank of its words by
// frequency in the text that GloVe was trained on (Zipf's law), those of more words given
// credit for standing together. Every topic keeps its likeliest few, however rare.

// fewest is how many phrases of a topic are kept in any case.
const fewest = 5

// readRanks returns the rank of each word by frequency, from 1.
func readRanks(path string) (map[string]float64, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var file struct{ Vectors map[string][]float64 }
	if err := json.NewDecoder(bufio.NewReaderSize(f, 1<<20)).Decode(&file); err != nil {
		return nil, err
	}
	ranks := make(map[string]float64, len(file.Vectors))
	for word, v := range file.Vectors {
		ranks[word] = v[len(v)-1] + 1
	}
	return ranks, nil
}

// unknownRank stands for words that are not in the list.
const unknownRank = 1e6

// likelihood is the logarithm of how often a phrase is to be expected, up to a constant.
func (p *phrase) likelihood(ranks map[string]float64) float64 {
	sum, words := 0.0, 0
	for _, s := range p.slots {
		if s.special != 0 {
			continue
		}
		share := 0.0
		for _, w := range s.written {
			r, ok := ranks[w]
			if !ok {
				r = unknownRank
			}
			share += 1 / (r + 2.7)
		}
		sum += math.Log(share)
		words++
	}
	return sum / math.Sqrt(float64(max(words, 1)))
}

// prune keeps at most limit phrases, and of each topic at least the fewest.
func prune(phrases []phrase, limit int, ranks map[string]float64) []phrase {
	type scored struct {
		phrase
		at    int
		score float64
	}
	all := make([]scored, len(phrases))
	for i, p := range phrases {
		all[i] = scored{p, i, p.likelihood(ranks)}
	}
	slices.SortStableFunc(all, func(a, b scored) int { return cmp.Compare(b.score, a.score) })
	of := map[int]int{}
	var kept, rest []scored
	for _, s := range all {
		if of[s.term]++; of[s.term] <= fewest {
			kept = append(kept, s)
		} else {
			rest = append(rest, s)
		}
	}
	kept = append(kept, rest[:min(len(rest), max(0, limit-len(kept)))]...)
	slices.SortFunc(kept, func(a, b scored) int { return a.at - b.at })
	out := make([]phrase, len(kept))
	for i, s := range kept {
		out[i] = s.phrase
	}
	return out
}
