package archive

const (
	graveMagic = "SLUGDEAD"
	graveHead  = 8 + 4 + 4
	graveSize  = 12
)

// A tombstone kills an article in the segments that were written before it.
type tombstone struct {
	id  uint64
	seq uint32
}

func makeTombstones(dead []tombstone) []byte {
	b := append32(append32([]byte(graveMagic), Version), uint32(len(dead)))
	for _, t := range dead {
		b = append32(append64(b, t.id), t.seq)
	}
	return append32(b, checksum(b))
}

func (a *Archive) loadTombstones(data []byte) string {
	if len(data) < graveHead+4 || string(data[:8]) != graveMagic {
		return "not a blob of tombstones, or cut short"
	}
	if v := load32(data[8:]); v == 0 || v > Version {
		return "written by a later version"
	}
	n := int(load32(data[12:]))
	if len(data) != graveHead+n*graveSize+4 || checksum(data[:len(data)-4]) != load32(data[len(data)-4:]) {
		return "it is damaged"
	}
	for b := data[graveHead:]; n > 0; n, b = n-1, b[graveSize:] {
		id, seq := load64(b), load32(b[8:])
		a.graves[id] = max(a.graves[id], seq)
	}
	for _, s := range a.segments {
		a.bury(s)
	}
	return ""
}

// bury marks the articles of a segment that a tombstone kills.
func (a *Archive) bury(s *segment) {
	for id, seq := range a.graves {
		if s.hi < seq {
			if doc := s.find(id); doc >= 0 {
				s.kill(doc)
			}
		}
	}
}

// Delete removes the article with the identifier and reports whether there was one. Its
// text leaves the store when the segment and chunk that hold it are next rewritten: by a
// merge, or by Compact.
func (a *Archive) Delete(id string) bool {
	h := HashID(id)
	if a.pending.remove(h) {
		return true
	}
	return a.deleteHash(h)
}

func (a *Archive) deleteHash(h uint64) bool {
	found := false
	for _, s := range a.segments {
		if doc := s.find(h); doc >= 0 && !s.isDead(doc) {
			s.kill(doc)
			found = true
		}
	}
	if found {
		a.dead = append(a.dead, tombstone{id: h})
	}
	return found
}

// DeleteOlder removes the articles first seen before a time, in seconds since 1970, and
// returns how many there were.
func (a *Archive) DeleteOlder(before int64) int {
	n := a.pending.removeOlder(before)
	for _, s := range a.segments {
		for doc := range s.docs {
			if r := s.row(doc); !s.isDead(doc) && r.FirstSeen < before {
				s.kill(doc)
				a.dead = append(a.dead, tombstone{id: r.ID})
				n++
			}
		}
	}
	return n
}
