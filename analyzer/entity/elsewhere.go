package entity

// What the same word does elsewhere in the article (Ratinov and Roth 2009, "context
// aggregation"): written small it is hardly a name; after "Minister" in one place it is
// a person in the others.

// maxOccurrences is how many other occurrences of a word are looked at.
const maxOccurrences = 6

// maxLooks is how many tokens are passed over to find them. No article gets there; a text
// of megabytes, where "The" would look at every "the", does.
const maxLooks = 256

// occurrences links the tokens of an article that have the same folded word.
type occurrences struct {
	next    []int32 // token -> the next token with the same word, -1 at the last
	heads   []int32 // hash slot -> first token, -1 when empty
	tails   []int32
	firstOf []int32 // token -> the first token with the same word
}

// link fills o for the tokens of attrs. Only words that are somewhere capitalised, or
// folded alike to one, matter; linking all is simpler and cheap.
func (o *occurrences) link(attrs []attribute) {
	size := 64
	for size < 2*len(attrs) {
		size *= 2
	}
	o.heads = resize(o.heads, size)
	o.tails = resize(o.tails, size)
	o.next = resize(o.next, len(attrs))
	o.firstOf = resize(o.firstOf, len(attrs))
	for i := range o.heads {
		o.heads[i] = -1
	}
	mask := uint32(size - 1)
	for i := range attrs {
		o.next[i] = -1
		slot := attrs[i].word * 2654435769 >> 7 & mask
		for o.heads[slot] >= 0 && attrs[o.heads[slot]].word != attrs[i].word {
			slot = (slot + 1) & mask
		}
		if o.heads[slot] < 0 {
			o.heads[slot] = int32(i)
		} else {
			o.next[o.tails[slot]] = int32(i)
		}
		o.tails[slot] = int32(i)
		o.firstOf[i] = o.heads[slot]
	}
}

func resize(s []int32, n int) []int32 {
	if cap(s) < n {
		return make([]int32, n+n/2)[:n]
	}
	return s[:n]
}

// elsewhere adds the features of the other occurrences of token i's word.
func (r *Recognizer) elsewhere(f *features, i int) {
	const templates = 8
	defer func(t uint32) { f.template = t }(f.template + templates)
	a := &r.attrs[i]
	if !a.strong {
		return
	}
	small, capital, seen := uint32(0), uint32(0), 0
	var longest *attribute
	longestAt := 0
	base := f.template
	looks := 0
	for j := r.words.firstOf[i]; j >= 0 && seen < maxOccurrences && looks < maxLooks; j = r.words.next[j] {
		looks++
		if int(j) == i {
			continue
		}
		o := &r.attrs[j]
		if !o.strong {
			small = 1
			continue
		}
		if o.shouted {
			continue
		}
		seen++
		if !o.opening {
			capital = 1
		}
		if longest == nil || o.last-o.first > longest.last-longest.first {
			longest, longestAt = o, int(j)
		}
		f.template = base
		f.two(r.before(int(j)).word, 1)
		f.two(r.after(int(j)).word, 1)
	}
	f.template = base + 2
	f.one(small<<1 | capital)
	f.two(small<<1|capital, bit(a.opening, 0)|bit(a.shouted, 1)|bit(a.upper, 2))
	if longest == nil || longest.first < 0 {
		return
	}
	place := uint32(min(longest.last-longest.first, 4))<<4 | uint32(min(longestAt-longest.first, 3))<<2 | uint32(min(longest.last-1-longestAt, 3))
	f.one(place)
	f.two(place, uint32(r.attrs[longest.first].fine))
	f.two(place, uint32(r.attrs[longest.last-1].fine))
	f.two(place, r.before(longest.first).word)
}

// before returns the attributes of the token before i in its sentence.
func (r *Recognizer) before(i int) *attribute {
	if i == 0 || r.attrs[i].starts {
		return &boundary
	}
	return &r.attrs[i-1]
}

// after returns the attributes of the token after i in its sentence.
func (r *Recognizer) after(i int) *attribute {
	if i+1 == len(r.attrs) || r.attrs[i+1].starts {
		return &boundary
	}
	return &r.attrs[i+1]
}
