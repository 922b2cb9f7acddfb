package dedup

import "slices"

const (
	eventNames = 6   // names that two reports of one event share, at least
	eventShare = 0.5 // of the names of the one that has fewer
	eventDays  = 3   // between their dates, at most, where both are known
)

// sameEvent reports whether two articles that share little text tell of the same event:
// most of the names in one are in the other, and their dates are close.
func (c *Comparer) sameEvent() bool {
	if c.apart() > eventDays {
		return false
	}
	c.namesHere = c.names(c.namesHere[:0], c.words)
	c.namesThere = c.names(c.namesThere[:0], c.there.words)
	shared := 0
	for _, h := range c.namesHere {
		if _, ok := slices.BinarySearch(c.namesThere, h); ok {
			shared++
		}
	}
	fewer := min(len(c.namesHere), len(c.namesThere))
	return shared >= eventNames && float64(shared) >= eventShare*float64(fewer)
}

// names appends the distinct hashes of the words that are written as names, sorted.
func (c *Comparer) names(dst []uint32, ws []word) []uint32 {
	for _, w := range ws {
		if c.isName(w) && w.flags&spelled == 0 {
			dst = append(dst, w.hash)
		}
	}
	slices.Sort(dst)
	return slices.Compact(dst)
}
