package archive

// pending holds the articles that were added since the last Flush, with a hash table
// from fingerprints to them.
type pending struct {
	articles []*Article // nil: removed again
	ids      []uint64
	live     int
	heads    []int32 // into entries, plus one
	entries  []pendingEntry
}

type pendingEntry struct {
	fingerprint, doc uint32
	next             int32
}

func (p *pending) add(a *Article, id uint64) {
	doc := uint32(len(p.articles))
	p.articles, p.ids = append(p.articles, a), append(p.ids, id)
	p.live++
	for _, f := range a.Fingerprints {
		if len(p.entries) >= len(p.heads) {
			p.grow()
		}
		slot := &p.heads[int(f)&(len(p.heads)-1)]
		p.entries = append(p.entries, pendingEntry{f, doc, *slot})
		*slot = int32(len(p.entries))
	}
}

func (p *pending) grow() {
	p.heads = make([]int32, max(1024, 2*len(p.heads)))
	for i := range p.entries {
		e := &p.entries[i]
		slot := &p.heads[int(e.fingerprint)&(len(p.heads)-1)]
		e.next, *slot = *slot, int32(i+1)
	}
}

func (p *pending) lookup(dst []uint32, fingerprint, base uint32) []uint32 {
	if len(p.heads) == 0 {
		return dst
	}
	for i := p.heads[int(fingerprint)&(len(p.heads)-1)]; i > 0; {
		e := p.entries[i-1]
		if e.fingerprint == fingerprint && p.articles[e.doc] != nil {
			dst = append(dst, base+e.doc)
		}
		i = e.next
	}
	return dst
}

func (p *pending) find(id uint64) *Article {
	for i := len(p.ids) - 1; i >= 0; i-- {
		if p.ids[i] == id && p.articles[i] != nil {
			return p.articles[i]
		}
	}
	return nil
}

func (p *pending) remove(id uint64) bool {
	for i, h := range p.ids {
		if h == id && p.articles[i] != nil {
			p.articles[i] = nil
			p.live--
			return true
		}
	}
	return false
}

func (p *pending) removeOlder(before int64) int {
	n := 0
	for i, a := range p.articles {
		if a != nil && a.FirstSeen < before {
			p.articles[i] = nil
			n++
		}
	}
	p.live -= n
	return n
}

func (p *pending) reset() {
	clear(p.heads)
	*p = pending{heads: p.heads, entries: p.entries[:0], articles: p.articles[:0], ids: p.ids[:0]}
}
