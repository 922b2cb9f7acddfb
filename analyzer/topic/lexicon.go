package topic

// The trigger phrases, read in place from model.TopicPhrases. lexicon/README.md
// describes how they are written; build/topiclexicon compiles them to:
//
//	the table of the words in them (table.go). A word stands there by the hash of how it is
//	  to match: wordclass.Hash of the word itself, or StemKey, or PrefixKey
//	n+1 times 3 bytes, in three columns from low to high: where the phrases that begin with the
//	  table's word begin in the list
//	the list of phrases:
//	  1 byte   length of the phrase in bytes, this one counted
//	  1 byte   bits 0-2: elements behind the first word; 3-5: weight, 1 to 4; 6: it speaks
//	           against the topic; 7: blockers follow
//	  2 bytes  index of the topic in the taxonomy; bits 14-15: letters of the first word
//	  2 bytes  an element: number of the word; bits 14-15: how it must be written
//	  blockers: 1 byte for their number; then of each 1 byte with its number of elements, and these
//
// A phrase is looked up by its first word and then compared word by word. An automaton
// (Aho-Corasick) would save the comparisons, but the first words are rare enough in text
// that there are few, and its states would triple the size.

import (
	"slugline/analyzer/model"
	"slugline/analyzer/wordclass"
)

// Elements of a phrase that are not a word of the table.
const (
	AnyWord = 0x3FFF // one word
	Gap     = 0x3FFE // none to four words
)

// MinPrefix is the fewest letters before a star, MaxPrefix the most.
const (
	MinPrefix = 4
	MaxPrefix = 12
)

// StemKey is what a word with all its regular inflections is hashed to.
func StemKey(word string) uint64 {
	prefix, end := stem(word)
	return (wordclass.Hash(prefix) + uint64(end)) * 0x9E3779B97F4A7C15
}

// PrefixKey is what all words that begin so are hashed to.
func PrefixKey(prefix string) uint64 {
	return wordclass.Hash(prefix) * 0xD6E8FEB86659FD93
}

// lexicon is where the parts of the model are.
type lexicon struct {
	words  table
	starts int
	list   int
}

func readLexicon() lexicon {
	if len(model.TopicPhrases) == 0 {
		return lexicon{}
	}
	t := readTable(model.TopicPhrases, 0)
	return lexicon{words: t, starts: t.end(), list: t.end() + 3*(t.n+1)}
}

// keys returns the numbers of a lower-case word in the table.
func (l *lexicon) keys(lower string, h uint64) [4]int32 {
	k := [4]int32{-1, -1, -1, -1}
	if l.words.n == 0 {
		return k
	}
	k[0] = int32(l.words.find(h))
	k[1] = int32(l.words.find(StemKey(lower)))
	for n := MinPrefix; n <= len(lower) && n <= MaxPrefix; n++ {
		if p := int32(l.words.find(PrefixKey(lower[:n]))); p >= 0 {
			if k[3] < 0 {
				k[3] = p
			} else {
				k[2] = p
			}
		}
	}
	return k
}

// phrases returns where the phrases that begin with a word begin and end.
func (l *lexicon) phrases(key int) (from, to int) {
	return l.list + l.start(key), l.list + l.start(key+1)
}

func (l *lexicon) start(key int) int {
	m, n := model.TopicPhrases, l.words.n+1
	at := l.starts + key
	return int(m[at]) | int(m[at+n])<<8 | int(m[at+2*n])<<16
}

// match is a phrase found in the article.
type match struct {
	term     int32
	phrase   int32 // its offset, which names it
	from, to int32 // words [from, to)
	weight   int8  // 1 to 4, negative where it speaks against the topic
}

// matches appends the phrases found among s's words.
func (l *lexicon) matches(dst []match, s *scan) []match {
	if l.words.n == 0 {
		return dst
	}
	for i := range s.words {
		for _, key := range s.distinct[s.words[i].distinct].keys {
			if key < 0 {
				continue
			}
			at, end := l.phrases(int(key))
			for at < end {
				if m, ok := l.phrase(at, s, i); ok {
					dst = append(dst, m)
				}
				at += int(model.TopicPhrases[at])
			}
		}
	}
	return dst
}

// phrase compares the phrase at an offset with the words from i, the first of which is
// known to match but for its letters.
func (l *lexicon) phrase(at int, s *scan, i int) (match, bool) {
	m := model.TopicPhrases
	flags, term := m[at+1], u16(m, at+2)
	if !written(s.words[i].letters, term>>14) {
		return match{}, false
	}
	n := int(flags & 7)
	end := i + 1
	if n > 0 {
		end = l.rest(s, at+4, n, i+1)
		if end < 0 {
			return match{}, false
		}
	}
	if flags&128 != 0 && l.blocked(s, at+4+2*n, i) {
		return match{}, false
	}
	weight := int8(flags >> 3 & 7)
	if flags&64 != 0 {
		weight = -weight
	}
	return match{int32(term & 0x3FFF), int32(at), int32(i), int32(end), weight}, true
}

// rest compares n elements with the words from i; it returns where the match ends, -1
// where they differ.
func (l *lexicon) rest(s *scan, at, n, i int) int {
	for ; n > 0; at, n = at+2, n-1 {
		e := u16(model.TopicPhrases, at)
		if e&0x3FFF == Gap {
			for skip := 0; skip <= 4; skip++ {
				if end := l.rest(s, at+2, n-1, i+skip); end >= 0 {
					return end
				}
				if i+skip >= len(s.words) || s.words[i+skip].breaks {
					return -1
				}
			}
			return -1
		}
		if i >= len(s.words) || s.words[i].breaks || !l.is(s, i, e) {
			return -1
		}
		i++
	}
	return i
}

// is reports whether word i is the element e.
func (l *lexicon) is(s *scan, i, e int) bool {
	if !written(s.words[i].letters, e>>14) {
		return false
	}
	e &= 0x3FFF
	if e == AnyWord {
		return true
	}
	k := &s.distinct[s.words[i].distinct].keys
	return int32(e) == k[0] || int32(e) == k[1] || int32(e) == k[2] || int32(e) == k[3]
}

// blocked reports whether one of the blockers at an offset stands in the sentence of
// word i.
func (l *lexicon) blocked(s *scan, at, i int) bool {
	m := model.TopicPhrases
	from, to := i, i+1
	for from > 0 && s.words[from-1].sentence == s.words[i].sentence {
		from--
	}
	for to < len(s.words) && s.words[to].sentence == s.words[i].sentence {
		to++
	}
	count := int(m[at])
	at++
	for ; count > 0; count-- {
		n := int(m[at])
		for j := from; j < to; j++ {
			if l.is(s, j, u16(m, at+1)) && (n == 1 || l.rest(s, at+3, n-1, j+1) >= 0) {
				return true
			}
		}
		at += 1 + 2*n
	}
	return false
}

// written reports whether a word written so may stand where the phrase wants letters.
func written(have uint8, want int) bool { return int(have) >= want }
