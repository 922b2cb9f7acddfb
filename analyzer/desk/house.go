package desk

import (
	"math"
	"slices"
	"strings"

	"slugline/analyzer/order"
	"slugline/analyzer/text"
	"slugline/analyzer/topic"
	"slugline/analyzer/wordclass"
)

// House tags: the newsroom's own vocabulary, brought up by trigger phrases.
//
// A word of a phrase matches its regular inflections, letter case apart; one in capitals
// ("ECB") only itself; one that ends in a star whatever begins so. A phrase that begins
// with a minus speaks against the tag. A tag without phrases has its name as one.

// Tag is one tag of the newsroom's own.
type Tag struct {
	ID      string // "house:bridges", or a URI
	Name    string
	Parent  string // identifier of a house tag or of a Media Topic, empty for none
	Phrases []string
}

// Confidences at which a house tag is applied and suggested, and that of one without evidence.
const (
	applyHouse   = 0.5
	suggestHouse = 0.3
	unseenHouse  = 0.04
)

// house is the vocabulary, ready to be matched.
type house struct {
	tags    []Tag
	byID    map[string]int
	phrases []phrase
	begin   map[uint64][]int32 // phrases by the key of their first word
	stars   []int32            // phrases whose first word ends in a star

	words []word
	hits  []hit
}

type phrase struct {
	tag     int
	against bool
	words   []slot
}

// slot is a word of a phrase: what its key is, or what it begins with.
type slot struct {
	key    uint64
	prefix string
}

// word is a word of the article.
type word struct {
	span        text.Span
	stem, exact uint64
	breaks      bool    // a mark stands before it: no phrase goes across
	weight      float64 // of its place
}

// hit is a phrase found in the article.
type hit struct {
	text.Span
	tag    int
	weight float64 // below 0 where it speaks against the tag
}

func readTags(tags []Tag) house {
	h := house{byID: map[string]int{}, begin: map[uint64][]int32{}}
	for _, t := range tags[:min(len(tags), MostTags)] {
		if _, twice := h.byID[t.ID]; twice || t.ID == "" || strings.HasPrefix(t.ID, topic.Prefix) {
			continue
		}
		if t.Name == "" {
			t.Name = t.ID
		}
		h.byID[t.ID] = len(h.tags)
		h.tags = append(h.tags, t)
		phrases := t.Phrases
		if len(phrases) == 0 {
			phrases = []string{t.Name}
		}
		for _, p := range phrases[:min(len(phrases), MostPhrases)] {
			h.add(len(h.tags)-1, p)
		}
	}
	return h
}

// add reads a phrase of a tag; one without words is passed over.
func (h *house) add(tag int, written string) {
	rest, against := strings.CutPrefix(strings.TrimSpace(written), "-")
	p := phrase{tag: tag, against: against}
	doc := text.Document{Source: strings.ReplaceAll(rest, "*", "")}
	doc.Append(text.Paragraph, text.Span{End: len(doc.Source)})
	stars := starred(rest)
	for _, t := range doc.Tokens {
		if !isWord(&doc, t) {
			continue
		}
		w := t.Of(doc.Source)
		s := slot{key: stemKey(w)}
		switch {
		case stars[t.End]:
			s = slot{prefix: strings.ToLower(w)}
		case inCapitals(w):
			s.key = wordclass.Hash(w)
		}
		p.words = append(p.words, s)
	}
	if len(p.words) == 0 || len(p.words) > longestPhrase {
		return
	}
	n := int32(len(h.phrases))
	h.phrases = append(h.phrases, p)
	if first := p.words[0]; first.prefix != "" {
		h.stars = append(h.stars, n)
	} else {
		h.begin[first.key] = append(h.begin[first.key], n)
	}
}

// starred returns where stars stood, counted without them.
func starred(written string) map[int]bool {
	at := map[int]bool{}
	for i, stars := 0, 0; i < len(written); i++ {
		if written[i] == '*' {
			at[i-stars] = true
			stars++
		}
	}
	return at
}

func stemKey(w string) uint64 { return topic.StemKey(strings.ToLower(w)) }

func inCapitals(w string) bool {
	return len(w) > 1 && strings.ToUpper(w) == w && strings.ToLower(w) != w
}

func isWord(doc *text.Document, t text.Token) bool {
	switch t.Kind {
	case text.Word:
		w := t.Of(doc.Source)
		return w != "'s" && w != "’s" && w != "'" && w != "’"
	case text.Number, text.Hashtag:
		return true
	}
	return false
}

