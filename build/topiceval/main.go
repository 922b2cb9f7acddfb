// Command topiceval measures the topics on the dev sets, as ../shared/tools/evaluate.py
// topics does but without the command line between, and tells how well the confidences
// are calibrated and how the topics below the tops do:
//
//	go run ./build/topiceval [-errors 20] [FILE.jsonl | FOLDER ...]
//
// A folder is one of stories (build/stories/README.md). The dev sets and the golden
// stories only measure.
package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"strings"
	"time"

	"slugline/analyzer/article"
	"slugline/analyzer/topic"
	"slugline/build/stories"
)

// story is a labelled story of a dev set.
type story struct {
	ID, Title, Text string
	IPTC, Specific  []string
}

func main() {
	data := flag.String("data", "../shared/data/topics/dev", "the folder of dev sets, when no file is named")
	errors := flag.Int("errors", 0, "print this many stories whose first topic is wrong")
	tags := flag.Bool("tags", false, "print the tags of every story")
	model := flag.String("model", "", "weights to measure instead of those in analyzer/model")
	golden := flag.String("golden", "analyzer/topic/testdata/golden", "the folder of golden stories, when no file is named")
	flag.Parse()
	log.SetFlags(0)
	files := flag.Args()
	if len(files) == 0 {
		for _, name := range []string{"wikinews_topics.jsonl", "worldwide_topics.jsonl", "bbc.jsonl"} {
			files = append(files, filepath.Join(*data, name))
		}
		files = append(files, *golden)
	}
	for _, f := range files {
		set, err := read(f)
		if err != nil {
			log.Fatal(err)
		}
		m := measure{shown: *errors}
		var classifier *topic.Classifier
		if *model == "" {
			classifier = topic.New()
		} else {
			raw, err := os.ReadFile(*model)
			if err != nil {
				log.Fatal(err)
			}
			classifier = topic.NewFrom(string(raw))
		}
		var spent time.Duration
		bytes := 0
		for _, s := range set {
			a := article.Parse(s.Title, s.Text)
			start := time.Now()
			topics := classifier.Classify(&a.Doc, nil, topic.Options{})
			spent += time.Since(start)
			bytes += len(a.Doc.Source)
			m.add(s, topics)
			if *tags {
				print(s, topics)
			}
		}
		fmt.Printf("%s: %s\n  %.2f ms a story of %d bytes\n", filepath.Base(f), m.String(),
			1000*spent.Seconds()/float64(len(set)), bytes/len(set))
	}
}

func read(path string) ([]story, error) {
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return readStories(path)
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var all []story
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		var s story
		if err := json.Unmarshal(lines.Bytes(), &s); err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		if len(s.IPTC) > 0 {
			all = append(all, s)
		}
	}
	return all, lines.Err()
}

func readStories(folder string) ([]story, error) {
	written, err := stories.Read(folder)
	var all []story
	for _, w := range written {
		if w.Tops[0] == "00" {
			continue
		}
		s := story{ID: fmt.Sprintf("%s:%d", filepath.Base(w.File), w.Line), Title: w.Title, Text: w.Text[len(w.Title):]}
		for _, code := range w.Tops {
			s.IPTC = append(s.IPTC, topic.Prefix+code+"000000")
		}
		for _, number := range w.Specific {
			s.Specific = append(s.Specific, topic.Prefix+number)
		}
		all = append(all, s)
	}
	return all, err
}

// print shows the tags of a story beside those it should have.
func print(s story, topics []topic.Topic) {
	fmt.Printf("\n%s %.70s\n  should be %v %v\n", s.ID, s.Title+" "+s.Text, names(s.IPTC), names(s.Specific))
	for _, t := range topics {
		mark := "?"
		if t.Applied {
			mark = "+"
		}
		var words []string
		for _, e := range t.Evidence {
			if len(words) < 6 && e.End <= len(s.Title)+2+len(s.Text) {
				words = append(words, e.Of(source(s)))
			}
		}
		fmt.Printf("  %s %.2f %s [%s]\n", mark, t.Confidence, strings.Join(t.Path, " / "), strings.Join(words, ", "))
	}
}

func source(s story) string {
	a := article.Parse(s.Title, s.Text)
	return a.Doc.Source
}

func names(ids []string) []string {
	var all []string
	for _, id := range ids {
		t, _ := topic.Lookup(id)
		all = append(all, t.Name)
	}
	return all
}
