// Command keyphraseeval measures package keyphrase as ../shared/tools/evaluate.py
// measures the command line: F1 at 5 and at 10 against labelled keyphrases, compared by
// stems, averaged over the stories. It runs natively and in a second, so that a change
// to the ranking can be judged at once.
//
//	go run ./build/keyphraseeval ../shared/data/keyphrases/dev/duc2001_dev.jsonl
package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"os"
	"time"

	"slugline/analyzer/article"
	"slugline/analyzer/entity"
	"slugline/analyzer/keyphrase"
	"slugline/analyzer/pos"
)

func main() {
	show := flag.Int("show", 0, "print the phrases of this many stories")
	flag.Parse()
	log.SetFlags(0)
	for _, path := range flag.Args() {
		if err := measure(path, *show); err != nil {
			log.Fatal(err)
		}
	}
}

type story struct {
	ID, Text   string
	Keyphrases []string
}

func measure(path string, show int) error {
	stories, err := read(path)
	if err != nil {
		return err
	}
	recognizer := entity.New()
	var five, ten float64
	var spent time.Duration
	for i, s := range stories {
		start := time.Now()
		doc := &article.Parse("", s.Text).Doc
		tags := pos.TagTokens(nil, doc)
		var names []keyphrase.Name
		found := recognizer.Agree(recognizer.Names(nil, doc), doc)
		_, of := recognizer.Group(found, doc, nil)
		for i, n := range found {
			names = append(names, keyphrase.Name{Span: n.Span, Entity: of[i], Person: n.Type == entity.Person})
		}
		if os.Getenv("NONAMES") != "" {
			names = nil
		}
		phrases := keyphrase.Extract(doc, tags, names, 10)
		spent += time.Since(start)
		gold := map[string]bool{}
		for _, k := range s.Keyphrases {
			if n := stems(k); n != "" {
				gold[n] = true
			}
		}
		var got []string
		for _, p := range phrases {
			if n := stems(p.Text); n != "" && !contains(got, n) {
				got = append(got, n)
			}
		}
		five += f1(got[:min(5, len(got))], gold)
		ten += f1(got, gold)
		if i < show {
			fmt.Printf("%s\n  wanted %q\n", s.ID, s.Keyphrases)
			for _, p := range phrases {
				mark := ' '
				if gold[stems(p.Text)] {
					mark = '+'
				}
				fmt.Printf("  %c %.2f %d %s\n", mark, p.Score, p.Count, p.Text)
			}
		}
	}
	n := float64(len(stories))
	fmt.Printf("%s: F1@5 %.1f  F1@10 %.1f  [%d docs, %.2f ms a doc]\n", path, 100*five/n, 100*ten/n, len(stories),
		float64(spent.Microseconds())/1000/n)
	return nil
}

func read(path string) ([]story, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var stories []story
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		var s story
		if err := json.Unmarshal(lines.Bytes(), &s); err != nil {
			return nil, err
		}
		stories = append(stories, s)
	}
	return stories, lines.Err()
}

func f1(got []string, gold map[string]bool) float64 {
	hits := 0
	for _, g := range got {
		if gold[g] {
			hits++
		}
	}
	if hits == 0 {
		return 0
	}
	return 2 * float64(hits) / float64(len(got)+len(gold))
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}
