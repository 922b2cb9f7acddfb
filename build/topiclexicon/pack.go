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
func same(a, b phrase) bool { return order(a, b) == 0 }

// order sorts phrases by topic, then by how they are written.
func order(a, b phrase) int {
	return cmp.Or(cmp.Compare(a.term, b.term), slices.CompareFunc(a.slots, b.slots, func(x, y slot) int {
		return cmp.Or(slices.Compare(x.keys, y.keys), cmp.Compare(x.special, y.special), cmp.Compare(x.letters, y.letters))
	}))
}

// packer numbers words and sets.
type packer struct {
	word map[uint64]int
	set  map[string]int
	sets [][]int
}

// pack lays phrases out as analyzer/topic/lexicon.go describes. They must be in order,
// each once.
func pack(phrases []phrase) ([]byte, error) {
	packed, word, ok := topic.PackTable(words(phrases))
	if !ok {
		return nil, fmt.Errorf("two words have the same hash, or there are more than 65,535")
	}
	p := packer{word: word, set: map[string]int{}}
	var records, lengths, bases, terms []byte
	index := make([][]int, len(word))
	last := -1
	for id, q := range phrases {
		if id%16 == 0 {
			bases = append(bases, byte(len(records)), byte(len(records)>>8), byte(len(records)>>16))
		}
		if q.term != last {
			last = q.term
			terms = binary.LittleEndian.AppendUint16(binary.LittleEndian.AppendUint16(terms, uint16(last)), uint16(id))
		}
		record := p.record(q)
		if len(record) > 255 {
			return nil, fmt.Errorf("a phrase of topic %d with its blockers takes %d bytes, more than 255", q.term, len(record))
		}
		records, lengths = append(records, record...), append(lengths, byte(len(record)))
		for _, key := range q.slots[0].keys {
			index[word[key]] = append(index[word[key]], id)
		}
	}
	var starts []byte
	var entries []int
	for _, ids := range index {
		starts = binary.LittleEndian.AppendUint16(starts, uint16(len(entries)))
		entries = append(entries, ids...)
	}
	starts = binary.LittleEndian.AppendUint16(starts, uint16(len(entries)))
	var setStarts []byte
	var members []int
	for _, s := range p.sets {
		setStarts = binary.LittleEndian.AppendUint16(setStarts, uint16(len(members)))
		members = append(members, s...)
	}
	setStarts = binary.LittleEndian.AppendUint16(setStarts, uint16(len(members)))
	for _, n := range []int{len(p.sets), len(members), len(phrases), len(entries), len(terms) / 4} {
		if n > 0xFFFF || len(word)+len(p.sets) >= topic.Gap {
			return nil, fmt.Errorf("%d are more than the format holds", n)
		}
		packed = binary.LittleEndian.AppendUint16(packed, uint16(n))
	}
	return slices.Concat(packed, starts, columns(entries), setStarts, columns(members), bases, lengths, terms, records), nil
}

// words returns the keys of all words, each once.
func words(phrases []phrase) []uint64 {
	var keys []uint64
	for _, p := range phrases {
		for _, s := range p.slots {
			keys = append(keys, s.keys...)
		}
		for _, b := range p.blockers {
			for _, s := range b {
				keys = append(keys, s.keys...)
			}
		}
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

// columns writes numbers of 16 bits, the low bytes before the high ones.
func columns(numbers []int) []byte {
	out := make([]byte, 2*len(numbers))
	for i, n := range numbers {
		out[i], out[len(numbers)+i] = byte(n), byte(n>>8)
	}
	return out
}

func (p *packer) record(q phrase) []byte {
	flags := len(q.slots) - 1 | (q.weight-1)<<3
	if q.against {
		flags |= 32
	}
	if len(q.blockers) > 0 {
		flags |= 64
	}
	letters := 0
	for i, s := range q.slots {
		letters |= s.letters << (2 * i)
	}
	if letters != 0 {
		flags |= 128
	}
	b := []byte{byte(flags)}
	if letters != 0 {
		b = binary.LittleEndian.AppendUint16(b, uint16(letters))
	}
	b = p.appendSlots(b, q.slots)
	if len(q.blockers) > 0 {
		b = append(b, byte(len(q.blockers)))
		for _, blocker := range q.blockers {
			b = p.appendSlots(append(b, byte(len(blocker))), blocker)
		}
	}
	return b
}

func (p *packer) appendSlots(b []byte, slots []slot) []byte {
	for _, s := range slots {
		v := s.special
		switch len(s.keys) {
		case 0:
		case 1:
			v = p.word[s.keys[0]]
		default:
			v = len(p.word) + p.setOf(s.keys)
		}
		b = binary.LittleEndian.AppendUint16(b, uint16(v))
	}
	return b
}

// setOf numbers a set of words.
func (p *packer) setOf(keys []uint64) int {
	name := fmt.Sprint(keys)
	n, ok := p.set[name]
	if !ok {
		n = len(p.sets)
		p.set[name] = n
		var numbers []int
		for _, k := range keys {
			numbers = append(numbers, p.word[k])
		}
		slices.Sort(numbers)
		p.sets = append(p.sets, numbers)
	}
	return n
}
