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

// phrase is one line, its alternatives of several words written out.
type phrase struct {
	term     int
	slots    []slot
	weight   int
	against  bool
	blockers [][]slot
}

// slot is where one word of a phrase stands.
type slot struct {
	keys    []uint64 // hashes of the words that may stand there, by how they match; sorted
	written []string // these words, as in the list
	special int      // topic.AnyWord or topic.Gap; 0 for words
	letters int      // how it must be written: 0 any, 1 capital first, 2 capitals
}

// term is an active topic, in the order of package topic's taxonomy.
type term struct {
	number, name string
	top          string // two figures
}

func readTerms(path string) ([]term, error) {
	raw, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var all []struct{ ID, Name, Retired, Top string }
	if err := json.Unmarshal(raw, &all); err != nil {
		return nil, err
	}
	var terms []term
	for _, t := range all {
		if t.Retired == "" {
			terms = append(terms, term{strings.TrimPrefix(t.ID, topic.Prefix), t.Name, strings.TrimPrefix(t.Top, topic.Prefix)[:2]})
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
				ways, err := readSlots(b)
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
	ways, err := readSlots(fields[0])
	if err != nil {
		return nil, err
	}
	var all []phrase
	for _, slots := range ways {
		q := p
		q.slots = slots
		if slots[0].special != 0 {
			return nil, fmt.Errorf("begins with a gap")
		}
		all = append(all, q)
	}
	return all, nil
}

// maxSlots is the longest phrase, in words.
const maxSlots = 8

// readSlots reads every way to write a phrase.
func readSlots(s string) ([][]slot, error) {
	ways, err := expand(strings.TrimSpace(s))
	if err != nil {
		return nil, err
	}
	for i, way := range ways {
		for len(way) > 0 && way[len(way)-1].special == topic.Gap {
			way = way[:len(way)-1]
		}
		if len(way) == 0 || len(way) > maxSlots {
			return nil, fmt.Errorf("%q has %d words, not 1 to %d", s, len(way), maxSlots)
		}
		ways[i] = way
	}
	return ways, nil
}

// expand reads the slots of a phrase. Alternatives of one word share a slot; those of
// several, or grown together with what stands beside them, are written out.
func expand(s string) ([][]slot, error) {
	open := strings.IndexByte(s, '(')
	if open < 0 {
		e, err := plain(s)
		return [][]slot{e}, err
	}
	length := strings.IndexByte(s[open:], ')')
	if length < 0 {
		return nil, fmt.Errorf("( without )")
	}
	before, after := s[:open], s[open+length+1:]
	ways := strings.Split(s[open+1:open+length], "/")
	if before != "" && before[len(before)-1] != ' ' || after != "" && after[0] != ' ' {
		var all [][]slot
		for _, way := range ways {
			got, err := expand(before + way + after)
			if err != nil {
				return nil, err
			}
			all = append(all, got...)
		}
		return bounded(all)
	}
	head, err := plain(before)
	if err != nil {
		return nil, err
	}
	tails, err := expand(after)
	if err != nil {
		return nil, err
	}
	middles, err := alternatives(ways)
	if err != nil {
		return nil, err
	}
	var all [][]slot
	for _, m := range middles {
		for _, t := range tails {
			all = append(all, slices.Concat(head, m, t))
		}
	}
	return bounded(all)
}

func bounded(ways [][]slot) ([][]slot, error) {
	if len(ways) > 512 {
		return nil, fmt.Errorf("more than 512 ways to write it")
	}
	return ways, nil
}

// alternatives puts the alternatives of one word, written alike, into one slot.
func alternatives(ways []string) ([][]slot, error) {
	var all [][]slot
	for _, way := range ways {
		got, err := plain(way)
		if err != nil {
			return nil, err
		}
		at := slices.IndexFunc(all, func(o []slot) bool {
			return len(got) == 1 && len(o) == 1 && got[0].special == 0 && o[0].special == 0 && o[0].letters == got[0].letters
		})
		if at < 0 {
			all = append(all, got)
			continue
		}
		keys := append(all[at][0].keys, got[0].keys...)
		slices.Sort(keys)
		all[at][0].keys = slices.Compact(keys)
		all[at][0].written = append(all[at][0].written, got[0].written...)
	}
	return all, nil
}

// plain reads words without alternatives, a slot each.
func plain(s string) ([]slot, error) {
	var all []slot
	for _, w := range strings.Fields(s) {
		switch w {
		case "_":
			all = append(all, slot{special: topic.AnyWord})
			continue
		case "..":
			all = append(all, slot{special: topic.Gap})
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
			all = append(all, slot{keys: []uint64{wordKey(lower)}, written: []string{lower}, letters: letters(v)})
		}
		if len(all) == first {
			return nil, fmt.Errorf("cannot read %q", w)
		}
		last := strings.ToLower(bare[doc.Tokens[len(doc.Tokens)-1].Start:])
		switch mark := w[len(bare):]; mark {
		case "":
		case "~":
			all[len(all)-1].keys = []uint64{topic.StemKey(last)}
		case "*":
			if len(last) < topic.MinPrefix || len(last) > topic.MaxPrefix {
				return nil, fmt.Errorf("%q: a star wants %d to %d letters before it", w, topic.MinPrefix, topic.MaxPrefix)
			}
			all[len(all)-1].keys = []uint64{topic.PrefixKey(last)}
		default:
			return nil, fmt.Errorf("cannot read %q", w)
		}
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
		if e, err := plain(strings.ToLower(name) + "~"); err == nil {
			all = append(all, phrase{term: i, slots: e, weight: 2})
		}
	}
	return all
}
