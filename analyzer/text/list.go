package text

import "strings"

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

// Looks tells most words that lists do not have without a search in them: by the first and by
// the last byte of the lists' words it has a bit for each of their lengths.
type Looks struct{ first, last [256]uint32 }

// LooksOf returns the looks of all the lists' words.
func LooksOf(lists ...List) *Looks {
	var k Looks
	for _, l := range lists {
		for word := range strings.SplitSeq(string(l), "|") {
			bit := uint32(1) << len(word)
			k.first[word[0]] |= bit
			k.last[word[len(word)-1]] |= bit
		}
	}
	return &k
}

// Fit reports whether the lists have words of this length that begin so, and such that end so.
func (k *Looks) Fit(word string) bool {
	n := len(word)
	return n > 0 && n < 32 && k.first[word[0]]&k.last[word[n-1]]>>n&1 == 1
}
