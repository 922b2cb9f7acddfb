package archive

// An export is one file that holds every blob of an archive, so that it can be carried
// to another machine or kept. It is
//
//	"SLUGPACK", u32 version
//	for each blob: u8 length of its name, the name, u32 length, u32 checksum, the bytes
//
// and can be written and read in pieces: a host that streams it needs memory for one
// blob at a time.

const (
	packMagic = "SLUGPACK"
	packHead  = 8 + 4
)

// ExportHead is what an export begins with.
func ExportHead() []byte { return append32([]byte(packMagic), Version) }

// ExportBlob is what an export holds for one blob. Names that are not an archive's give nil.
func ExportBlob(name string, data []byte) []byte {
	if _, ok := parseName(name); !ok {
		return nil
	}
	b := make([]byte, 0, 9+len(name)+len(data))
	b = append(b, byte(len(name)))
	b = append(b, name...)
	b = append32(b, uint32(len(data)))
	b = append32(b, checksum(data))
	return append(b, data...)
}

// An Importer reads an export piece by piece and adds its articles to an archive. What
// the archive has already, by identifier, stays as it is. Damaged blobs are named
// and passed over.
type Importer struct {
	archive     *Archive
	fingerprint func(*Article)
	buffer      []byte
	started     bool
	dead        map[uint64]uint32
	Added       int // articles
	Known       int // articles that were there already
	Problems    []Problem
}

// NewImporter returns an Importer into a. fingerprint sets the Fingerprints and Words of
// an article from its text: an export of another version of the engine may have had others.
func NewImporter(a *Archive, fingerprint func(*Article)) *Importer {
	return &Importer{archive: a, fingerprint: fingerprint, dead: map[uint64]uint32{}}
}

// Write takes the next piece of an export. It reports false where this is no export.
// Afterwards the archive has articles to Flush.
func (im *Importer) Write(piece []byte) bool {
	im.buffer = append(im.buffer, piece...)
	if !im.started {
		if len(im.buffer) < packHead {
			return true
		}
		if v := load32(im.buffer[8:]); string(im.buffer[:8]) != packMagic || v == 0 || v > Version {
			return false
		}
		im.started = true
		im.buffer = im.buffer[packHead:]
	}
	for {
		b := im.buffer
		if len(b) < 1 || len(b) < 9+int(b[0]) {
			return true
		}
		n := int(b[0])
		name, size, sum := string(b[1:1+n]), int(load32(b[1+n:])), load32(b[5+n:])
		if size < 0 || size > maxBlob {
			im.Problems = append(im.Problems, Problem{name, "its length makes no sense"})
			im.buffer = nil
			return false
		}
		if len(b) < 9+n+size {
			return true
		}
		im.blob(name, b[9+n:9+n+size], sum)
		im.buffer = b[9+n+size:]
	}
}

const maxBlob = 1 << 30

// Close ends the import. It reports a problem where the export was cut short.
func (im *Importer) Close() (Problem, bool) {
	if len(im.buffer) > 0 || !im.started {
		return Problem{"export", "it is cut short"}, false
	}
	return Problem{}, true
}

// blob takes the articles of a chunk. Segments give nothing that chunks do not; of
// tombstones the importer learns which articles not to bring back: ExportOrder puts them
// first.
func (im *Importer) blob(name string, data []byte, sum uint32) {
	b, ok := parseName(name)
	if !ok {
		return
	}
	if checksum(data) != sum && b.kind != 't' {
		im.Problems = append(im.Problems, Problem{name, "it is damaged"})
		return
	}
	switch b.kind {
	case 'd':
		graves := Archive{graves: im.dead}
		if reason := graves.loadTombstones(data); reason != "" {
			im.Problems = append(im.Problems, Problem{name, reason})
		}
	case 't':
		im.chunk(name, b.lo, data)
	}
}

func (im *Importer) chunk(name string, seq uint32, data []byte) {
	problem := im.archive.addChunk(data, im.fingerprint, func(p *Article) bool {
		id := HashID(p.ID)
		if im.dead[id] > seq {
			return false
		}
		if im.archive.Has(p.ID) {
			im.Known++
			return false
		}
		im.Added++
		return true
	})
	if problem != "" {
		im.Problems = append(im.Problems, Problem{name, problem})
	}
}

// addChunk adds the articles of a chunk that want says yes to, and passes over those
// whose block is damaged.
func (a *Archive) addChunk(data []byte, fingerprint func(*Article), want func(*Article) bool) string {
	c, problem := openChunk(data)
	if c == nil {
		return problem
	}
	for i := range c.records {
		b, reason := c.record(i)
		if reason != "" {
			problem = reason
			continue
		}
		p := readArticle(b)
		if p == nil {
			problem = "an article is damaged"
			continue
		}
		if want(p) {
			fingerprint(p)
			a.Add(p)
		}
	}
	return problem
}

// ExportOrder sorts the names of blobs into the order in which an export should hold
// them: tombstones before the chunks whose articles they kill.
func ExportOrder(names []string) {
	sortStrings(names) // d before s before t
}

// Orphans returns the names of the chunks whose articles no segment names because their
// segment is damaged. Rescue brings them back.
func (a *Archive) Orphans() []string {
	var names []string
	if a.whole() {
		return nil
	}
	for name, b := range a.blobs {
		if b.kind == 't' && a.texts.rows[b.lo] == 0 {
			names = append(names, name)
		}
	}
	sortStrings(names)
	return names
}

// Rescue adds the articles of an orphaned chunk again, as if they were new, and returns
// how many there were. Those that are in the archive, or were deleted, stay as they are.
// After the Flush that follows the last, the damaged segment is no longer needed: Drop it.
func (a *Archive) Rescue(name string, data []byte, fingerprint func(*Article)) (int, Problem) {
	b, ok := parseName(name)
	if !ok || b.kind != 't' {
		return 0, Problem{name, "not a text blob"}
	}
	n := 0
	reason := a.addChunk(data, fingerprint, func(p *Article) bool {
		if a.graves[HashID(p.ID)] > b.lo || a.Has(p.ID) {
			return false
		}
		n++
		return true
	})
	return n, Problem{name, reason}
}

// Drop gives up the damaged segments and returns the writes that remove them, and the
// chunks that are of no use without them.
func (a *Archive) Drop() []Op {
	var ops []Op
	for name := range a.broken {
		if a.blobs[name].kind == 's' {
			delete(a.blobs, name)
			delete(a.broken, name)
			ops = append(ops, Op{Name: name})
		}
	}
	return append(ops, a.sweep()...)
}
