package topic

// The IPTC Media Topics (https://iptc.org/standards/media-topics/), read in place from
// model.Taxonomy. Columns, all little-endian, n active and r retired topics:
//
//	2 bytes n, 2 bytes r
//	4n  number of each active topic, ascending (11000000)
//	2n  index of its parent, 0xFFFF for the 17 tops
//	4n  number of its Wikidata item, 0 for none
//	2(n+1)  where its name begins in the names; the last one is their end
//	4r  number of each retired topic, ascending
//	2r  index of the nearest active topic above it
//	names
//
// Names are not sorted and there is no index: Search looks through all 16 KB of them
// in well under a millisecond.

import (
	"strconv"

	"slugline/analyzer/model"
)

// Release is the date of the Media Topics release that is embedded.
const Release = "2025-10-09"

// Tops is the number of top-level topics.
const Tops = 17

// Prefix begins the identifier of every Media Topic.
const Prefix = "medtop:"

// Term is one active topic of the IPTC Media Topics.
type Term struct {
	ID       string   // "medtop:20000639"
	Name     string   // "diplomacy"
	Path     []string // names from the top to this one
	Top      string   // id of the top-level topic
	Parent   string   // id, empty for a top
	Wikidata string   // "Q1889", empty where IPTC gives none
}

// taxonomy is where the columns begin.
type taxonomy struct{ n, retired int }

func readTaxonomy() taxonomy { return taxonomy{u16(model.Taxonomy, 0), u16(model.Taxonomy, 2)} }

func (t taxonomy) number(i int) int   { return u32(model.Taxonomy, 4+4*i) }
func (t taxonomy) wikidata(i int) int { return u32(model.Taxonomy, 4+6*t.n+4*i) }

// parent returns -1 for a top.
func (t taxonomy) parent(i int) int {
	if p := u16(model.Taxonomy, 4+4*t.n+2*i); p < t.n {
		return p
	}
	return -1
}

func (t taxonomy) name(i int) string {
	starts := 4 + 10*t.n + 2*i
	names := 4 + 12*t.n + 2 + 6*t.retired
	return model.Taxonomy[names+u16(model.Taxonomy, starts) : names+u16(model.Taxonomy, starts+2)]
}

// top returns 0 to Tops-1, in the order of the numbers.
func (t taxonomy) top(i int) int {
	for t.parent(i) >= 0 {
		i = t.parent(i)
	}
	return t.number(i)/1_000_000 - 1
}

// level is 1 for a top.
func (t taxonomy) level(i int) int {
	n := 0
	for ; i >= 0; i = t.parent(i) {
		n++
	}
	return n
}

// find returns the index of the active topic that a number names: the topic itself, or
// the nearest active one above it where it is retired; -1 for an unknown number.
func (t taxonomy) find(number int) int {
	if i := search(4, t.n, number); i >= 0 {
		return i
	}
	retired := 4 + 12*t.n + 2
	if i := search(retired, t.retired, number); i >= 0 {
		return u16(model.Taxonomy, retired+4*t.retired+2*i)
	}
	return -1
}

// search finds a number in the ascending column of n numbers at offset; -1 if absent.
func search(offset, n, number int) int {
	low, high := 0, n
	for low < high {
		if m := (low + high) / 2; u32(model.Taxonomy, offset+4*m) < number {
			low = m + 1
		} else {
			high = m
		}
	}
	if low < n && u32(model.Taxonomy, offset+4*low) == number {
		return low
	}
	return -1
}

func (t taxonomy) term(i int) Term {
	x := Term{ID: termID(t.number(i)), Name: t.name(i)}
	if p := t.parent(i); p >= 0 {
		x.Parent = termID(t.number(p))
	}
	if q := t.wikidata(i); q > 0 {
		x.Wikidata = "Q" + strconv.Itoa(q)
	}
	x.Path = make([]string, t.level(i))
	for at, j := len(x.Path)-1, i; j >= 0; at, j = at-1, t.parent(j) {
		x.Path[at] = t.name(j)
	}
	x.Top = termID((t.top(i) + 1) * 1_000_000)
	return x
}

func termID(number int) string {
	s := strconv.Itoa(number)
	return Prefix + "00000000"[:8-len(s)] + s
}

// Lookup returns the topic with an identifier, "medtop:20000639" or "20000639". A
// retired identifier gives the nearest active topic above it: where IPTC names a
// replacement, that is the one. ok is false for an unknown identifier.
func Lookup(id string) (term Term, ok bool) {
	t := readTaxonomy()
	i := indexOf(t, id)
	if i < 0 {
		return Term{}, false
	}
	return t.term(i), true
}

func indexOf(t taxonomy, id string) int {
	if len(id) > len(Prefix) && id[:len(Prefix)] == Prefix {
		id = id[len(Prefix):]
	}
	number := 0
	for i := range len(id) {
		if id[i]-'0' > 9 || i == 8 {
			return -1
		}
		number = 10*number + int(id[i]-'0')
	}
	if len(id) != 8 {
		return -1
	}
	return t.find(number)
}

func u16(s string, i int) int { return int(s[i]) | int(s[i+1])<<8 }

func u32(s string, i int) int { return u16(s, i) | u16(s, i+2)<<16 }
