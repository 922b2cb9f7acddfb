package main

import (
	"bufio"
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"slugline/analyzer/text"
	"slugline/analyzer/topic"
	"slugline/build/stories"
)

// labelled is a training text with its tops, as two figures.
type labelled struct {
	text string
	tops []string
}

// readLabelled returns the newswire, the headlines and the stories that topictrain learns from.
func readLabelled(folder, storyFolder string) ([]labelled, error) {
	var all []labelled
	for _, name := range []string{"newswire_topics.jsonl", "huffpost_10k.jsonl", "nyt_cap.jsonl"} {
		f, err := os.Open(filepath.Join(folder, name))
		if err != nil {
			return nil, err
		}
		defer f.Close()
		lines := bufio.NewScanner(f)
		lines.Buffer(nil, 1<<22)
		for lines.Scan() {
			var row struct {
				Title, Text string
				IPTC        []string
			}
			if err := json.Unmarshal(lines.Bytes(), &row); err != nil {
				return nil, err
			}
			l := labelled{text: row.Title + "\n\n" + row.Text}
			for _, id := range row.IPTC {
				l.tops = append(l.tops, strings.TrimPrefix(id, topic.Prefix)[:2])
			}
			all = append(all, l)
		}
		if err := lines.Err(); err != nil {
			return nil, err
		}
	}
	written, err := stories.Read(storyFolder)
	for _, s := range written {
		all = append(all, labelled{s.Text, s.Tops})
	}
	return all, err
}

// spelt is a word of a text as slots may ask for it.
type spelt struct {
	keys    []uint64
	letters int
	breaks  bool // a mark stands before it
}

func spell(source string) []spelt {
	var doc text.Document
	doc.Source = source
	at := 0
	for p := range strings.SplitSeq(source, "\n\n") {
		doc.Append(text.Paragraph, text.Span{Start: at, End: at + len(p)})
		at += len(p) + 2
	}
	var all []spelt
	breaks := true
	for _, t := range doc.Tokens {
		if t.Kind != text.Word && t.Kind != text.Number {
			breaks = true
			continue
		}
		w := source[t.Start:t.End]
		lower := strings.ToLower(w)
		s := spelt{keys: []uint64{wordKey(lower), topic.StemKey(lower)}, letters: letters(w), breaks: breaks}
		for n := topic.MinPrefix; n <= min(len(lower), topic.MaxPrefix); n++ {
			s.keys = append(s.keys, topic.PrefixKey(lower[:n]))
		}
		all = append(all, s)
		breaks = false
	}
	return all
}

func (s slot) fits(w *spelt) bool {
	return w.letters >= s.letters && slices.ContainsFunc(w.keys, func(k uint64) bool { return slices.Contains(s.keys, k) })
}

// longestGap is how many words may stand in a gap.
const longestGap = 4

// stands reports whether the slots are filled from words[0] on.
func stands(slots []slot, words []spelt, inside bool) bool {
	if len(slots) == 0 {
		return true
	}
	if slots[0].special == topic.Gap {
		for n := 0; n <= longestGap && n <= len(words); n++ {
			if n > 0 && words[n-1].breaks {
				return false
			}
			if stands(slots[1:], words[n:], true) {
				return true
			}
		}
		return false
	}
	if len(words) == 0 || inside && words[0].breaks || slots[0].special == 0 && !slots[0].fits(&words[0]) {
		return false
	}
	return stands(slots[1:], words[1:], true)
}

// astray is what a phrase counts in a text of other tops than its own.
const astray = 0.05

// usage returns in how many texts each phrase stands.
func usage(phrases []phrase, terms []term, texts []labelled) []float64 {
	begin := map[uint64][]int{}
	for i := range phrases {
		for _, k := range phrases[i].slots[0].keys {
			begin[k] = append(begin[k], i)
		}
	}
	used := make([]float64, len(phrases))
	last := make([]int, len(phrases)) // text in which it was counted, from 1
	for n, t := range texts {
		words := spell(t.text)
		for i := range words {
			for _, k := range words[i].keys {
				for _, at := range begin[k] {
					p := &phrases[at]
					if last[at] == n+1 || !stands(p.slots, words[i:], false) {
						continue
					}
					last[at] = n + 1
					if p.against || slices.Contains(t.tops, terms[p.term].top) {
						used[at]++
					} else {
						used[at] += astray
					}
				}
			}
		}
	}
	return used
}

// expected mixes how often phrases were seen with how often their words let expect, as a
// gamma prior does: an expectation counts as much as faith times the texts.
func expected(used, likelihood []float64) []float64 {
	const faith = 0.5
	// the line log(used + 1/2) = a + b likelihood, by least squares
	var n, x, y, xx, xy float64
	for i, l := range likelihood {
		v := math.Log(used[i] + 0.5)
		n, x, y, xx, xy = n+1, x+l, y+v, xx+l*l, xy+l*v
	}
	b := (n*xy - x*y) / (n*xx - x*x)
	a := (y - b*x) / n
	out := make([]float64, len(used))
	for i := range used {
		out[i] = (used[i] + faith*math.Exp(a+b*likelihood[i])) / (1 + faith)
	}
	return out
}
