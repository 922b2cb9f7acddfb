package main

import (
	"bufio"
	"fmt"
	"os"
	"strings"
)

// readConll reads token<TAB>tag lines (BIO) into passages of 20 sentences, tokens
// joined as running text has them.
func readConll(path string, s *source) ([]passage, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var passages []passage
	var j joiner
	var sentence [][2]string
	count := 0
	flush := func(all bool) error {
		if len(sentence) > 0 {
			if err := j.add(sentence, count, s); err != nil {
				return fmt.Errorf("%s: %w", path, err)
			}
			sentence = nil
			count++
		}
		if count >= 20 || all && count > 0 {
			passages = append(passages, passage{id: fmt.Sprintf("%s-%d", s.name, len(passages)), text: j.text.String(), names: j.names})
			j, count = joiner{}, 0
		}
		return nil
	}
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		l := lines.Text()
		if strings.TrimSpace(l) == "" {
			if err := flush(false); err != nil {
				return nil, err
			}
			continue
		}
		c := strings.Split(l, "\t")
		sentence = append(sentence, [2]string{c[0], c[len(c)-1]})
	}
	if err := lines.Err(); err != nil {
		return nil, err
	}
	return passages, flush(true)
}

type joiner struct {
	text  strings.Builder
	names []marked
}

var (
	closers = strings.Fields(". , ; : ! ? % ) ] } 's 'S ’s n't n’t 'll 're 've 'd 'm ”")
	opens   = strings.Fields("( [ { $ £ € # “ @")
)

func (j *joiner) add(sentence [][2]string, before int, s *source) error {
	if before > 0 && before%4 == 0 {
		j.text.WriteString("\n\n")
	} else if before > 0 {
		j.text.WriteByte(' ')
	}
	open, tag, quotes := false, "", 0
	for i, w := range sentence {
		if w[0] == `"` {
			quotes++
		}
		prev := ""
		if i > 0 {
			prev = sentence[i-1][0]
		}
		glue := i == 0 || contains(closers, w[0]) || contains(opens, prev) ||
			w[0] == `"` && quotes%2 == 0 || prev == `"` && quotes%2 == 1
		if !glue {
			j.text.WriteByte(' ')
		}
		start := j.text.Len()
		j.text.WriteString(w[0])
		mark, kind, _ := strings.Cut(w[1], "-")
		switch {
		case mark == "B" || mark == "I" && (!open || tag != kind):
			m, ok := s.mark(kind)
			if !ok {
				return fmt.Errorf("type %q is not mapped", kind)
			}
			m.start, m.end = start, j.text.Len()
			j.names = append(j.names, m)
			open, tag = true, kind
		case mark == "I":
			j.names[len(j.names)-1].end = j.text.Len()
		default:
			open = false
		}
	}
	return nil
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}
