// Command segmentbench scores our sentences and tokens, those of prose v2 and those
// of Intl.Segmenter (in Node) on the golden files of analyzer/text, and prints one
// table. Run it from the repository root:
//
//	go run ./build/segmentbench
//
// Sentences are scored by their ends inside a paragraph; the paragraph's end, which
// nobody can miss, is not counted. Tokens are scored by their spans. The golden
// files follow our conventions (clitics apart, abbreviations with their period,
// addresses whole), so the token column says how far the others' conventions are, and
// the sentence column how well they do.
package main

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"fmt"
	"log"
	"os"
	"os/exec"
	"strings"
	"unicode"

	"github.com/jdkato/prose/v2"

	"slugline/analyzer/text"
)

//go:embed intl.js
var intl string

// cut is one text cut by one tool.
type cut struct{ Sentences, Tokens []string }

// golden is a text and what is right for it: ends of sentences or spans of tokens, counted
// in characters that are not white space.
type golden struct {
	source    string
	sentences []string
	tokens    []string
}

func main() {
	log.SetFlags(0)
	sentences := read("analyzer/text/testdata/sentences.txt", func(line string) golden {
		return golden{source: strings.ReplaceAll(line, "‖", ""), sentences: strings.Split(line, "‖")}
	})
	tokens := read("analyzer/text/testdata/tokens.txt", func(line string) golden {
		source, want, _ := strings.Cut(line, " => ")
		return golden{source: source, tokens: strings.Fields(want)}
	})
	fmt.Printf("%-16s %22s %22s\n", "", fmt.Sprintf("sentences (%d cases)", len(sentences)), fmt.Sprintf("tokens (%d cases)", len(tokens)))
	fmt.Printf("%-16s %8s %6s %6s %8s %6s %6s\n", "", "F1", "P", "R", "F1", "P", "R")
	for _, tool := range []struct {
		name string
		run  func([]string) []cut
	}{{"slugline", ours}, {"prose v2", proses}, {"Intl.Segmenter", segmenter}} {
		var ends, spans score
		for i, c := range tool.run(sources(sentences)) {
			ends.add(boundaries(sentences[i].source, sentences[i].sentences), boundaries(sentences[i].source, c.Sentences))
		}
		for i, c := range tool.run(sources(tokens)) {
			spans.add(locate(tokens[i].source, tokens[i].tokens), locate(tokens[i].source, c.Tokens))
		}
		fmt.Printf("%-16s %s %s\n", tool.name, ends, spans)
	}
}

// read gives the cases of a golden file.
func read(name string, parse func(string) golden) []golden {
	data, err := os.ReadFile(name)
	if err != nil {
		log.Fatal(err, " (run from the repository root)")
	}
	var cases []golden
	for line := range strings.Lines(string(data)) {
		if line = strings.TrimSuffix(line, "\n"); line != "" && !strings.HasPrefix(line, "# ") {
			cases = append(cases, parse(line))
		}
	}
	return cases
}

func sources(cases []golden) []string {
	texts := make([]string, len(cases))
	for i, c := range cases {
		texts[i] = c.source
	}
	return texts
}

func ours(texts []string) []cut {
	cuts := make([]cut, len(texts))
	for i, s := range texts {
		d := text.Document{Source: s}
		d.Append(text.Paragraph, text.Span{Start: 0, End: len(s)})
		for _, sentence := range d.Sentences {
			cuts[i].Sentences = append(cuts[i].Sentences, sentence.Of(s))
		}
		for _, token := range d.Tokens {
			cuts[i].Tokens = append(cuts[i].Tokens, token.Of(s))
		}
	}
	return cuts
}

func proses(texts []string) []cut {
	cuts := make([]cut, len(texts))
	for i, s := range texts {
		d, err := prose.NewDocument(s, prose.WithTagging(false), prose.WithExtraction(false))
		if err != nil {
			log.Fatal(err)
		}
		for _, sentence := range d.Sentences() {
			cuts[i].Sentences = append(cuts[i].Sentences, sentence.Text)
		}
		for _, token := range d.Tokens() {
			cuts[i].Tokens = append(cuts[i].Tokens, token.Text)
		}
	}
	return cuts
}

func segmenter(texts []string) []cut {
	in, err := json.Marshal(texts)
	if err != nil {
		log.Fatal(err)
	}
	node := exec.Command("node", "--input-type=module", "-e", intl)
	node.Stdin, node.Stderr = bytes.NewReader(in), os.Stderr
	out, err := node.Output()
	if err != nil {
		log.Fatal("node: ", err)
	}
	var cuts []cut
	if err := json.Unmarshal(out, &cuts); err != nil {
		log.Fatal(err)
	}
	return cuts
}

type span struct{ start, end int }

// locate finds the parts in s, in order, as spans of characters that are not white
// space. Parts that the tool has rewritten beyond its quotes are left out.
func locate(s string, parts []string) map[span]bool {
	rest, at, spans := visible(s), 0, map[span]bool{}
	for _, part := range parts {
		p := visible(part)
		if i := strings.Index(string(rest), string(p)); i >= 0 && len(p) > 0 {
			start := len([]rune(string(rest)[:i]))
			spans[span{at + start, at + start + len(p)}] = true
			rest, at = rest[start+len(p):], at+start+len(p)
		}
	}
	return spans
}

// boundaries gives where the sentences end, but for the last.
func boundaries(s string, sentences []string) map[span]bool {
	ends, last := map[span]bool{}, len(visible(s))
	for p := range locate(s, sentences) {
		if p.end != last {
			ends[span{p.end, p.end}] = true
		}
	}
	return ends
}

// visible gives the characters of s that are not white space, quotes straightened.
func visible(s string) []rune {
	var out []rune
	for _, r := range s {
		switch {
		case unicode.IsSpace(r):
		case r == '“' || r == '”':
			out = append(out, '"')
		case r == '‘' || r == '’':
			out = append(out, '\'')
		default:
			out = append(out, r)
		}
	}
	return out
}

type score struct{ right, found, wanted int }

func (c *score) add(want, got map[span]bool) {
	c.wanted += len(want)
	c.found += len(got)
	for p := range got {
		if want[p] {
			c.right++
		}
	}
}

func (c score) String() string {
	return fmt.Sprintf("%8.3f %6.3f %6.3f", 2*float64(c.right)/float64(c.found+c.wanted),
		float64(c.right)/float64(c.found), float64(c.right)/float64(c.wanted))
}
