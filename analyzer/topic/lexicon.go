package topic

// The trigger phrases, read in place from model.TopicPhrases. lexicon/README.md describes
// how they are written; build/topiclexicon compiles them to, all numbers little-endian,
// columns from the low byte to the high:
//
//	the table of the words in them (table.go). A word stands there by the hash of how it is
//	  to match: wordclass.Hash of the word itself, or StemKey, or PrefixKey
//	2 bytes each: s sets, m members of sets, r records, x entries of the index, t topics
//	2(n+1) bytes  for each of the table's n words, where its entries begin in the index
//	2 columns of x  the index: records that a word may begin, by word
//	2(s+1) bytes  where each set's members begin
//	2 columns of m  the members: numbers of words. A set is the single words that may
//	  stand in one slot, "(talks/summit~)"
//	3 bytes for every 16th record  where it begins in the list
//	r bytes       length of each record
//	4t bytes      index of a topic in the taxonomy, ascending, and its first record
//	the list of records:
//	  1 byte   bits 0-2: slots less one; 3-4: weight less one; 5: it speaks against the
//	           topic; 6: blockers follow; 7: it matters how words are written
//	  2 bytes  where bit 7 is set: for each slot two bits, the letters it wants
//	  2 bytes  a slot: the number of a word, n + that of a set, AnyWord or Gap
//	  blockers: 1 byte for their number; then of each 1 byte with its slots and these;
//	           a blocker's letters do not matter
//
// Alternatives of several words are written out as records of their own. A phrase is
// looked up by its first word and then compared word by word. An automaton (Aho-Corasick)
// would save the comparisons, but its states would triple the size.

import "slugline/analyzer/wordclass"

// Slots that are neither a word nor a set.
const (
	AnyWord = 0xFFFF // one word
	Gap     = 0xFFFE // none to four words
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
	model                                              string
	words                                              table
	sets, members, records, entries, topics            int // their numbers
	starts, index, setStarts, setWords, bases, lengths int
	terms, list                                        int

	// What is asked for most, read once with the first article: reading it anew for every
	// word took half of the time.
	places  []int32 // where each record begins
	owners  []int32 // its topic
	seconds []int32 // of each entry of the index, the record's second slot; -1 where that says nothing
	member  []int32 // the members of the sets
}

func readLexicon(raw string) lexicon {
	if len(raw) == 0 {
		return lexicon{}
	}
	l := lexicon{model: raw, words: readTable(raw, 0)}
	at := l.words.end()
	l.sets, l.members, l.records, l.entries, l.topics = u16(raw, at), u16(raw, at+2), u16(raw, at+4), u16(raw, at+6), u16(raw, at+8)
	take := func(n int) (from int) {
		from = at
		at += n
		return from
	}
	take(10)
	l.starts = take(2 * (l.words.n + 1))
	l.index = take(2 * l.entries)
	l.setStarts = take(2 * (l.sets + 1))
	l.setWords = take(2 * l.members)
	l.bases = take(3 * ((l.records + 15) / 16))
	l.lengths = take(l.records)
	l.terms = take(4 * l.topics)
	l.list = at
	return l
}

// column16 reads number i of n that stand in two columns.
func column16(raw string, at, n, i int) int { return int(raw[at+i]) | int(raw[at+n+i])<<8 }

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

// open reads where the records begin and the topics that they speak for, by index in the
// taxonomy.
func (l *lexicon) open() {
	l.places, l.owners = make([]int32, l.records), make([]int32, l.records)
	at, topic := l.list, 0
	for id := range l.places {
		for topic+1 < l.topics && u16(l.model, l.terms+4*(topic+1)+2) <= id {
			topic++
		}
		l.places[id], l.owners[id] = int32(at), int32(u16(l.model, l.terms+4*topic))
		at += int(l.model[l.lengths+id])
	}
	l.seconds, l.member = make([]int32, l.entries), make([]int32, l.members)
	for i := range l.seconds {
		at := int(l.places[column16(l.model, l.index, l.entries, i)])
		flags := l.model[at]
		if flags&128 != 0 {
			at += 2
		}
		l.seconds[i] = -1
		if flags&7 > 0 {
			if slot := u16(l.model, at+3); slot < Gap {
				l.seconds[i] = int32(slot)
			}
		}
	}
	for i := range l.member {
		l.member[i] = int32(column16(l.model, l.setWords, l.members, i))
	}
}

// match is a phrase found in the article.
type match struct {
	term     int32
	phrase   int32 // names the record and the words it matched
	from, to int32 // words [from, to)
	weight   int8  // 1 to 4, negative where it speaks against the topic
}

// first reports whether a record begins with the word of a number.
func (l *lexicon) first(key int32) bool {
	return u16(l.model, l.starts+2*int(key)) < u16(l.model, l.starts+2*int(key)+2)
}

