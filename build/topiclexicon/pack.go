package main

import (
	"cmp"
	"encoding/binary"
	"fmt"
	"slices"

	"slugline/analyzer/topic"
	"slugline/analyzer/wordclass"
)

func wordKey(lower string) uint64 { return wordclass.Hash(lower) }

// same reports whether two phrases are written alike and mean the same topic.
func same(a, b phrase) bool {
	return a.term == b.term && slices.Equal(a.elements, b.elements)
}

// pack lays the phrases out; where two are the same, the first one counts.
func pack(phrases []phrase) ([]byte, error) {
	var keys []uint64
	add := func(elements []element) {
		for _, e := range elements {
			if e.special == 0 {
				keys = append(keys, e.key)
			}
		}
	}
	for _, p := range phrases {
		add(p.elements)
		for _, b := range p.blockers {
			add(b)
		}
	}
	slices.Sort(keys)
	keys = slices.Compact(keys)
	if len(keys) >= topic.Gap {
		return nil, fmt.Errorf("%d different words, more than the format holds", len(keys))
	}
	packed, number, ok := topic.PackTable(keys)
	if !ok {
		return nil, fmt.Errorf("two words have the same hash")
	}
	slices.SortStableFunc(phrases, func(a, b phrase) int {
		if c := cmp.Compare(number[a.elements[0].key], number[b.elements[0].key]); c != 0 {
			return c
		}
		if c := cmp.Compare(a.term, b.term); c != 0 {
			return c
		}
		return slices.CompareFunc(a.elements, b.elements, func(x, y element) int {
			return cmp.Or(cmp.Compare(x.key, y.key), cmp.Compare(x.special, y.special), cmp.Compare(x.letters, y.letters))
		})
	})
	phrases = slices.CompactFunc(phrases, same)
	starts := make([]int, len(keys)+1)
	var list []byte
	at := 0
	for _, p := range phrases {
		for first := number[p.elements[0].key]; at <= first; at++ {
			starts[at] = len(list)
		}
		record := encode(p, number)
		if len(record) > 255 {
			return nil, fmt.Errorf("a phrase of topic %d with its blockers takes %d bytes, more than 255", p.term, len(record))
		}
		list = append(list, record...)
	}
	for ; at <= len(keys); at++ {
		starts[at] = len(list)
	}
	for shift := 0; shift < 24; shift += 8 {
		for _, s := range starts {
			packed = append(packed, byte(s>>shift))
		}
	}
	return append(packed, list...), nil
}

func encode(p phrase, number map[uint64]int) []byte {
	flags := len(p.elements) - 1 | p.weight<<3
	if p.against {
		flags |= 64
	}
	if len(p.blockers) > 0 {
		flags |= 128
	}
	b := []byte{0, byte(flags)}
	b = binary.LittleEndian.AppendUint16(b, uint16(p.term|p.elements[0].letters<<14))
	b = appendElements(b, p.elements[1:], number)
	if len(p.blockers) > 0 {
		b = append(b, byte(len(p.blockers)))
		for _, blocker := range p.blockers {
			b = append(b, byte(len(blocker)))
			b = appendElements(b, blocker, number)
		}
	}
	b[0] = byte(len(b))
	return b
}

func appendElements(b []byte, elements []element, number map[uint64]int) []byte {
	for _, e := range elements {
		v := e.special
		if v == 0 {
			v = number[e.key]
		}
		b = binary.LittleEndian.AppendUint16(b, uint16(v|e.letters<<14))
	}
	return b
}
