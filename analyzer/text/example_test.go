package text_test

import (
	"fmt"
	"strings"

	"slugline/analyzer/text"
)

func ExampleDocument_Append() {
	s := "Mr. Modi's U.S. visit raised $4.5bn. India–US ties grew."
	d := text.Document{Source: s}
	d.Append(text.Paragraph, text.Span{Start: 0, End: len(s)})
	for _, sentence := range d.Sentences {
		var words []string
		for _, token := range d.Tokens[sentence.First:sentence.Last] {
			words = append(words, token.Of(s))
		}
		fmt.Println(strings.Join(words, "|"))
	}
	// Output:
	// Mr.|Modi|'s|U.S.|visit|raised|$|4.5|bn|.
	// India|–|US|ties|grew|.
}
