package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"hash/fnv"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"slugline/analyzer/text"
	"slugline/analyzer/topic"
	"slugline/build/stories"
)

// example is a labelled text.
type example struct {
	doc      text.Document
	set      string
	weight   float32
	labels   [topic.Tops]bool
	first    int // the most important top; -1 where none fits
	specific []string
	fold     int
	index    []int32 // features, once known
	value    []float32
	phrases  int // index[:phrases] are not words or pairs
}

// source is a labelled set and what one of its texts counts.
type source struct {
	name, file string
	weight     float64
}

// read returns all training texts; a written story counts written.
func read(data, storyFolder string, written float64, sources []source) ([]*example, error) {
	var all []*example
	for _, s := range sources {
		if s.weight == 0 {
			continue
		}
		got, err := readSet(s, filepath.Join(data, s.file))
		if err != nil {
			return nil, err
		}
		all = append(all, got...)
	}
	told, err := stories.Read(storyFolder)
	if err != nil {
		return nil, err
	}
	for _, s := range told {
		e := &example{doc: document(s.Title, strings.TrimPrefix(s.Text, s.Title)), set: "stories", weight: float32(written), first: -1, fold: fold(s.Text)}
		for _, code := range s.Tops {
			if n, err := strconv.Atoi(code); err != nil || n > topic.Tops {
				return nil, fmt.Errorf("%s:%d: no such top: %s", s.File, s.Line, code)
			} else if n > 0 {
				e.label(n - 1)
			}
		}
		for _, n := range s.Specific {
			e.specific = append(e.specific, topic.Prefix+n)
		}
		all = append(all, e)
	}
	return all, nil
}

func (e *example) label(top int) {
	if e.first < 0 {
		e.first = top
	}
	e.labels[top] = true
}

func readSet(s source, path string) ([]*example, error) {
	rows, err := readRows(path)
	if err != nil {
		return nil, err
	}
	var all []*example
	for _, row := range rows {
		e := &example{doc: document(row.Title, row.Text), set: s.name, weight: float32(s.weight), first: -1, specific: row.Specific}
		group := row.ID
		if i := strings.LastIndexByte(group, '-'); s.name == "newswire" && i > 0 {
			group = group[:i]
		}
		e.fold = fold(group)
		for _, id := range row.IPTC {
			if t, ok := topic.Lookup(id); ok {
				n, _ := strconv.Atoi(t.Top[len(topic.Prefix):])
				e.label(n/1_000_000 - 1)
			}
		}
		if e.first >= 0 && len(e.doc.Tokens) > 4 {
			all = append(all, e)
		}
	}
	return all, nil
}

// labelled is a line of a labelled set.
type labelled struct {
	ID, Title, Text string
	IPTC, Specific  []string
}

// readRows reads lines of JSON.
func readRows(path string) ([]labelled, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var all []labelled
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<22)
	for lines.Scan() {
		var row labelled
		if err := json.Unmarshal(lines.Bytes(), &row); err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		all = append(all, row)
	}
	return all, lines.Err()
}

// document is a title and paragraphs as package article would give them.
func document(title, body string) text.Document {
	var d text.Document
	body = strings.TrimSpace(body)
	d.Source = title + "\n\n" + body
	d.TextStart = len(title) + 2
	if title != "" {
		d.Append(text.Title, text.Span{Start: 0, End: len(title)})
	}
	at := d.TextStart
	for _, p := range strings.Split(body, "\n") {
		if strings.TrimSpace(p) != "" {
			d.Append(text.Paragraph, text.Span{Start: at, End: at + len(p)})
		}
		at += len(p) + 1
	}
	return d
}

// folds is how many parts cross-validation cuts the texts into.
const folds = 4

// fold puts everything of one group into the same part.
func fold(group string) int {
	h := fnv.New32a()
	h.Write([]byte(group))
	return int(h.Sum32()>>8) % folds
}

// definitions returns the name and definition of each Media Topic as a text labelled
// with its top: they know what the IPTC means by it.
func definitions(path string, weight float64) ([]*example, error) {
	raw, err := os.ReadFile(path)
	if err != nil || weight == 0 {
		return nil, err
	}
	var terms []struct{ ID, Name, Definition, Retired string }
	if err := json.Unmarshal(raw, &terms); err != nil {
		return nil, err
	}
	var all []*example
	for _, t := range terms {
		term, ok := topic.Lookup(t.ID)
		if !ok || t.Retired != "" {
			continue
		}
		e := &example{doc: document("", t.Name+". "+t.Definition), set: "definitions", weight: float32(weight), first: -1, fold: fold(t.ID)}
		n, _ := strconv.Atoi(term.Top[len(topic.Prefix):])
		e.label(n/1_000_000 - 1)
		all = append(all, e)
	}
	return all, nil
}
