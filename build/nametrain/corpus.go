package main

import (
	"strings"

	"slugline/analyzer/entity"
	"slugline/analyzer/text"
)

// An example is a chain with the labels that each of its tokens may have.
type example struct {
	first   int      // of corpus.offsets
	allowed []uint32 // bit l: label l is allowed
	exact   bool     // each token has one label
	own     bool
	weight  float32
	passage int
}

// A corpus is examples with their features, as dense numbers once index has run.
type corpus struct {
	examples []example
	offsets  []uint32 // where each token's features begin; one more at the end
	features []uint32
}

// document cuts a passage into blocks at line ends.
func document(s string) *text.Document {
	doc := &text.Document{Source: s}
	for start := 0; start < len(s); {
		end := strings.IndexByte(s[start:], '\n')
		if end < 0 {
			end = len(s)
		} else {
			end += start
		}
		if strings.TrimSpace(s[start:end]) != "" {
			kind := text.Paragraph
			if line := s[start:end]; start == 0 && end < len(s) && len(line) < 160 && !strings.HasSuffix(strings.TrimSpace(line), ".") {
				kind = text.Title
			}
			doc.Append(kind, text.Span{Start: start, End: end})
		}
		start = end + 1
	}
	return doc
}

// add appends the examples of a passage, and reports how many marked names no chain
// can hold.
func (c *corpus) add(r *entity.Recognizer, p passage, number int) (lost int) {
	doc := document(p.text)
	allowed := labelSets(doc, p)
	if len(c.offsets) == 0 {
		c.offsets = []uint32{0}
	}
	inside := make([]bool, len(doc.Tokens))
	for _, chain := range r.Prepare(doc) {
		e := example{first: len(c.offsets) - 1, exact: true, own: p.source.own, weight: float32(p.source.weight), passage: number}
		for i := chain.First; i < chain.Last; i++ {
			inside[i] = true
			a := allowed[i]
			if a&(a-1) != 0 {
				e.exact = false
			}
			e.allowed = append(e.allowed, a)
			c.features = r.AppendFeatures(c.features, doc, chain, i)
			c.offsets = append(c.offsets, uint32(len(c.features)))
		}
		c.examples = append(c.examples, e)
	}
	for i, a := range allowed {
		if !inside[i] && a&1 == 0 {
			lost++
		}
	}
	return lost
}

// labelSets returns for each token the labels that the passage's annotation allows.
func labelSets(doc *text.Document, p passage) []uint32 {
	free := uint32(1)
	for t := range entity.Type(entity.Types) {
		if p.source.silent>>t&1 != 0 {
			free |= 0xF << entity.LabelOf(t, 0)
		}
	}
	sets := make([]uint32, len(doc.Tokens))
	for i := range sets {
		sets[i] = free
	}
	i := 0
	for _, m := range p.names {
		for i < len(doc.Tokens) && doc.Tokens[i].End <= m.start {
			i++
		}
		first := i
		for i < len(doc.Tokens) && doc.Tokens[i].Start < m.end {
			i++
		}
		for k := first; k < i; k++ {
			set := uint32(0)
			if m.outside {
				set = 1
			}
			for t := range entity.Type(entity.Types) {
				if m.types>>t&1 == 0 {
					continue
				}
				switch {
				case m.outside:
					set |= 0xF << entity.LabelOf(t, 0)
				case i-first == 1:
					set |= 1 << entity.LabelOf(t, entity.Single)
				case k == first:
					set |= 1 << entity.LabelOf(t, entity.Begin)
				case k == i-1:
					set |= 1 << entity.LabelOf(t, entity.End)
				default:
					set |= 1 << entity.LabelOf(t, entity.Inside)
				}
			}
			sets[k] = set
		}
	}
	return sets
}

// index replaces feature hashes by dense numbers and drops features seen fewer than
// least times. It returns the hash of each number.
func (c *corpus) index(least int) []uint32 {
	counts := make(map[uint32]uint32, 1<<22)
	for _, h := range c.features {
		counts[h]++
	}
	numbers := make(map[uint32]uint32, len(counts)/2)
	var hashes []uint32
	out := c.features[:0]
	from := uint32(0)
	for t := 0; t+1 < len(c.offsets); t++ {
		to := c.offsets[t+1]
		for _, h := range c.features[from:to] {
			if counts[h] < uint32(least) {
				continue
			}
			n, ok := numbers[h]
			if !ok {
				n = uint32(len(hashes))
				numbers[h] = n
				hashes = append(hashes, h)
			}
			out = append(out, n)
		}
		c.offsets[t+1] = uint32(len(out))
		from = to
	}
	c.features = out
	return hashes
}
