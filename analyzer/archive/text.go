package archive

// texts is what of the chunks is in memory: the most recently used, up to a budget.
type texts struct {
	open map[uint32]*chunk
	used []uint32 // sequence numbers, least recently used first
	size int
	name map[uint32]string // every chunk in the store
	rows map[uint32]int    // how many rows of segments name each chunk
}

func (t *texts) has(seq uint32) bool { return t.open[seq] != nil }

// keep forgets the chunks that are no longer in the store.
func (t *texts) keep(blobs map[string]blob) {
	t.name = map[uint32]string{}
	for name, b := range blobs {
		if b.kind == 't' {
			t.name[b.lo] = name
		}
	}
	for seq := range t.open {
		if t.name[seq] == "" {
			t.drop(seq)
		}
	}
}

func (t *texts) drop(seq uint32) {
	c := t.open[seq]
	if c == nil {
		return
	}
	delete(t.open, seq)
	t.size -= len(c.data)
	for i, s := range t.used {
		if s == seq {
			t.used = append(t.used[:i], t.used[i+1:]...)
			break
		}
	}
}

// put opens a chunk and drops the least recently used ones beyond the budget.
func (t *texts) put(seq uint32, data []byte, budget int) string {
	c, reason := openChunk(data)
	if c == nil {
		return reason
	}
	t.drop(seq)
	if t.open == nil {
		t.open = map[uint32]*chunk{}
	}
	t.open[seq] = c
	t.used = append(t.used, seq)
	t.size += len(data)
	for t.size > budget && len(t.used) > 1 {
		t.drop(t.used[0])
	}
	return ""
}

// get returns a chunk that is in memory, or nil, and marks it as used.
func (t *texts) get(seq uint32) *chunk {
	c := t.open[seq]
	if c == nil || t.used[len(t.used)-1] == seq {
		return c
	}
	for i, s := range t.used {
		if s == seq {
			copy(t.used[i:], t.used[i+1:])
			t.used[len(t.used)-1] = seq
			break
		}
	}
	return c
}
