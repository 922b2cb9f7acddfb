package main

import (
	"fmt"
	"os"
	"strings"
	"unicode"
	"unicode/utf8"

	"slugline/analyzer/pos"
	"slugline/analyzer/text"
)

// readClosed reads lines of a word and the tags that it may have, the usual one first.
func readClosed(path string) (map[string][]pos.Tag, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	byName := map[string]pos.Tag{}
	for t := pos.Tag(0); t < pos.Tags; t++ {
		byName[t.String()] = t
	}
	lexicon := map[string][]pos.Tag{}
	for line := range strings.Lines(string(b)) {
		tags, words, ok := strings.Cut(strings.TrimSpace(line), ":")
		if !ok || tags[0] == '#' {
			continue
		}
		var allowed []pos.Tag
		for _, name := range strings.Fields(tags) {
			t, ok := byName[name]
			if !ok {
				return nil, fmt.Errorf("%s: no tag is called %q", path, name)
			}
			allowed = append(allowed, t)
		}
		for _, w := range strings.Fields(words) {
			lexicon[w] = allowed
		}
	}
	return lexicon, nil
}

// clean sets the tags to learn: the teacher's, but
//   - punctuation is a mark (the teacher takes straight quotation marks for nouns);
//   - a word of a closed class has only the tags that the lexicon allows it;
//   - a capitalised word inside an annotated name is no common noun or verb;
//   - a word that opens a sentence outside all names is no name where it is usually
//     written small.
func clean(texts []*lesson, lexicon map[string][]pos.Tag) {
	small := usualTags(texts)
	for _, t := range texts {
		copy(t.tags, t.teacher)
		opens := make([]bool, len(t.tags))
		for _, s := range t.doc.Sentences {
			opens[s.First] = true
		}
		for i, token := range t.doc.Tokens {
			word := token.Of(t.doc.Source)
			low := strings.ToLower(word)
			first, _ := utf8.DecodeRuneInString(word)
			capital, named := unicode.IsUpper(first), inside(t.names, token.Span)
			switch tag := t.tags[i]; {
			case token.Kind == text.Punctuation && lexicon[low] == nil:
				t.tags[i] = pos.Mark
			case lexicon[low] != nil && !(named && capital):
				if !contains(lexicon[low], tag) {
					t.tags[i] = lexicon[low][0]
				}
			case named && capital && (tag == pos.Noun || tag == pos.NounPlural || tag == pos.Verb || tag == pos.Gerund || tag == pos.Adverb || tag == pos.Mark):
				if lexicon[low] == nil {
					t.tags[i] = pos.Name
				}
			case capital && !named && opens[i] && tag == pos.Name:
				if usual, ok := small[low]; ok {
					t.tags[i] = usual
				}
			}
		}
	}
}

// usualTags returns the commonest tag of every word that is written small three times
// or more and more often than with a capital inside a sentence.
func usualTags(texts []*lesson) map[string]pos.Tag {
	counts := map[string]*[pos.Tags]int{}
	large := map[string]int{}
	for _, t := range texts {
		for i, token := range t.doc.Tokens {
			word := token.Of(t.doc.Source)
			low := strings.ToLower(word)
			if token.Kind != text.Word || !t.sure[i] {
				continue
			}
			if word != low {
				large[low]++
				continue
			}
			if counts[low] == nil {
				counts[low] = new([pos.Tags]int)
			}
			counts[low][t.teacher[i]]++
		}
	}
	usual := map[string]pos.Tag{}
	for word, c := range counts {
		best, sum := 0, 0
		for tag, n := range c {
			sum += n
			if n > c[best] {
				best = tag
			}
		}
		if sum >= 3 && sum > large[word] {
			usual[word] = pos.Tag(best)
		}
	}
	return usual
}

func inside(names []text.Span, s text.Span) bool {
	for _, n := range names {
		if n.Contains(s) {
			return true
		}
	}
	return false
}

func contains(tags []pos.Tag, t pos.Tag) bool {
	for _, x := range tags {
		if x == t {
			return true
		}
	}
	return false
}
