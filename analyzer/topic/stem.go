package topic

// Stem maps the regular inflections of an English word to one form that need not be a
// word itself: negotiate, negotiates, negotiated, negotiating all give "negotiat". It
// cuts plural s, ed and ing, a final e, a doubled last consonant, and writes a final y
// as i. Irregular forms stay apart. The word must be lower case; words of fewer than
// four bytes come back as they are. The result is a prefix of the word, but for an i
// in place of a final y, which end tells.
func stem(word string) (prefix string, end byte) {
	w := word
	if n := len(w); n > 3 && w[n-1] == 's' && w[n-2] != 's' && w[n-2] != 'u' && w[n-2] != 'i' {
		w = w[:n-1]
	}
	switch n := len(w); {
	case n > 5 && w[n-3:] == "ing" && hasVowel(w[:n-3]):
		w = w[:n-3]
	case n > 4 && w[n-2:] == "ed" && w[n-3] != 'e' && hasVowel(w[:n-2]):
		w = w[:n-2]
	}
	for len(w) > 3 && w[len(w)-1] == 'e' {
		w = w[:len(w)-1]
	}
	if n := len(w); n > 3 && w[n-1] == w[n-2] {
		w = w[:n-1]
	}
	if n := len(w); n > 2 && w[n-1] == 'y' {
		return w[:n-1], 'i'
	}
	return w, 0
}

func hasVowel(s string) bool {
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case 'a', 'e', 'i', 'o', 'u', 'y':
			return true
		}
	}
	return false
}
