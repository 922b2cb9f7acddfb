package topic

import (
	"slices"
)

// evidence is what the trigger phrases of one topic add up to in the article.
type evidence struct {
	own      float32 // the strength of its own phrases; below 0 where more speaks against
	sum      float32 // own, and a share of what the topics below it have
	phrases  int32   // different phrases of its own that speak for it
	title    bool    // one stands in the headline
	from, to int32   // its matches [from, to)
}

// strength is what one plain occurrence of a phrase of weight 1 to 4 adds.
var strength = [5]float32{0, 0.4, 1, 1.8, 3}

// inherited is the share of a topic's evidence that its parent gets.
const inherited = 0.7

// ledger is the evidence for all topics. Its buffers are used again.
type ledger struct {
	matches []match
	of      []evidence // by index in the taxonomy
	touched []int32    // topics with any evidence or with such below them, ascending
	counts  []phraseCount
	tops    [Tops]float32 // strength by top-level topic
	total   float32
}

type phraseCount struct {
	phrase int32
	count  float32 // occurrences
	place  float32 // the best place's weight
	weight int8
}

// add fills the ledger from the article's words.
func (l *ledger) add(s *scan, phrases *lexicon, tax taxonomy) {
	if len(l.of) != tax.n {
		l.of = make([]evidence, tax.n)
	}
	for _, t := range l.touched {
		l.of[t] = evidence{}
	}
	l.touched, l.tops, l.total = l.touched[:0], [Tops]float32{}, 0
	l.matches = phrases.matches(l.matches[:0], s)
	slices.SortFunc(l.matches, func(a, b match) int {
		switch {
		case a.term != b.term:
			return int(a.term - b.term)
		case a.from != b.from:
			return int(a.from - b.from)
		case a.to != b.to:
			return int(b.to - a.to)
		}
		return int(b.weight) - int(a.weight)
	})
	for i := 0; i < len(l.matches); {
		j := i
		for j < len(l.matches) && l.matches[j].term == l.matches[i].term {
			j++
		}
		l.weigh(s, i, j)
		i = j
	}
	l.inherit(tax)
}

// weigh adds up matches [from, to), all of one topic. Of phrases that overlap the first
// and longest counts.
func (l *ledger) weigh(s *scan, from, to int) {
	e := evidence{from: int32(from), to: int32(to)}
	l.counts = l.counts[:0]
	behind := int32(0)
	for i := from; i < to; i++ {
		m := &l.matches[i]
		if m.from < behind {
			continue
		}
		behind = m.to
		at := slices.IndexFunc(l.counts, func(c phraseCount) bool { return c.phrase == m.phrase })
		if at < 0 {
			at = len(l.counts)
			l.counts = append(l.counts, phraseCount{phrase: m.phrase, weight: m.weight})
		}
		c := &l.counts[at]
		c.count++
		c.place = max(c.place, s.words[m.from].weight)
		if m.weight > 0 && s.words[m.from].weight == titleWeight {
			e.title = true
		}
	}
	for _, c := range l.counts {
		x := float32(log1p(c.count-1)+1) * (0.5 + c.place/2)
		if c.weight < 0 {
			e.own -= x * strength[-c.weight]
		} else {
			e.own += x * strength[c.weight]
			e.phrases++
		}
	}
	term := l.matches[from].term
	l.of[term] = e
	l.touched = append(l.touched, term)
}

// inherit hands evidence up to parents and tops.
func (l *ledger) inherit(tax taxonomy) {
	direct := len(l.touched)
	for _, t := range l.touched[:direct] {
		own := max(l.of[t].own, 0)
		l.of[t].sum += own
		share := own
		top := int(t)
		for p := tax.parent(int(t)); p >= 0; p = tax.parent(p) {
			share *= inherited
			if l.of[p].sum == 0 && l.of[p].to == 0 {
				l.touched = append(l.touched, int32(p))
			}
			l.of[p].sum += share
			top = p
		}
		l.tops[tax.number(top)/1_000_000-1] += own
		l.total += own
	}
	slices.Sort(l.touched)
	l.touched = slices.Compact(l.touched)
}
