package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"slugline/analyzer/text"
	"slugline/analyzer/topic"
)

// phrase is one line, its alternatives written out.
type phrase struct {
	term     int
	elements []element
	weight   int
	against  bool
	blockers [][]element
}

// element is a word of a phrase, or a gap.
type element struct {
	key     uint64 // hash of the word by how it matches
	special int    // topic.AnyWord or topic.Gap; 0 for a word
	letters int    // how it must be written: 0 any, 1 capital first, 2 capitals
}

// term is an active topic, in the order of package topic's taxonomy.
type term struct{ number, name string }

func readTerms(path string) ([]term, error) {
	raw, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var all []struct{ ID, Name, Retired string }
	if err := json.Unmarshal(raw, &all); err != nil {
		return nil, err
	}
	var terms []term
	for _, t := range all {
		if t.Retired == "" {
			terms = append(terms, term{strings.TrimPrefix(t.ID, topic.Prefix), t.Name})
		}
	}
	slices.SortFunc(terms, func(a, b term) int { return strings.Compare(a.number, b.number) })
	return terms, nil
}

// readFile reads the phrases of one branch.
func readFile(path string, terms []term) ([]phrase, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	branch := filepath.Base(path)[:2] + "000000"
	var all []phrase
	at := -1
	lines := bufio.NewScanner(f)
	for n := 1; lines.Scan(); n++ {
		line := strings.TrimSpace(lines.Text())
		fail := func(why string) ([]phrase, error) { return nil, fmt.Errorf("%s:%d: %s: %s", path, n, why, line) }
		switch {
		case line == "" || strings.HasPrefix(line, "#"):
		case strings.HasPrefix(line, "="):
			number, name, _ := strings.Cut(strings.TrimSpace(line[1:]), " ")
			at = slices.IndexFunc(terms, func(t term) bool { return t.number == number })
			if at < 0 {
				return fail("no such active topic")
			}
			if terms[at].name != strings.TrimSpace(name) {
				return fail("the topic's name is " + strconv.Quote(terms[at].name))
			}
			if t, _ := topic.Lookup(number); t.Top != topic.Prefix+branch {
				return fail("the topic belongs to another branch")
			}
		case at < 0:
			return fail("a phrase before the first topic")
		default:
			got, err := readPhrase(line)
			if err != nil {
				return fail(err.Error())
			}
			for i := range got {
				got[i].term = at
			}
			all = append(all, got...)
		}
	}
	return all, lines.Err()
}

// readPhrase reads a line "phrase | weight | not blocker, blocker".
func readPhrase(line string) ([]phrase, error) {
	p := phrase{weight: 2}
	if strings.HasPrefix(line, "!") {
		p.against, line = true, strings.TrimSpace(line[1:])
	}
	fields := strings.Split(line, "|")
	if len(fields) > 3 {
		return nil, fmt.Errorf("more than three fields")
	}
	for i, field := range fields[1:] {
		field = strings.TrimSpace(field)
		if blockers, ok := strings.CutPrefix(field, "not "); ok {
			for _, b := range strings.Split(blockers, ",") {
				ways, err := expand(strings.TrimSpace(b))
				if err != nil {
					return nil, err
				}
				p.blockers = append(p.blockers, ways...)
			}
		} else if field != "" {
			w, err := strconv.Atoi(field)
			if err != nil || w < 1 || w > 4 || i > 0 {
				return nil, fmt.Errorf("weight %q", field)
			}
			p.weight = w
		}
	}
	ways, err := expand(strings.TrimSpace(fields[0]))
	if err != nil {
		return nil, err
	}
	var all []phrase
	for _, elements := range ways {
		q := p
		q.elements = elements
		if elements[0].special != 0 {
			return nil, fmt.Errorf("begins with a gap")
		}
		all = append(all, q)
	}
	return all, nil
}

// expand writes out alternatives and reads each way's elements.
func expand(s string) ([][]element, error) {
	open := strings.IndexByte(s, '(')
	if open < 0 {
		e, err := elements(s)
		if err != nil {
			return nil, err
		}
		return [][]element{e}, nil
	}
	length := strings.IndexByte(s[open:], ')')
	if length < 0 {
		return nil, fmt.Errorf("( without )")
	}
	var all [][]element
	for _, way := range strings.Split(s[open+1:open+length], "/") {
		got, err := expand(s[:open] + way + s[open+length+1:])
		if err != nil {
			return nil, err
		}
		all = append(all, got...)
	}
	if len(all) > 512 {
		return nil, fmt.Errorf("more than 512 ways to write it")
	}
	return all, nil
}

// elements reads the words of one way to write a phrase.
func elements(s string) ([]element, error) {
	var all []element
	for _, w := range strings.Fields(s) {
		switch w {
		case "_":
			all = append(all, element{special: topic.AnyWord})
			continue
		case "..":
			all = append(all, element{special: topic.Gap})
			continue
		}
		bare := strings.TrimRight(w, "~*")
		var doc text.Document
		doc.Source = bare
		doc.Append(text.Paragraph, text.Span{End: len(bare)})
		first := len(all)
		for _, t := range doc.Tokens {
			v := bare[t.Start:t.End]
			if v == "'s" || v == "'" {
				continue
			}
			if t.Kind != text.Word && t.Kind != text.Number {
				return nil, fmt.Errorf("cannot read %q in %q", v, s)
			}
			lower := strings.ToLower(v)
			all = append(all, element{key: wordKey(lower), letters: letters(v)})
		}
		if len(all) == first {
			return nil, fmt.Errorf("cannot read %q", w)
		}
		last := strings.ToLower(bare[doc.Tokens[len(doc.Tokens)-1].Start:])
		switch mark := w[len(bare):]; mark {
		case "":
		case "~":
			all[len(all)-1].key = topic.StemKey(last)
		case "*":
			if len(last) < topic.MinPrefix || len(last) > topic.MaxPrefix {
				return nil, fmt.Errorf("%q: a star wants %d to %d letters before it", w, topic.MinPrefix, topic.MaxPrefix)
			}
			all[len(all)-1].key = topic.PrefixKey(last)
		default:
			return nil, fmt.Errorf("cannot read %q", w)
		}
	}
	for len(all) > 0 && all[len(all)-1].special == topic.Gap {
		all = all[:len(all)-1]
	}
	if len(all) == 0 || len(all) > 8 {
		return nil, fmt.Errorf("%q has %d words, not 1 to 8", s, len(all))
	}
	return all, nil
}

// letters is how a word in the lexicon wants to be written.
func letters(w string) int {
	upper := strings.ToUpper(w)
	switch {
	case len(w) > 1 && w == upper && w != strings.ToLower(w):
		return 2
	case w[:1] == upper[:1] && w[:1] != strings.ToLower(w[:1]):
		return 1
	}
	return 0
}

// names returns the names of topics as phrases: "school sport", not "sport".
func names(terms []term) []phrase {
	var all []phrase
	for i, t := range terms {
		name, _, _ := strings.Cut(t.name, " (")
		if words := strings.Fields(name); len(words) < 2 || strings.ContainsAny(name, ",/") || strings.Contains(name, " and ") {
			continue
		}
		e, err := elements(strings.ToLower(name) + "~")
		if err == nil {
			all = append(all, phrase{term: i, elements: e, weight: 2})
		}
	}
	return all
}
