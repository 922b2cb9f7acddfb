package entity

import "slugline/analyzer/text"

// A name has a capital letter or a digit in its first and last token, and only short
// words between: everything else is outside without asking the model. That leaves about
// a third of a story's tokens.

// maxLink is how many linking tokens may stand in a row inside a name.
const maxLink = 3

// Chain is a run of tokens [First, Last) of one sentence that is labelled together.
// What stands before and after it is outside.
type Chain struct{ First, Last, Sentence int }

// appendChains appends the runs of tokens in which names can be.
func appendChains(dst []Chain, doc *text.Document, attrs []attribute) []Chain {
	for n, s := range doc.Sentences {
		first, last := -1, -1 // the run being built, and behind its last strong token
		for i := s.First; i < s.Last; i++ {
			t, h := doc.Tokens[i], attrs[i].head
			if first >= 0 && h.Start > t.Start { // "pro-Syrian": no name goes on into it
				dst = append(dst, Chain{first, last, n})
				first = -1
			}
			switch {
			case attrs[i].strong:
				if first < 0 {
					first = i
				}
				last = i + 1
				if h.End < t.End { // "UN-led": no name goes on behind it
					dst = append(dst, Chain{first, last, n})
					first = -1
				}
			case attrs[i].digit && (first < 0 || last == i || last == i-1 && attrs[last].low == "of"):
				// A number belongs to a run only beside a strong token: "Falcon 9", "2018 FIFA World Cup", "Jones Act of 1920".
				if first >= 0 {
					last = i + 1
				} else if i+1 < s.Last && attrs[i+1].strong {
					first, last = i, i+1
				}
			case first >= 0 && (!attrs[i].link || i-last >= maxLink):
				dst = append(dst, Chain{first, last, n})
				first = -1
			}
		}
		if first >= 0 {
			dst = append(dst, Chain{first, last, n})
		}
	}
	return dst
}
