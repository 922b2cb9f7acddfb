package main

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/jdkato/prose/v2"

	"slugline/analyzer/text"
)

// locate gives where each token stands in the text that prose has read, in bytes. prose
// keeps no offsets, but its tokens are pieces of the text in order, so each is looked for
// behind the one before. One that is not found gets an empty span.
func locate(read string, tokens []prose.Token) []text.Span {
	spans := make([]text.Span, len(tokens))
	at := 0
	for i, t := range tokens {
		if p, ok := find(read, at, t.Text); ok {
			spans[i] = p
			at = p.End
		} else {
			spans[i] = text.Span{Start: at, End: at}
		}
	}
	return spans
}

// maxSkipped is how much text, white space apart, prose may have dropped before a
// token: it drops pieces of a word such as a second "'s".
const maxSkipped = 2 * maxWord

func find(read string, at int, token string) (text.Span, bool) {
	for skipped := 0; at < len(read); {
		if end, ok := match(read, at, token); ok {
			return text.Span{Start: at, End: end}, true
		}
		r, n := utf8.DecodeRuneInString(read[at:])
		at += n
		if !unicode.IsSpace(r) {
			if skipped += n; skipped > maxSkipped {
				break
			}
		}
	}
	return text.Span{}, false
}

// straight are what prose reads as straight quotes.
var straight = []struct {
	written string
	read    byte
}{{"\u201c", '"'}, {"\u201d", '"'}, {"\u2018", '\''}, {"\u2019", '\''}, {"&rsquo;", '\''}}

// match reports whether the token stands at a place, and where it ends there.
func match(read string, at int, token string) (end int, ok bool) {
next:
	for i := range len(token) {
		if at < len(read) && read[at] == token[i] && !strings.HasPrefix(read[at:], "&rsquo;") {
			at++
			continue
		}
		for _, q := range straight {
			if token[i] == q.read && strings.HasPrefix(read[at:], q.written) {
				at += len(q.written)
				continue next
			}
		}
		return 0, false
	}
	return at, true
}
