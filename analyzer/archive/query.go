package archive

import (
	"slices"
	"sort"

	"slugline/analyzer/order"
)

func sortStrings(s []string) { sort.Strings(s) }

// insert puts a segment in its place, with the tombstones and joins that concern it, and
// counts the chunks that its rows name.
func (a *Archive) insert(s *segment) {
	i := sort.Search(len(a.segments), func(i int) bool { return a.segments[i].lo > s.lo })
	a.segments = slices.Insert(a.segments, i, s)
	a.bury(s)
	for j := s.joins; len(j) >= joinSize; j = j[joinSize:] {
		a.join(load64(j), load64(j[8:]))
	}
	for at := 0; at < len(s.rows); at += rowSize {
		a.texts.rows[load32(s.rows[at+32:])]++
	}
}

// forget is called for a segment that leaves the index.
func (a *Archive) forget(s *segment) {
	for at := 0; at < len(s.rows); at += rowSize {
		seq := load32(s.rows[at+32:])
		if a.texts.rows[seq]--; a.texts.rows[seq] <= 0 {
			delete(a.texts.rows, seq)
		}
	}
}

// settle drops superseded segments and numbers the articles again.
func (a *Archive) settle() {
	a.segments = slices.DeleteFunc(a.segments, func(s *segment) bool {
		b := a.blobs[s.name]
		if b.superseded {
			b.loaded = false
			a.blobs[s.name] = b
			a.forget(s)
		}
		return b.superseded
	})
	base := uint32(0)
	for _, s := range a.segments {
		s.base = base
		base += uint32(s.docs)
	}
}

// Articles is the number that document numbers stay below. Some of them may be deleted.
func (a *Archive) Articles() int { return a.flushed() + len(a.pending.articles) }

func (a *Archive) flushed() int {
	if n := len(a.segments); n > 0 {
		return int(a.segments[n-1].base) + a.segments[n-1].docs
	}
	return 0
}

// Lookup appends to dst the numbers of the articles that hold a fingerprint. Numbers
// change with Add, Delete, Flush, Load and Open.
func (a *Archive) Lookup(dst []uint32, fingerprint uint32) []uint32 {
	for _, s := range a.segments {
		dst = s.lookup(dst, fingerprint)
	}
	return a.pending.lookup(dst, fingerprint, uint32(a.flushed()))
}

func (a *Archive) segmentOf(doc uint32) (*segment, int) {
	i := sort.Search(len(a.segments), func(i int) bool { return a.segments[i].base > doc }) - 1
	if i < 0 || int(doc-a.segments[i].base) >= a.segments[i].docs {
		return nil, int(doc) - a.flushed()
	}
	return a.segments[i], int(doc - a.segments[i].base)
}

// Row returns what the index knows about an article.
func (a *Archive) Row(doc uint32) Row {
	s, i := a.segmentOf(doc)
	if s != nil {
		return s.row(i)
	}
	p := a.pending.articles[i]
	return Row{ID: a.pending.ids[i], Story: p.Story, FirstSeen: p.FirstSeen, Published: p.Published, Words: p.Words}
}

// Has reports whether the archive holds an article with the identifier.
func (a *Archive) Has(id string) bool {
	h := HashID(id)
	if a.pending.find(h) != nil {
		return true
	}
	for _, s := range a.segments {
		if doc := s.find(h); doc >= 0 && !s.isDead(doc) {
			return true
		}
	}
	return false
}

// Missing returns the names of the chunks that hold the texts of these articles and are
// not in memory. A host Loads them and asks again.
func (a *Archive) Missing(docs []uint32) []string {
	var names []string
	for _, doc := range docs {
		s, i := a.segmentOf(doc)
		if s == nil {
			continue
		}
		seq := s.row(i).chunk
		name := a.texts.name[seq]
		if _, bad := a.broken[name]; name == "" || bad || a.texts.has(seq) || slices.Contains(names, name) {
			continue
		}
		names = append(names, name)
	}
	return names
}

// Article returns an article, or nil where its text is damaged or not in memory.
func (a *Archive) Article(doc uint32) *Article {
	s, i := a.segmentOf(doc)
	if s == nil {
		return a.pending.articles[i]
	}
	r := s.row(i)
	c := a.texts.get(r.chunk)
	if c == nil {
		return nil
	}
	b, reason := c.record(int(r.record))
	var p *Article
	if reason == "" {
		if p = readArticle(b); p == nil {
			reason = "an article is damaged"
		}
	}
	if reason != "" {
		name := a.texts.name[r.chunk]
		a.broken[name] = Problem{name, reason}
		return nil
	}
	p.Story = r.Story
	return p
}

// Story returns the one name of a story, of all that were proved to be the same.
func (a *Archive) Story(story uint64) uint64 {
	for {
		up, ok := a.stories[story]
		if !ok {
			return story
		}
		story = up
	}
}

// StoryOf returns the story of the article with the identifier.
func (a *Archive) StoryOf(id string) (story uint64, ok bool) {
	h := HashID(id)
	if p := a.pending.find(h); p != nil {
		return a.Story(p.Story), true
	}
	for i := len(a.segments) - 1; i >= 0; i-- {
		s := a.segments[i]
		if doc := s.find(h); doc >= 0 && !s.isDead(doc) {
			return a.Story(s.row(doc).Story), true
		}
	}
	return 0, false
}

func (a *Archive) join(x, y uint64) {
	x, y = a.Story(x), a.Story(y)
	if x == y {
		return
	}
	a.stories[max(x, y)] = min(x, y)
}

func (a *Archive) joinAll(p *Article) {
	for _, j := range p.Joins {
		a.join(p.Story, j)
	}
}

// Stories groups the numbers of all articles by story, the largest story first, each in
// the order in which its articles were first seen.
func (a *Archive) Stories() [][]uint32 {
	at := map[uint64]int{}
	var out [][]uint32
	for doc := range uint32(a.Articles()) {
		s, i := a.segmentOf(doc)
		if s != nil && s.isDead(i) || s == nil && a.pending.articles[i] == nil {
			continue
		}
		key := a.Story(a.Row(doc).Story)
		k, ok := at[key]
		if !ok {
			k = len(out)
			at[key] = k
			out = append(out, nil)
		}
		out[k] = append(out[k], doc)
	}
	for _, docs := range out {
		order.StableBy(docs, func(x, y uint32) int { return int(a.Row(x).FirstSeen - a.Row(y).FirstSeen) })
	}
	order.StableBy(out, func(x, y []uint32) int { return len(y) - len(x) })
	return out
}

// Stats is what an archive holds and costs.
type Stats struct {
	Articles   int // that are not deleted
	Deleted    int // that are deleted and still take room
	Segments   int
	Chunks     int
	IndexBytes int
	TextBytes  int
	Memory     int // bytes of blobs held in memory
}

// Stats counts. It does not read blobs.
func (a *Archive) Stats() Stats {
	st := Stats{Articles: a.pending.live, Segments: len(a.segments), Memory: a.texts.size}
	for _, s := range a.segments {
		st.Articles += s.docs - s.deadCount
		st.Deleted += s.deadCount
		st.IndexBytes += len(s.data)
	}
	st.Memory += st.IndexBytes
	for _, b := range a.blobs {
		if b.kind == 't' {
			st.Chunks++
			st.TextBytes += int(b.gen)
		}
	}
	return st
}
