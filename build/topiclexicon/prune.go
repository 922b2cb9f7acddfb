package main

import (
	"bufio"
	"cmp"
	"encoding/json"
	"math"
	"os"
	"slices"
)

// The lists hold more than a page should carry. What is compiled are the phrases that tell
// most: those that news is likeliest to write, and of two equally likely the surer one. How
// likely a phrase is, is told from the training texts in which it stands (usage.go) and from
// the rank of its words by frequency in the text that GloVe was trained on (Zipf's law), those
// of more words given credit for standing together. Every topic keeps its best few, however rare.

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

// surer is what a step of weight is worth beside the logarithm of the likelihood.
const surer = 0.8

// prune keeps at most limit phrases, and of each topic at least the fewest.
func prune(phrases []phrase, limit int, terms []term, ranks map[string]float64, texts []labelled) []phrase {
	likelihood := make([]float64, len(phrases))
	for i := range phrases {
		likelihood[i] = phrases[i].likelihood(ranks)
	}
	often := expected(usage(phrases, terms, texts), likelihood)
	order := make([]int, len(phrases))
	score := make([]float64, len(phrases))
	for i, p := range phrases {
		order[i] = i
		score[i] = math.Log(often[i]) + surer*float64(p.weight)
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(score[b], score[a]) })
	of := map[int]int{}
	var kept, rest []int
	for _, i := range order {
		if of[phrases[i].term]++; of[phrases[i].term] <= fewest {
			kept = append(kept, i)
		} else {
			rest = append(rest, i)
		}
	}
	kept = append(kept, rest[:min(len(rest), max(0, limit-len(kept)))]...)
	slices.Sort(kept)
	out := make([]phrase, len(kept))
	for i, at := range kept {
		out[i] = phrases[at]
	}
	return out
}
