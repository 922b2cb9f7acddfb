package main

import "strings"

// suffixes are cut from words before they are compared, the first that fits, as
// evaluate.py does.
var suffixes = []string{"ational", "ations", "ation", "ingly", "ments", "ment", "ness", "ings", "ing", "ies", "edly", "ed", "es", "s", "y", "e"}

// stems returns the phrase's words of a-z and 0-9, stemmed and joined by spaces.
func stems(phrase string) string {
	words := strings.FieldsFunc(strings.ToLower(phrase), func(c rune) bool {
		return !('a' <= c && c <= 'z' || '0' <= c && c <= '9')
	})
	for i, w := range words {
		for _, s := range suffixes {
			if strings.HasSuffix(w, s) && len(w)-len(s) >= 3 {
				words[i] = w[:len(w)-len(s)]
				break
			}
		}
	}
	return strings.Join(words, " ")
}
