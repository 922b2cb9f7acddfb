package archive

import "slices"

// Add puts an article into the archive; Flush makes it last. An article whose ID is
// there already takes its place.
func (a *Archive) Add(p *Article) {
	h := HashID(p.ID)
	if p.Story == 0 {
		p.Story = h
	}
	if !a.pending.remove(h) {
		a.deleteHash(h)
	}
	a.pending.add(p, h)
	a.joinAll(p)
}

// Pending is the number of articles that were added since the last Flush.
func (a *Archive) Pending() int { return a.pending.live }

// Flush returns the writes that make everything since the last Flush last, and those
// that merge segments or clear away blobs that are no longer wanted.
func (a *Archive) Flush() []Op {
	var ops []Op
	buried := a.take()
	if a.pending.live > 0 {
		rows := make([]Row, 0, a.pending.live)
		var postings []pair
		var joins []join
		var w writer
		for i, p := range a.pending.articles {
			if p == nil {
				continue
			}
			w.add(a, p.encode(&w), len(rows))
			for _, f := range p.Fingerprints {
				postings = append(postings, pair(f)<<32|pair(len(rows)))
			}
			for _, j := range p.Joins {
				joins = append(joins, join{p.Story, j})
			}
			rows = append(rows, Row{ID: a.pending.ids[i], Story: p.Story, FirstSeen: p.FirstSeen, Published: p.Published, Words: p.Words})
		}
		ops = append(ops, w.finish(a, rows)...)
		slices.Sort(postings)
		ops = append(ops, a.addSegment(a.next, a.next, makeSegment(rows, slices.Compact(postings), sortJoins(joins))))
	}
	a.pending.reset()
	if len(buried) > 0 {
		ops = append(ops, a.put(makeName('d', buried[0].seq, buried[0].seq), makeTombstones(buried)))
	}
	a.supersede()
	a.settle()
	return append(append(ops, a.merge()...), a.sweep()...)
}

// take numbers the new tombstones.
func (a *Archive) take() []tombstone {
	dead := a.dead
	a.dead = nil
	if len(dead) == 0 {
		return nil
	}
	for i := range dead {
		dead[i].seq = a.next
		a.graves[dead[i].id] = a.next
	}
	a.next++
	return dead
}

func (p *Article) encode(w *writer) []byte {
	w.record = appendArticle(w.record[:0], p)
	return w.record
}

// A writer puts records into chunks, and the rows' references right once a chunk is full.
type writer struct {
	chunk  chunkWriter
	record []byte
	places []place
	ops    []Op
}

// A place is where the record of a row went.
type place struct {
	row    int
	chunk  uint32
	record uint16
}

func (w *writer) add(a *Archive, record []byte, row int) {
	if w.chunk.full() {
		w.cut(a)
	}
	w.places = append(w.places, place{row: row, record: uint16(w.chunk.records)})
	w.chunk.add(record)
}

// cut ends the open chunk.
func (w *writer) cut(a *Archive) {
	n := w.chunk.records
	if n == 0 {
		return
	}
	data := w.chunk.bytes()
	seq := a.next
	a.next++
	w.ops = append(w.ops, a.put(makeName('t', seq, uint32(len(data))), data))
	for i := len(w.places) - n; i < len(w.places); i++ {
		w.places[i].chunk = seq
	}
}

func (w *writer) finish(a *Archive, rows []Row) []Op {
	w.cut(a)
	for _, p := range w.places {
		rows[p.row].chunk, rows[p.row].record = p.chunk, p.record
	}
	return w.ops
}

// put notes a blob as stored and returns the write that stores it.
func (a *Archive) put(name string, data []byte) Op {
	b, _ := parseName(name)
	b.loaded = b.kind != 't'
	a.blobs[name] = b
	if b.kind == 't' {
		a.texts.name[b.lo] = name
		a.texts.put(b.lo, data, a.CacheBytes)
	}
	return Op{name, data}
}

// addSegment takes a segment that was just made into the index.
func (a *Archive) addSegment(lo, hi uint32, data []byte) Op {
	gen := a.next
	a.next++
	name := makeName('s', lo, hi, gen)
	s, _ := openSegment(name, data)
	s.lo, s.hi, s.gen = lo, hi, gen
	op := a.put(name, data)
	a.insert(s)
	return op
}

// sweep removes the blobs that count no longer: merged ones, and chunks that nothing
// names. While a segment is damaged its chunks are kept: they still have the articles.
func (a *Archive) sweep() []Op {
	var names []string
	whole := a.whole()
	for name, b := range a.blobs {
		if b.superseded || whole && b.kind == 't' && a.texts.rows[b.lo] == 0 {
			names = append(names, name)
		}
	}
	sortStrings(names)
	var ops []Op
	for _, name := range names {
		b := a.blobs[name]
		if b.kind == 't' {
			a.texts.drop(b.lo)
			delete(a.texts.name, b.lo)
		}
		delete(a.blobs, name)
		delete(a.broken, name)
		ops = append(ops, Op{Name: name})
	}
	return ops
}

// whole reports whether every segment in the store is either in memory or merged into one
// that is.
func (a *Archive) whole() bool {
	for name, b := range a.blobs {
		_, bad := a.broken[name]
		if b.kind == 's' && !b.superseded && (bad || !b.loaded) {
			return false
		}
	}
	return true
}
