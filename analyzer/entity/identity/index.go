package identity

// index finds the entries of a key: 1,024 bytes say how many entries each value of the
// key's upper ten bits has; the next 16 bits of each entry stand in two columns, sorted;
// its other columns follow. A name that is not in it passes once in 2^26 / entries times.
type index struct {
	data   string
	n      int
	starts [Buckets + 1]uint16 // the first entry of each bucket
}

// Buckets is how many values the upper bits of a key have.
const Buckets = 1 << 10

func openIndex(data string, at, n, columns int) (x index, end int) {
	end = at + Buckets + (2+columns)*n
	x = index{data: data[at+Buckets : end], n: n}
	for b := range Buckets {
		x.starts[b+1] = x.starts[b] + uint16(data[at+b])
	}
	return x, end
}

// Split returns the two parts of a key: its bucket and what tells it from others there.
func Split(key uint32) (bucket int, rest uint16) { return int(key >> 22), uint16(key >> 6) }

// find returns the entries of a key, [first, first+n).
func (x *index) find(key uint32) (first, n int) {
	bucket, rest := Split(key)
	for at := int(x.starts[bucket]); at < int(x.starts[bucket+1]); at++ {
		if uint16(x.data[at])|uint16(x.data[x.n+at])<<8 == rest {
			if n == 0 {
				first = at
			}
			n++
		}
	}
	return first, n
}

// column returns a byte of an entry.
func (x *index) column(c, entry int) int { return int(x.data[(2+c)*x.n+entry]) }
