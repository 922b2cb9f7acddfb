// Package stories reads the training stories written for this project; README.md beside
// it describes their format.
package stories

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// Story is one story, markup taken out.
type Story struct {
	File     string
	Line     int      // of its heading, from 1
	Tops     []string // two-digit codes of top-level topics, most important first; "00" for none
	Specific []string // numbers of more specific topics
	Title    string   // empty where it has none
	Text     string   // title, "\n\n" and the paragraphs, joined by "\n\n"; the paragraphs alone without a title
	Named    bool     // names are annotated
	Names    []Name   // in text order
}

// Name is an annotated name: byte offsets of Text.
type Name struct {
	Start, End int
	Type       string // person organization place group event work product
	Entity     string // what the annotator calls the thing, empty where not said
}

var types = map[byte]string{
	'p': "person", 'o': "organization", 'l': "place", 'g': "group", 'e': "event", 'w': "work", 'd': "product",
}

// Read returns the stories of all *.txt files in a folder, in the order of file names.
func Read(folder string) ([]Story, error) {
	files, err := filepath.Glob(filepath.Join(folder, "*.txt"))
	if err != nil {
		return nil, err
	}
	var all []Story
	for _, f := range files {
		s, err := readFile(f)
		if err != nil {
			return nil, err
		}
		all = append(all, s...)
	}
	return all, nil
}

func readFile(path string) ([]Story, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var all []Story
	var paragraph []string
	named := false
	endParagraph := func() error {
		if len(paragraph) == 0 {
			return nil
		}
		s := &all[len(all)-1]
		err := s.add(strings.Join(paragraph, " "))
		paragraph = nil
		return err
	}
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	titled := true
	for n := 1; lines.Scan(); n++ {
		l := strings.TrimSpace(lines.Text())
		var err error
		switch {
		case l == "# names annotated":
			named = true
		case strings.HasPrefix(l, "#") && !strings.HasPrefix(l, "#!"):
		case strings.HasPrefix(l, "=="):
			err = nil
			if len(all) > 0 {
				err = endParagraph()
			}
			s := Story{File: path, Line: n, Named: named}
			head, specific, _ := strings.Cut(l[2:], ":")
			s.Tops, s.Specific = strings.Fields(head), strings.Fields(specific)
			all = append(all, s)
			titled = false
		case len(all) == 0:
			if l != "" {
				err = fmt.Errorf("text before the first ==")
			}
		case !titled:
			if l == "" {
				break
			}
			titled = true
			if l != "-" {
				s := &all[len(all)-1]
				err = s.add(l)
				s.Title = s.Text
			}
		case l == "":
			err = endParagraph()
		default:
			paragraph = append(paragraph, l)
		}
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %w", path, n, err)
		}
	}
	if len(all) > 0 {
		if err := endParagraph(); err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
	}
	return all, lines.Err()
}

// add appends a paragraph, its names taken out of their brackets.
func (s *Story) add(paragraph string) error {
	if s.Text != "" {
		s.Text += "\n\n"
	}
	for {
		open := strings.IndexByte(paragraph, '[')
		if open < 0 || !s.Named {
			s.Text += paragraph
			return nil
		}
		length := strings.IndexByte(paragraph[open:], ']')
		if length < 0 {
			return fmt.Errorf("[ without ] in %q", paragraph)
		}
		head, name, ok := strings.Cut(paragraph[open+1:open+length], "|")
		if !ok || head == "" || name == "" || types[head[0]] == "" {
			return fmt.Errorf("cannot read %q", paragraph[open:open+length+1])
		}
		s.Text += paragraph[:open]
		s.Names = append(s.Names, Name{Start: len(s.Text), End: len(s.Text) + len(name), Type: types[head[0]], Entity: head[1:]})
		s.Text += name
		paragraph = paragraph[open+length+1:]
	}
}
