package archive

import "slices"

const (
	fanout = 4 // segments of one level that are merged into one of the next
	eighth = 8 // of a large archive may be in one segment, or a query would look into hundreds
)

// A join says that two stories are one.
type join struct{ a, b uint64 }

func sortJoins(joins []join) []join {
	slices.SortFunc(joins, func(x, y join) int {
		if x.a != y.a {
			return compare(x.a, y.a)
		}
		return compare(x.b, y.b)
	})
	return slices.Compact(joins)
}

func compare(x, y uint64) int {
	if x < y {
		return -1
	} else if x > y {
		return 1
	}
	return 0
}

// level of a segment: how often fanout goes into its articles.
func level(s *segment) int {
	n := 0
	for d := s.docs; d >= fanout; d /= fanout {
		n++
	}
	return n
}

// merge merges runs of neighbouring segments until no level has fanout of them.
func (a *Archive) merge() []Op {
	var ops []Op
	for {
		from, to := a.run()
		if to-from < 2 {
			return ops
		}
		ops = append(ops, a.mergeRun(from, to, false)...)
	}
}

// run finds neighbouring segments to merge: fanout of one level, or anything smaller
// after them. Nothing is merged across a damaged segment, whose range would then seem
// to be part of the merged one.
func (a *Archive) run() (from, to int) {
	limit := max(a.Limit, a.flushed()/eighth)
	for from = 0; from < len(a.segments); from++ {
		l, docs, same := level(a.segments[from]), 0, 0
		for to = from; to < len(a.segments); to++ {
			s := a.segments[to]
			if level(s) > l || docs+s.docs > limit || to > from && a.barrier(a.segments[to-1], s) {
				break
			}
			docs += s.docs
			if level(s) == l {
				same++
			}
		}
		if same >= fanout {
			return from, to
		}
	}
	return 0, 0
}

func (a *Archive) barrier(s, t *segment) bool {
	for name := range a.broken {
		if b := a.blobs[name]; b.kind == 's' && b.lo > s.hi && b.hi < t.lo {
			return true
		}
	}
	return false
}

// mergeRun makes one segment of those in [from, to), without their deleted articles.
// Texts move with them from chunks that are not full yet; where all is set, also from
// full ones that hold deleted articles.
func (a *Archive) mergeRun(from, to int, all bool) []Op {
	sources := slices.Clone(a.segments[from:to])
	var rows []Row
	var joins []join
	places := make([][]uint32, len(sources))
	total := 0
	for i, s := range sources {
		places[i] = make([]uint32, s.docs)
		total += s.postings
		for doc := range s.docs {
			places[i][doc] = ^uint32(0)
			if !s.isDead(doc) && !newer(sources[i+1:], s.row(doc).ID) {
				places[i][doc] = uint32(len(rows))
				rows = append(rows, s.row(doc))
			}
		}
		for j := s.joins; len(j) >= joinSize; j = j[joinSize:] {
			joins = append(joins, join{load64(j), load64(j[8:])})
		}
	}
	ops := a.repack(rows, sources, all)
	postings := mergePostings(sources, places, total)
	ops = append(ops, a.addSegment(sources[0].lo, sources[len(sources)-1].hi, makeSegment(rows, postings, sortJoins(joins))))
	a.supersede()
	a.settle()
	return ops
}

// newer reports whether one of the segments has a later version of an article: a write
// may have been cut off between the version and the tombstone of the one before.
func newer(segments []*segment, id uint64) bool {
	for _, s := range segments {
		if s.find(id) >= 0 {
			return true
		}
	}
	return false
}

// mergePostings merges the postings of segments, which are sorted, into one list.
func mergePostings(sources []*segment, places [][]uint32, total int) []pair {
	cursors := make([]cursor, len(sources))
	for i, s := range sources {
		cursors[i] = cursor{s: s, places: places[i], bucket: -1}
		cursors[i].advance()
	}
	out := make([]pair, 0, total)
	for {
		best := -1
		for i := range cursors {
			if !cursors[i].done && (best < 0 || cursors[i].at < cursors[best].at) {
				best = i
			}
		}
		if best < 0 {
			return out
		}
		out = append(out, cursors[best].at)
		cursors[best].advance()
	}
}

// A cursor walks over the postings of a segment, leaving out deleted articles.
type cursor struct {
	s      *segment
	places []uint32
	bucket int
	left   int // postings of the bucket still to come
	next   int
	at     pair
	done   bool
}

func (c *cursor) advance() {
	for {
		for c.left == 0 {
			if c.bucket++; c.bucket >= len(c.s.sizes) {
				c.done = true
				return
			}
			c.left = int(c.s.sizes[c.bucket])
		}
		if c.next >= c.s.postings {
			c.done = true
			return
		}
		p := c.s.posting(c.next)
		c.next, c.left = c.next+1, c.left-1
		doc := int(p & c.s.mask)
		if doc >= len(c.places) || c.places[doc] == ^uint32(0) {
			continue
		}
		c.at = pair(uint64(c.bucket)<<c.s.restBits|p>>c.s.docBits)<<32 | pair(c.places[doc])
		return
	}
}

// repack moves the records of rows out of chunks that are small, or have deleted
// articles where all is set, into fuller ones. A chunk whose text is not in memory or is
// damaged stays as it is.
func (a *Archive) repack(rows []Row, sources []*segment, all bool) []Op {
	stale := map[uint32]bool{}
	if all {
		for _, s := range sources {
			for doc := range s.docs {
				if s.isDead(doc) {
					stale[s.row(doc).chunk] = true
				}
			}
		}
	}
	order := make([]int, 0, len(rows))
	for i, r := range rows {
		c := a.texts.open[r.chunk]
		if c != nil && (stale[r.chunk] || len(c.data) < chunkTarget/2) && a.readable(r.chunk) {
			order = append(order, i)
		}
	}
	slices.SortFunc(order, func(x, y int) int {
		if d := int(rows[x].chunk) - int(rows[y].chunk); d != 0 {
			return d
		}
		return int(rows[x].record) - int(rows[y].record)
	})
	if len(order) == 0 || !all && rows[order[0]].chunk == rows[order[len(order)-1]].chunk {
		return nil
	}
	var w writer
	for _, i := range order {
		record, problem := a.texts.open[rows[i].chunk].record(int(rows[i].record))
		if problem == "" {
			w.add(a, record, i)
		}
	}
	return w.finish(a, rows)
}

// readable reports whether every block of a chunk in memory is whole.
func (a *Archive) readable(seq uint32) bool {
	c := a.texts.open[seq]
	if c.checked {
		return !c.bad
	}
	c.checked = true
	for b := range c.blocks {
		if c.unpack(b) != "" {
			c.bad = true
		}
	}
	return !c.bad
}

// Compact rewrites every segment that has deleted articles, and the chunks in memory that
// hold their texts; Stale names the chunks to Load before.
func (a *Archive) Compact() []Op {
	ops := a.Flush()
	for i := 0; i < len(a.segments); i++ {
		if a.segments[i].deadCount > 0 {
			ops = append(ops, a.mergeRun(i, i+1, true)...)
		}
	}
	return append(ops, a.sweep()...)
}

// Stale returns the names of the chunks that hold texts of deleted articles and are not
// in memory.
func (a *Archive) Stale() []string {
	var docs []uint32
	for _, s := range a.segments {
		for doc := range s.docs {
			if s.isDead(doc) {
				docs = append(docs, s.base+uint32(doc))
			}
		}
	}
	return a.Missing(docs)
}
