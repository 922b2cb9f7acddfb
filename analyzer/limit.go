package analyzer

import (
	"strings"
	"unicode/utf8"
)

// limit is how much of a text is analysed, in bytes: 170,000 words, more than any story
// or most books. What is pasted by mistake should be answered within seconds.
const limit = 1 << 20

const tooLong = "This text is very long: only its first 170,000 words or so were analysed."

// shorten cuts a text that is too long, between paragraphs where it can be.
func shorten(text string) (short string, cut bool) {
	if len(text) <= limit {
		return text, false
	}
	end := limit
	for !utf8.RuneStart(text[end]) {
		end--
	}
	if p := strings.LastIndexByte(text[:end], '\n'); p > limit/2 {
		end = p + 1
	}
	return text[:end], true
}
