// Package archive keeps the articles that were seen before: an index of fingerprints
// that is read in place, and the texts, packed. It knows bytes and names of blobs only;
// the host stores the blobs, in IndexedDB, in a directory or in a database.
//
// # Format, version 1
//
// An archive is a set of named, immutable blobs. All numbers are little-endian. Sequence
// numbers are 32 bits and grow with every blob written; names carry them as 8
// hexadecimal digits. Checksums are CRC-32C.
//
//	s-LO-HI-GEN  segment: the index of the articles written under numbers LO to HI
//	t-SEQ-SIZE   chunk: texts; SIZE is its length in bytes
//	d-LO-HI      tombstones: what was deleted under numbers LO to HI
//
// A segment is
//
//	"SLUGSEGM", u32 version, u32 articles, u32 postings, u8 bucket bits, u8 article bits,
//	u16 0, u32 joins, 5 × u32 checksum of each section below, u32 checksum of all that
//	rows      40 bytes an article, sorted by hash: u64 hash of its identifier, u64 story,
//	          i64 first seen, i64 published, u32 chunk, u16 record in it, u16 words
//	offsets   u32 for every 16 buckets: postings before them; one more for the end
//	buckets   u8 a bucket: its postings
//	postings  bit-packed, sorted: the row in article bits, above it those bits of the
//	          fingerprint that do not choose the bucket; then 8 bytes of padding
//	joins     2 × u64, sorted: the story named first is part of the story named second
//
// A fingerprint has 30 bits, and its top bits choose the bucket. A chunk is
//
//	"SLUGTEXT", u32 version, u32 blocks, u32 records
//	u32 offset, packed size, size, first record, checksum for each block
//	u32 checksum of all that
//	blocks    packed as codec.go says; unpacked, each is a run of records, and a record is
//	          its length and an article as article.go writes it
//
// Tombstones are "SLUGDEAD", u32 version, u32 count, count × (u64 hash, u32 number), u32
// checksum. One kills the articles with that hash in segments whose HI is below its number.
//
// There is no table of contents, so there is none to lose. A blob whose range lies inside
// that of another of its kind has been merged into it and counts only where the larger one
// is missing or damaged; of two segments with one range the higher GEN counts. A chunk
// that no segment names is the rest of a write that was cut off. Writes are ordered so
// that every prefix of them leaves a whole archive: texts before the index that names
// them, merged blobs before the removal of their parts, an article's new version
// before the tombstone of the old.
//
// Segments are merged by size, four of a kind into one, so that an archive of n articles
// has in the order of log n segments. Chunks fill up to about
// 96 KB, and are then left alone until Compact.
//
// What was not done: no compression across chunks (a story would need its
// neighbours to be read), no fingerprint-to-blob records (IndexedDB takes milliseconds for
// each), no positions in postings (exact alignment reads the text anyway).
package archive

// Version is the version of the format that is written. Every lower one can be read.
const Version = 1

// Op is one write that the host must make. Ops are made in order; a host that is cut
// off between any two keeps a whole archive.
type Op struct {
	Name string
	Data []byte // nil: delete the blob
}

// Problem is a blob that could not be used, or not in full.
type Problem struct {
	Name   string // of the blob
	Reason string
}

// Archive is an index in memory over blobs in a store. It is not safe for concurrent use.
type Archive struct {
	// Limit is the most articles that merging puts into one segment, or an eighth of a
	// large archive, so that a query looks into few. It bounds the memory that a merge
	// needs beside the archive's own.
	Limit int
	// CacheBytes is how much of the texts is kept in memory.
	CacheBytes int

	blobs    map[string]blob // every blob in the store
	segments []*segment      // by range
	broken   map[string]Problem
	texts    texts
	dead     []tombstone // not yet written
	graves   map[uint64]uint32
	pending  pending
	stories  map[uint64]uint64
	next     uint32 // sequence number
}

// New returns an empty archive.
func New() *Archive {
	a := &Archive{Limit: 1 << 14, CacheBytes: 16 << 20, next: 1,
		graves: map[uint64]uint32{}, stories: map[uint64]uint64{}, texts: texts{rows: map[uint32]int{}}}
	a.Open(nil)
	return a
}

// blob is what a blob's name says.
type blob struct {
	kind       byte // s, t or d
	lo, hi     uint32
	gen        uint32 // segments: generation; chunks: size
	loaded     bool
	superseded bool
}

// parseName reads a blob's name. Other names belong to somebody else and are left alone.
func parseName(name string) (b blob, ok bool) {
	parts := map[byte]int{'s': 3, 't': 2, 'd': 2}
	if len(name) < 2 || name[1] != '-' || len(name) != 1+9*parts[name[0]] {
		return b, false
	}
	var v [3]uint32
	for i := range parts[name[0]] {
		if v[i], ok = parseHex(name[2+9*i : 10+9*i]); !ok || name[1+9*i] != '-' {
			return b, false
		}
	}
	b = blob{kind: name[0], lo: v[0], hi: v[1], gen: v[2]}
	if b.kind == 't' {
		b.hi, b.gen = b.lo, v[1]
	}
	return b, b.lo <= b.hi
}

