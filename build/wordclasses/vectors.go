package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"sort"
)

type word struct {
	text   string
	vector []float32
	rank   int
}

// readVectors returns the n commonest words with unit vectors, commonest first. The
// file's "vectors" object maps a word to 100 numbers, their norm and the word's rank.
func readVectors(path string, n int) ([]word, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	d := json.NewDecoder(bufio.NewReaderSize(f, 1<<20))
	var words []word
	if _, err := d.Token(); err != nil {
		return nil, err
	}
	for d.More() {
		key, err := d.Token()
		if err != nil {
			return nil, err
		}
		if key != "vectors" {
			var skip json.RawMessage
			if err := d.Decode(&skip); err != nil {
				return nil, err
			}
			continue
		}
		if _, err := d.Token(); err != nil {
			return nil, err
		}
		for d.More() {
			text, err := d.Token()
			if err != nil {
				return nil, err
			}
			var v []float32
			if err := d.Decode(&v); err != nil {
				return nil, err
			}
			if len(v) != 102 {
				return nil, fmt.Errorf("%s: %v has %d numbers, want 102", path, text, len(v))
			}
			if rank := int(v[101]); rank < n && normalise(v[:100]) {
				words = append(words, word{text.(string), v[:100:100], rank})
			}
		}
		break
	}
	sort.Slice(words, func(i, j int) bool { return words[i].rank < words[j].rank })
	return words, nil
}

func writeList(path string, words []word, fine, coarse []int) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	b := bufio.NewWriter(f)
	for i, w := range words {
		fmt.Fprintf(b, "%s\t%d\t%d\n", w.text, fine[i]+1, coarse[fine[i]]+1)
	}
	if err := b.Flush(); err != nil {
		return err
	}
	return f.Close()
}
