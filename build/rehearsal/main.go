// Command rehearsal writes analyzer/model/rehearsal.bin: what ordinary stories of each
// top-level topic are like, as package desk needs them.
//
//	go run ./build/rehearsal
//
// It reads the labelled newswire and build/stories, and takes of each top as many stories as
// each gets, in the order of a hash of their text: any of them will do, and the same inputs
// give the same bytes. Run it again when the classes of words have changed.
package main

import (
	"bufio"
	"cmp"
	"encoding/json"
	"flag"
	"fmt"
	"hash/fnv"
	"log"
	"os"
	"slices"
	"strconv"
	"strings"

	"slugline/analyzer/article"
	"slugline/analyzer/topic"
	"slugline/build/stories"
)

// labelled is a story with its tops.
type labelled struct {
	title, body string
	tops        []int // from 0
	hash        uint64
}

func main() {
	newswire := flag.String("newswire", "../shared/data/topics/train/newswire_topics.jsonl", "the labelled newswire")
	folder := flag.String("stories", "build/stories", "the folder of stories")
	out := flag.String("out", "analyzer/model/rehearsal.bin", "where the table goes")
	each := flag.Int("each", 24, "stories of each top")
	least := flag.Int("least", 60, "words of a story at least")
	flag.Parse()
	log.SetFlags(0)
	all, err := readNewswire(*newswire)
	if err != nil {
		log.Fatal(err)
	}
	written, err := readStories(*folder)
	if err != nil {
		log.Fatal(err)
	}
	all = append(all, written...)
	all = slices.DeleteFunc(all, func(s labelled) bool { return len(strings.Fields(s.body)) < *least })
	slices.SortFunc(all, func(a, b labelled) int { return cmp.Compare(a.hash, b.hash) })

	var have [topic.Tops]int
	var table []topic.Ordinary
	c := topic.New()
	for _, s := range all {
		if have[s.tops[0]] >= *each {
			continue
		}
		have[s.tops[0]]++
		doc := article.Parse(s.title, s.body).Doc
		c.Classify(&doc, nil, topic.Options{})
		o := topic.Ordinary{Traits: c.Traits()}
		for _, t := range s.tops {
			o.Tops[t] = true
		}
		table = append(table, o)
	}
	packed := topic.PackRehearsal(table)
	if err := os.WriteFile(*out, packed, 0o644); err != nil {
		log.Fatal(err)
	}
	fmt.Printf("%d stories, %v a top, %d bytes\n", len(table), have, len(packed))
}

func readNewswire(path string) ([]labelled, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var all []labelled
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<22)
	for lines.Scan() {
		var row struct {
			Title, Text string
			IPTC        []string
		}
		if err := json.Unmarshal(lines.Bytes(), &row); err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		var tops []string
		for _, id := range row.IPTC {
			if t, ok := topic.Lookup(id); ok {
				tops = append(tops, strings.TrimPrefix(t.Top, topic.Prefix)[:2])
			}
		}
		all = label(all, row.Title, row.Text, tops)
	}
	return all, lines.Err()
}

func readStories(folder string) ([]labelled, error) {
	written, err := stories.Read(folder)
	var all []labelled
	for _, s := range written {
		all = label(all, s.Title, strings.TrimPrefix(s.Text, s.Title), s.Tops)
	}
	return all, err
}

// label appends a story; one without a top is left out.
func label(all []labelled, title, body string, codes []string) []labelled {
	s := labelled{title: title, body: strings.TrimSpace(body)}
	for _, code := range codes {
		if n, err := strconv.Atoi(code); err == nil && n > 0 && n <= topic.Tops {
			s.tops = append(s.tops, n-1)
		}
	}
	if len(s.tops) == 0 {
		return all
	}
	h := fnv.New64a()
	h.Write([]byte(s.title + s.body))
	s.hash = h.Sum64()
	return append(all, s)
}
