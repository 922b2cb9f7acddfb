package keyphrase_test

import (
	"fmt"

	"slugline/analyzer/keyphrase"
	"slugline/analyzer/pos"
	"slugline/analyzer/text"
)

func ExampleExtract() {
	doc := &text.Document{Source: "The copper mine will close its smelter in May. Miners blamed the smelter's age, and the copper price."}
	doc.Append(text.Paragraph, text.Span{End: len(doc.Source)})
	for _, p := range keyphrase.Extract(doc, pos.TagTokens(nil, doc), nil, 2) {
		fmt.Println(p.Text, p.Count)
	}
	// Output:
	// smelter 2
	// copper mine 1
}