// matches appends the phrases found among s's words.
func (l *lexicon) matches(dst []match, s *scan) []match {
	if l.words.n == 0 {
		return dst
	}
	if l.places == nil {
		l.open()
	}
	for i := range s.words {
		d := &s.distinct[s.words[i].distinct]
		if !d.begins {
			continue
		}
		var next *[4]int32 // keys of the word that goes on with a phrase
		if i+1 < len(s.words) && !s.words[i+1].breaks {
			next = &s.distinct[s.words[i+1].distinct].keys
		}
		for _, key := range d.keys {
			if key < 0 {
				continue
			}
			end := u16(l.model, l.starts+2*int(key)+2)
			for at := u16(l.model, l.starts+2*int(key)); at < end; at++ {
				if second := int(l.seconds[at]); second >= 0 && (next == nil || !l.is(next, second)) {
					continue
				}
				if m, ok := l.phrase(column16(l.model, l.index, l.entries, at), s, i); ok {
					dst = append(dst, m)
				}
			}
		}
	}
	return dst
}

// phrase compares a record with the words from i, the first of which is known to match
// but for its letters.
func (l *lexicon) phrase(id int, s *scan, i int) (match, bool) {
	at := int(l.places[id])
	flags := l.model[at]
	at++
	letters := 0
	if flags&128 != 0 {
		letters = u16(l.model, at)
		at += 2
	}
	if !written(s.words[i].letters, letters&3) {
		return match{}, false
	}
	n := int(flags & 7)
	end := l.rest(s, at+2, n, i+1, letters>>2)
	if end < 0 || flags&64 != 0 && l.blocked(s, at+2+2*n, i) {
		return match{}, false
	}
	weight := int8(flags>>3&3) + 1
	if flags&32 != 0 {
		weight = -weight
	}
	name := int32(id)
	for _, w := range s.words[i:end] {
		name = name*31 + w.distinct
	}
	return match{l.owners[id], name, int32(i), int32(end), weight}, true
}

// rest compares n slots with the words from i; it returns where the match ends, -1
// where they differ.
func (l *lexicon) rest(s *scan, at, n, i, letters int) int {
	for ; n > 0; at, n, letters = at+2, n-1, letters>>2 {
		slot := u16(l.model, at)
		if slot == Gap {
			for skip := 0; skip <= 4; skip++ {
				if end := l.rest(s, at+2, n-1, i+skip, letters>>2); end >= 0 {
					return end
				}
				if i+skip >= len(s.words) || s.words[i+skip].breaks {
					return -1
				}
			}
			return -1
		}
		if i >= len(s.words) || s.words[i].breaks || !written(s.words[i].letters, letters&3) || !l.is(&s.distinct[s.words[i].distinct].keys, slot) {
			return -1
		}
		i++
	}
	return i
}

// is reports whether a word with these keys may stand in a slot.
func (l *lexicon) is(keys *[4]int32, slot int) bool {
	if slot < l.words.n {
		return has(keys, int32(slot))
	}
	if slot == AnyWord {
		return true
	}
	set := l.setStarts + 2*(slot-l.words.n)
	for _, w := range l.member[u16(l.model, set):u16(l.model, set+2)] {
		if has(keys, w) {
			return true
		}
	}
	return false
}

// present reports whether the article has a word that may stand in a slot.
func (l *lexicon) present(s *scan, slot int) bool {
	if slot == AnyWord {
		return true
	}
	if slot < l.words.n {
		return s.present[slot/64]>>(slot%64)&1 == 1
	}
	set := l.setStarts + 2*(slot-l.words.n)
	for _, w := range l.member[u16(l.model, set):u16(l.model, set+2)] {
		if s.present[w/64]>>(w%64)&1 == 1 {
			return true
		}
	}
	return false
}

func has(keys *[4]int32, w int32) bool {
	return w == keys[0] || w == keys[1] || w == keys[2] || w == keys[3]
}

// blocked reports whether one of the blockers at an offset stands in the sentence of
// word i.
func (l *lexicon) blocked(s *scan, at, i int) bool {
	from, to := i, i+1
	for from > 0 && s.words[from-1].sentence == s.words[i].sentence {
		from--
	}
	for to < len(s.words) && s.words[to].sentence == s.words[i].sentence {
		to++
	}
	count := int(l.model[at])
	at++
	for ; count > 0; count-- {
		n := int(l.model[at])
		if !l.present(s, u16(l.model, at+1)) {
			at += 1 + 2*n
			continue
		}
		for j := from; j < to; j++ {
			if l.is(&s.distinct[s.words[j].distinct].keys, u16(l.model, at+1)) && l.rest(s, at+3, n-1, j+1, 0) >= 0 {
				return true
			}
		}
		at += 1 + 2*n
	}
	return false
}

// written reports whether a word written so may stand where the phrase wants letters.
func written(have uint8, want int) bool { return int(have) >= want }
