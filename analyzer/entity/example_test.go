package entity_test

import (
	"fmt"

	"slugline/analyzer/entity"
	"slugline/analyzer/text"
)

func ExampleRecognizer_Group() {
	doc := &text.Document{Source: "Chancellor Angela Merkel met officials of the World Health Organization (WHO) in Berlin. Merkel thanked the WHO."}
	doc.Append(text.Paragraph, text.Span{End: len(doc.Source)})
	r := entity.New()
	names := r.Agree(r.Names(nil, doc), doc)
	entities, _ := r.Group(names, doc, nil)
	for _, e := range entities {
		fmt.Println(e.Type, e.Name, e.Aliases, len(e.Mentions))
	}
	// Unordered output:
	// person Angela Merkel [Merkel] 2
	// organization World Health Organization [WHO] 3
	// place Berlin [] 1
}
