package identity

// index finds the entries of a key: 1,024 bytes say how many entries each value of the
// key's upper ten bits has; the next 16 bits of each entry stand in two columns, sorted;
// its other columns follow. A name that is not in it passes once in 2^26 / entries times.
type index struct {
	data  string
	n     int
	rests int // where the columns begin
}

// Buckets is how many values the upper bits of a key have.
const Buckets = 1 << 10

func openIndex(data string, at, n, columns int) (x index, end int) {
	return index{data: data[at : at+Buckets+(2+columns)*n], n: n, rests: Buckets}, at + Buckets + (2+columns)*n
}

// Split returns the two parts of a key: its bucket and what tells it from others there.
func Split(key uint32) (bucket int, rest uint16) { return int(key >> 22), uint16(key >> 6) }

// find returns the entries of a key, [first, first+n).
func (x *index) find(key uint32) (first, n int) {
	bucket, rest := Split(key)
	at := 0
	for b := range bucket {
		at += int(x.data[b])
	}
	for end := at + int(x.data[bucket]); at < end; at++ {
		if uint16(x.data[x.rests+at])|uint16(x.data[x.rests+x.n+at])<<8 == rest {
			if n == 0 {
				first = at
			}
			n++
		}
	}
	return first, n
}

// column returns a byte of an entry.
func (x *index) column(c, entry int) int { return int(x.data[x.rests+(2+c)*x.n+entry]) }