// find looks the phrases up in an article.
func (h *house) find(doc *text.Document) {
	h.hits = h.hits[:0]
	if len(h.phrases) == 0 {
		return
	}
	h.read(doc)
	for i := range h.words {
		w := &h.words[i]
		for _, p := range h.begin[w.stem] {
			h.match(doc, int(p), i)
		}
		if w.exact != w.stem {
			for _, p := range h.begin[w.exact] {
				h.match(doc, int(p), i)
			}
		}
		for _, p := range h.stars {
			h.match(doc, int(p), i)
		}
	}
}

// Weights of a word's place: as package topic has them, since a desk's editors read alike.
const (
	titleWeight = 3
	leadWeight  = 2
	leadWords   = 60
)

// read fills the words of an article.
func (h *house) read(doc *text.Document) {
	h.words = h.words[:0]
	running := 0
	for _, b := range doc.Blocks {
		breaks := true
		for _, t := range doc.Tokens[b.First:b.Last] {
			if !isWord(doc, t) {
				breaks = breaks || t.Kind != text.Word
				continue
			}
			w := word{span: t.Span, breaks: breaks, weight: 1}
			breaks = false
			if t.Kind == text.Hashtag {
				w.span.Start++
			}
			switch {
			case b.Kind == text.Title:
				w.weight = titleWeight
			case b.Kind == text.Deck || running < leadWords:
				w.weight = leadWeight
			}
			if b.Kind != text.Title {
				running++
			}
			s := w.span.Of(doc.Source)
			w.stem, w.exact = stemKey(s), wordclass.Hash(s)
			h.words = append(h.words, w)
		}
	}
}

// match enters a phrase that stands at word i.
func (h *house) match(doc *text.Document, number, i int) {
	p := &h.phrases[number]
	if i+len(p.words) > len(h.words) {
		return
	}
	for k, s := range p.words {
		w := &h.words[i+k]
		switch {
		case k > 0 && w.breaks,
			s.prefix != "" && !strings.HasPrefix(strings.ToLower(w.span.Of(doc.Source)), s.prefix),
			s.prefix == "" && s.key != w.stem && s.key != w.exact:
			return
		}
	}
	x := hit{text.Span{Start: h.words[i].span.Start, End: h.words[i+len(p.words)-1].span.End}, p.tag, h.words[i].weight}
	if p.against {
		x.weight *= -2
	}
	for k := range h.hits {
		if y := &h.hits[k]; y.tag == x.tag && y.weight > 0 == (x.weight > 0) && y.Start < x.End && x.Start < y.End {
			return // inside another phrase of the tag
		}
	}
	h.hits = append(h.hits, x)
}

// standing is how a house tag stands in the article last given to find.
func (h *house) standing(tag int) topic.Standing {
	s := topic.Standing{Apply: applyHouse, Suggest: suggestHouse}
	s.Term = h.term(tag)
	s.Confidence = unseenHouse
	sum := 0.0
	for _, x := range h.hits {
		if x.tag == tag {
			sum += x.weight
			if x.weight > 0 {
				s.Evidence = append(s.Evidence, x.Span)
			}
		}
	}
	order.By(s.Evidence, func(a, b text.Span) int { return a.Start - b.Start })
	if sum > 0 {
		s.Confidence = odds(1.5*math.Log1p(sum) - 1.2) // 0.46 for one place in the body, 0.61 for one in the lead
	}
	s.Applied = s.Confidence >= applyHouse
	return s
}

// term returns a house tag with its path.
func (h *house) term(tag int) topic.Term {
	t := &h.tags[tag]
	x := topic.Term{ID: t.ID, Name: t.Name, Parent: t.Parent, Top: t.ID, Path: []string{t.Name}}
	for up := t.Parent; up != "" && len(x.Path) < 8; {
		if above, ok := topic.Lookup(up); ok && strings.HasPrefix(up, topic.Prefix) {
			x.Path = append(slices.Clone(above.Path), x.Path...)
			x.Top = above.Top
			break
		}
		i, ok := h.byID[up]
		if !ok {
			break
		}
		x.Path = append([]string{h.tags[i].Name}, x.Path...)
		x.Top, up = h.tags[i].ID, h.tags[i].Parent
	}
	return x
}

// above reports whether the house tag a is an ancestor of b.
func (h *house) above(a, b string) bool {
	for range 8 {
		i, ok := h.byID[b]
		if !ok || h.tags[i].Parent == "" {
			return false
		}
		if b = h.tags[i].Parent; a == b {
			return true
		}
	}
	return false
}
