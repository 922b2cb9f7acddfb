package analyzer_test

import (
	"fmt"

	"slugline/analyzer"
)

func ExampleAnalyzer_Analyze() {
	a := analyzer.New().Analyze(analyzer.Input{
		Title: "Kenya and India sign tea pact",
		Text:  "NAIROBI — President William Ruto met Prime Minister Narendra Modi on Tuesday to sign a trade agreement on tea worth $40 million. Ruto said farmers would be paid more.",
		Date:  "2026-11-25",
	})
	for _, e := range a.Entities {
		fmt.Println(e.Type, e.Name, e.Role, e.Count)
	}
	for _, m := range a.Mentions {
		if m.Entity < 0 {
			fmt.Println(m.Type, m.Of(a.Source), m.Value)
		}
	}
	// Unordered output:
	// person William Ruto President 2
	// person Narendra Modi Prime Minister 1
	// place Kenya  1
	// place India  1
	// place NAIROBI  1
	// date Tuesday 2026-11-24
	// money $40 million USD 40000000
}
