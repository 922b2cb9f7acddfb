package topic_test

import (
	"fmt"

	"slugline/analyzer/topic"
)

func ExampleSearch() {
	for _, t := range topic.Search("diplom", 3) {
		fmt.Println(t.ID, t.Path)
	}
	// Output:
	// medtop:20000639 [politics and government international relations diplomacy]
}

func ExampleLookup() {
	t, ok := topic.Lookup("medtop:20000065")
	fmt.Println(t.Name, t.Wikidata, ok)
	_, ok = topic.Lookup("medtop:99999999")
	fmt.Println(ok)
	// Output:
	// civil unrest Q686984 true
	// false
}
