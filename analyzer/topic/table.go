package topic

// A table numbers hashed words: the words themselves are not stored, only 20 bits of
// their hash below the bucket's, which mistakes one word in some half a million for
// another. Layout at an offset of a model, all little-endian:
//
//	2 bytes  n, the number of words (at most 65,535)
//	1 byte   b, buckets are 2^b
//	2(2^b+1) where each bucket begins in the list; the last one is n
//	2n       the list: the low 16 bits of each hash, by bucket (the top b bits of the hash)
//	(n+1)/2  and 4 bits more of each, two in a byte
//
// A word's number is its place in the list.

type table struct {
	model  string
	starts int // offset of the buckets
	list   int
	n      int
	shift  uint

	begins []uint16 // the buckets and the list once more, a word a cell: open fills them
	cells  []uint32
}

func readTable(model string, offset int) table {
	n, bits := u16(model, offset), uint(model[offset+2])
	return table{model: model, starts: offset + 3, list: offset + 3 + 2*(1<<bits+1), n: n, shift: 64 - bits}
}

// end is the offset behind the table.
func (t *table) end() int { return t.list + 2*t.n + (t.n+1)/2 }

// open reads the table out, in some ten microseconds: it is asked for every word and pair.
func (t *table) open() {
	t.begins = make([]uint16, (t.list-t.starts)/2)
	for i := range t.begins {
		t.begins[i] = uint16(u16(t.model, t.starts+2*i))
	}
	t.cells = make([]uint32, t.n)
	for i := range t.cells {
		high := t.model[t.list+2*t.n+i/2] >> (4 * (i & 1)) & 15
		t.cells[i] = uint32(u16(t.model, t.list+2*i)) | uint32(high)<<16
	}
}

// find returns the number of a hash, -1 where the table does not have it.
func (t *table) find(h uint64) int {
	if t.cells == nil {
		t.open()
	}
	bucket := h >> t.shift
	first := int(t.begins[bucket])
	for i, cell := range t.cells[first:t.begins[bucket+1]] {
		if cell == uint32(h)&0xFFFFF {
			return first + i
		}
	}
	return -1
}

// PackTable lays out a table of hashes and returns it, with the number of each hash.
// No two of the hashes may agree in bucket and low 20 bits; ok is false where two do.
// It is what the programs in build use.
func PackTable(hashes []uint64) (packed []byte, number map[uint64]int, ok bool) {
	bits := uint(1)
	for 1<<bits < len(hashes)/2 {
		bits++
	}
	buckets := make([][]uint64, 1<<bits)
	for _, h := range hashes {
		b := h >> (64 - bits)
		buckets[b] = append(buckets[b], h)
	}
	packed = []byte{byte(len(hashes)), byte(len(hashes) >> 8), byte(bits)}
	number = make(map[uint64]int, len(hashes))
	var list, high []byte
	n := 0
	for _, bucket := range buckets {
		packed = append(packed, byte(n), byte(n>>8))
		for i, h := range bucket {
			for _, other := range bucket[:i] {
				if (h^other)&0xFFFFF == 0 {
					return nil, nil, false
				}
			}
			number[h] = n
			list = append(list, byte(h), byte(h>>8))
			if n%2 == 0 {
				high = append(high, byte(h>>16)&15)
			} else {
				high[n/2] |= byte(h>>16) << 4
			}
			n++
		}
	}
	packed = append(packed, byte(n), byte(n>>8))
	return append(append(packed, list...), high...), number, len(hashes) < 1<<16
}
