package main

import (
	"fmt"
	"os"
	"strconv"
	"strings"

	"slugline/analyzer/topic"
)

// readWikinews returns the stories of a set annotated with names (lines of JSON with id and
// text: headline, date, paragraphs) to which a file of labels gives topics: lines of an id, a
// tab and the codes of one to three tops, most important first. Stories without labels are
// left out.
func readWikinews(path, labels string, weight float64) ([]*example, error) {
	codes, err := readLabels(labels)
	if err != nil || weight == 0 {
		return nil, err
	}
	rows, err := readRows(path)
	if err != nil {
		return nil, err
	}
	var all []*example
	for _, row := range rows {
		tops, ok := codes[row.ID]
		if !ok {
			continue
		}
		title, body, _ := strings.Cut(row.Text, "\n")
		e := &example{doc: document(title, body), set: "wikinews", weight: float32(weight), first: -1, fold: fold(row.ID)}
		for _, top := range tops {
			e.label(top)
		}
		all = append(all, e)
		delete(codes, row.ID)
	}
	if len(codes) > 0 {
		return nil, fmt.Errorf("%s: %d stories that %s does not have", labels, len(codes), path)
	}
	return all, nil
}

// readLabels returns the tops, counted from 0, of each id.
func readLabels(path string) (map[string][]int, error) {
	raw, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	codes := map[string][]int{}
	for n, line := range strings.Split(string(raw), "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		id, list, _ := strings.Cut(line, "\t")
		for _, code := range strings.Fields(list) {
			top, err := strconv.Atoi(code)
			if err != nil || top < 1 || top > topic.Tops {
				return nil, fmt.Errorf("%s:%d: no such top: %q", path, n+1, code)
			}
			codes[id] = append(codes[id], top-1)
		}
		if len(codes[id]) == 0 {
			return nil, fmt.Errorf("%s:%d: no topics", path, n+1)
		}
	}
	return codes, nil
}
