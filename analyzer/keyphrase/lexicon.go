package keyphrase

import (
	"math"

	"slugline/analyzer/pos"
	"slugline/analyzer/text"
)

// A lexicon is the words of one article that phrases are made of.
type lexicon struct {
	ids    []int32 // for each token, its word, or -1
	words  []word
	titled bool // the article has a title
}

// A word is what the article shows of one lemma.
type word struct {
	key      uint32
	count    int
	first    int  // the token where it stands first
	title    bool // it stands in the title
	text     bool // it stands outside the title
	salience float32
}

// readLexicon collects the words of doc.
func readLexicon(doc *text.Document, tags []pos.Tag) *lexicon {
	n := len(doc.Tokens)
	l := &lexicon{ids: make([]int32, n), words: make([]word, 0, n/3)}
	table := make([]int32, tableSize(n)) // open addressing: index of the word + 1
	for i := range l.ids {
		l.ids[i] = -1
	}
	for _, b := range doc.Blocks {
		title := b.Kind == text.Title
		l.titled = l.titled || title
		for i := b.First; i < b.Last; i++ {
			if t := doc.Tokens[i]; content(tags[i]) && t.Kind == text.Word && !initial(t.Of(doc.Source)) {
				l.ids[i] = l.see(table, Key(t.Of(doc.Source)), i, title)
			}
		}
	}
	for i := range l.words {
		l.words[i].salience = salience(&l.words[i])
	}
	return l
}

// initial reports whether a word is a letter, with or without a point.
func initial(w string) bool { return len(w) == 1 || len(w) == 2 && w[1] == '.' }

// tableSize returns a power of two above n.
func tableSize(n int) int {
	size := 64
	for size <= n {
		size *= 2
	}
	return size
}

// content reports whether a word with this tag may stand in a phrase.
func content(t pos.Tag) bool {
	return t.IsNoun() || t == pos.Adjective || t == pos.Gerund
}

// see counts one place of a lemma and returns its word.
func (l *lexicon) see(table []int32, key uint32, token int, title bool) int32 {
	mask := uint32(len(table) - 1)
	i := key & mask
	for table[i] != 0 && l.words[table[i]-1].key != key {
		i = (i + 1) & mask
	}
	if table[i] == 0 {
		l.words = append(l.words, word{key: key, first: token})
		table[i] = int32(len(l.words))
	}
	w := &l.words[table[i]-1]
	w.count++
	if title {
		w.title = true
	} else {
		w.text = true
	}
	return table[i] - 1
}

// salience is TF-IDF with both factors dampened, over the depth at which the word
// comes up: (tf · idf)^¾ / √depth. The powers are ones that square roots give.
func salience(w *word) float32 {
	x := math.Sqrt(float64(w.count) * float64(Rarity(w.key)))
	return float32(x * math.Sqrt(x) / math.Sqrt(depth(w.first)))
}

// depth is 1 where the article begins and grows by 1 with every 25 tokens, about a
// sentence.
func depth(token int) float64 { return 1 + float64(token)/25 }
