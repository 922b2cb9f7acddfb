package text

// List is a set of words, sorted by bytes and joined by "|". A word is found by binary
// search in the string itself: a switch over as many strings compiles to ten times the
// code, and a map must be built at start. TestListsAreSorted reads every list in the source.
type List string

// Has reports whether the word is in the list.
func (l List) Has(word string) bool {
	from, to := 0, len(l)
	for from < to {
		start := (from + to) / 2
		end := start
		for start > from && l[start-1] != '|' {
			start--
		}
		for end < to && l[end] != '|' {
			end++
		}
		switch w := string(l[start:end]); {
		case w == word:
			return true
		case w < word:
			from = end + 1
		default:
			to = start - 1
		}
	}
	return false
}
