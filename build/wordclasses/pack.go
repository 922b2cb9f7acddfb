package main

import (
	"errors"

	"slugline/analyzer/wordclass"
)

type entry struct {
	word  string
	class uint16
}

// pack builds the static function that wordclass.Of reads, by peeling: a cell that only
// one word uses can be set last for that word; taking that word away frees others.
func pack(entries []entry, coarse []int) ([]byte, error) {
	for segments := len(entries) * 23 / 20 / wordclass.SegmentLength; segments < 2*len(entries); segments++ {
		size := wordclass.HeaderSize + 2*wordclass.SegmentLength*(segments+2)
		cells, ok := solve(entries, wordclass.LayoutOf(size), (segments+2)*wordclass.SegmentLength)
		if !ok {
			continue
		}
		table := make([]byte, size)
		for i, c := range coarse {
			table[i] = byte(c)
		}
		for i, c := range cells {
			table[wordclass.HeaderSize+2*i] = byte(c)
			table[wordclass.HeaderSize+2*i+1] = byte(c >> 8)
		}
		return table, nil
	}
	return nil, errors.New("wordclasses: no layout found for the table")
}

func solve(entries []entry, l wordclass.Layout, n int) ([]uint16, bool) {
	count := make([]int, n)
	mix := make([]int, n) // xor of the entries that use a cell
	each := func(i int, f func(cell int)) {
		a, b, c, _ := l.Cells(wordclass.Hash(entries[i].word))
		f(a)
		f(b)
		f(c)
	}
	for i := range entries {
		each(i, func(c int) { count[c]++; mix[c] ^= i })
	}
	var free []int
	for c := range count {
		if count[c] == 1 {
			free = append(free, c)
		}
	}
	type step struct{ entry, cell int }
	var order []step
	for len(free) > 0 {
		c := free[len(free)-1]
		free = free[:len(free)-1]
		if count[c] != 1 {
			continue
		}
		i := mix[c]
		order = append(order, step{i, c})
		each(i, func(c int) {
			count[c]--
			mix[c] ^= i
			if count[c] == 1 {
				free = append(free, c)
			}
		})
	}
	if len(order) < len(entries) {
		return nil, false
	}
	cells := make([]uint16, n)
	for k := len(order) - 1; k >= 0; k-- {
		s := order[k]
		a, b, c, fingerprint := l.Cells(wordclass.Hash(entries[s.entry].word))
		cells[s.cell] = fingerprint<<10 | entries[s.entry].class
		for _, other := range [3]int{a, b, c} {
			if other != s.cell {
				cells[s.cell] ^= cells[other]
			}
		}
	}
	return cells, true
}