// parseHex reads eight digits. (strconv's error would bring its table of printable
// characters into the engine.)
func parseHex(s string) (n uint32, ok bool) {
	for i := range len(s) {
		c := s[i]
		switch {
		case '0' <= c && c <= '9':
			c -= '0'
		case 'a' <= c && c <= 'f':
			c -= 'a' - 10
		case 'A' <= c && c <= 'F':
			c -= 'A' - 10
		default:
			return 0, false
		}
		n = n<<4 | uint32(c)
	}
	return n, len(s) == 8
}

func makeName(kind byte, numbers ...uint32) string {
	b := []byte{kind}
	for _, n := range numbers {
		b = append(b, '-')
		for shift := 28; shift >= 0; shift -= 4 {
			b = append(b, "0123456789abcdef"[n>>shift&15])
		}
	}
	return string(b)
}

// supersedes reports whether c was made from b, among other blobs.
func (c blob) supersedes(b blob) bool {
	if c.kind != b.kind || c.kind == 't' || c.lo > b.lo || c.hi < b.hi {
		return false
	}
	return c.lo != b.lo || c.hi != b.hi || c.gen > b.gen
}

// Open tells the archive the names of all blobs in the store. Call Load for each of
// Needed, until there are none, and the archive is ready. Calling Open again after
// another writer has changed the store keeps what is still there; what was added but not
// flushed stays.
func (a *Archive) Open(names []string) {
	old := a.blobs
	a.blobs = make(map[string]blob, len(names))
	a.broken = map[string]Problem{}
	for _, name := range names {
		if b, ok := parseName(name); ok {
			b.loaded = old[name].loaded
			a.blobs[name] = b
			a.next = max(a.next, b.hi+1, b.gen*isSegment(b)+1)
		}
	}
	kept := a.segments[:0]
	for _, s := range a.segments {
		if _, ok := a.blobs[s.name]; ok {
			kept = append(kept, s)
		} else {
			a.forget(s)
		}
	}
	a.segments = kept
	a.texts.keep(a.blobs)
	a.supersede()
	a.settle()
}

func isSegment(b blob) uint32 {
	if b.kind == 's' {
		return 1
	}
	return 0
}

// supersede marks the blobs that were merged into another good one.
func (a *Archive) supersede() {
	var good []blob
	for name, b := range a.blobs {
		if _, bad := a.broken[name]; !bad && (b.kind == 's' && b.hi > b.lo || b.gen > 0 && b.kind == 's' || b.kind == 'd' && b.hi > b.lo) {
			good = append(good, b)
		}
	}
	for name, b := range a.blobs {
		b.superseded = false
		for _, c := range good {
			if c.supersedes(b) {
				b.superseded = true
				break
			}
		}
		a.blobs[name] = b
	}
}

// Needed returns the names of the blobs that the archive must have in memory and does
// not have yet: every segment and tombstone, and the chunks that are still filling.
func (a *Archive) Needed() []string {
	var names []string
	small := 0
	for name, b := range a.blobs {
		if _, bad := a.broken[name]; bad || b.loaded || b.superseded {
			continue
		}
		if b.kind == 't' {
			if b.gen >= chunkTarget/2 || a.texts.has(b.lo) || small >= a.CacheBytes/2 {
				continue
			}
			small += int(b.gen)
		}
		names = append(names, name)
	}
	sortStrings(names)
	return names
}

// Load gives the archive the bytes of a blob, which it keeps and nobody may change. It
// returns a problem where the blob is damaged: the archive then goes on without it, with
// the blobs it was made from where they are still there.
func (a *Archive) Load(name string, data []byte) (Problem, bool) {
	b, ok := a.blobs[name]
	if !ok {
		if b, ok = parseName(name); !ok {
			return Problem{name, "not a blob of an archive"}, false
		}
	}
	reason := ""
	switch b.kind {
	case 's':
		var s *segment
		if s, reason = openSegment(name, data); s != nil && !b.loaded {
			s.lo, s.hi, s.gen = b.lo, b.hi, b.gen
			a.insert(s)
		}
	case 't':
		reason = "it is cut short"
		if len(data) == int(b.gen) {
			reason = a.texts.put(b.lo, data, a.CacheBytes)
		}
	case 'd':
		reason = a.loadTombstones(data)
	}
	if reason != "" {
		a.broken[name] = Problem{name, reason}
		a.blobs[name] = b
		a.supersede()
		return a.broken[name], false
	}
	b.loaded = b.kind != 't'
	a.blobs[name] = b
	a.next = max(a.next, b.hi+1)
	if b.kind != 't' {
		a.settle()
	}
	return Problem{}, true
}

// Problems lists the blobs that could not be used.
func (a *Archive) Problems() []Problem {
	names := make([]string, 0, len(a.broken))
	for name := range a.broken {
		names = append(names, name)
	}
	sortStrings(names)
	out := make([]Problem, len(names))
	for i, name := range names {
		out[i] = a.broken[name]
	}
	return out
}
