package archive

import "hash/crc32"

// A chunk blob holds the texts and particulars of some articles; see archive.go.

const (
	chunkMagic  = "SLUGTEXT"
	chunkHead   = 8 + 4 + 4 + 4 // magic, version, blocks, records
	blockEntry  = 5 * 4         // offset, packed size, size, first record, checksum
	blockSize   = 16 << 10      // a block is closed once it has this many bytes of records
	chunkTarget = 96 << 10      // a chunk is closed once it has this many packed bytes
	maxRecords  = 1 << 16       // of a chunk: a row names a record in 16 bits
)

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

func checksum(b []byte) uint32 { return crc32.Checksum(b, castagnoli) }

// A chunkWriter collects records into blocks and blocks into one chunk.
type chunkWriter struct {
	raw     []byte // records of the open block
	packed  []byte // closed blocks
	entries []byte
	first   int // first record of the open block
	records int
	table   *[1 << hashBits]int32
}

func (w *chunkWriter) add(record []byte) {
	w.raw = append(appendUvarint(w.raw, uint64(len(record))), record...)
	w.records++
	if len(w.raw) >= blockSize {
		w.close()
	}
}

func (w *chunkWriter) close() {
	if w.first == w.records {
		return
	}
	if w.table == nil {
		w.table = new([1 << hashBits]int32)
	}
	at := len(w.packed)
	w.packed = pack(w.packed, w.raw, w.table)
	for _, v := range []uint32{uint32(at), uint32(len(w.packed) - at), uint32(len(w.raw)), uint32(w.first), checksum(w.packed[at:])} {
		w.entries = append32(w.entries, v)
	}
	w.raw, w.first = w.raw[:0], w.records
}

// full reports whether the chunk should take no more records.
func (w *chunkWriter) full() bool {
	return len(w.packed)+len(w.raw)/2 >= chunkTarget || w.records >= maxRecords
}

// bytes closes the chunk, returns its blob and starts another.
func (w *chunkWriter) bytes() []byte {
	w.close()
	b := make([]byte, 0, chunkHead+len(w.entries)+4+len(w.packed))
	b = append(b, chunkMagic...)
	b = append32(b, Version)
	b = append32(b, uint32(len(w.entries)/blockEntry))
	b = append32(b, uint32(w.records))
	b = append(b, w.entries...)
	b = append32(b, checksum(b))
	b = append(b, w.packed...)
	w.packed, w.entries, w.first, w.records = w.packed[:0], w.entries[:0], 0, 0
	return b
}

// A chunk reads one blob in place. The last block that was unpacked is kept.
type chunk struct {
	data    []byte
	blocks  int
	records int
	open    int // block in raw, -1 for none
	raw     []byte
	checked bool // every block was unpacked once
	bad     bool
}

// openChunk checks the head of a chunk; its blocks are checked when they are read.
func openChunk(data []byte) (*chunk, string) {
	if len(data) < chunkHead+4 || string(data[:8]) != chunkMagic {
		return nil, "not a text blob, or cut short"
	}
	if v := load32(data[8:]); v == 0 || v > Version {
		return nil, "written by a later version"
	}
	c := &chunk{data: data, blocks: int(load32(data[12:])), records: int(load32(data[16:])), open: -1}
	head := chunkHead + c.blocks*blockEntry
	if c.blocks > len(data)/blockEntry || head+4 > len(data) || checksum(data[:head]) != load32(data[head:]) {
		return nil, "its table of contents is damaged"
	}
	return c, ""
}

func (c *chunk) entry(block, field int) int {
	return int(load32(c.data[chunkHead+block*blockEntry+field*4:]))
}

// record returns the bytes of record i, valid until the next call, or a problem.
func (c *chunk) record(i int) ([]byte, string) {
	if i < 0 || i >= c.records {
		return nil, "it lacks an article"
	}
	lo, hi := 0, c.blocks
	for hi-lo > 1 {
		if m := (lo + hi) / 2; c.entry(m, 3) <= i {
			lo = m
		} else {
			hi = m
		}
	}
	if problem := c.unpack(lo); problem != "" {
		return nil, problem
	}
	r := reader{b: c.raw}
	for k := c.entry(lo, 3); k < i; k++ {
		r.bytes(r.uvarint())
	}
	b := r.bytes(r.uvarint())
	if r.bad {
		return nil, "a block is damaged"
	}
	return b, ""
}

func (c *chunk) unpack(block int) string {
	if c.open == block {
		return ""
	}
	at := chunkHead + c.blocks*blockEntry + 4 + c.entry(block, 0)
	n := c.entry(block, 1)
	if at+n > len(c.data) {
		return "it is cut short"
	}
	packed := c.data[at : at+n]
	if checksum(packed) != c.entry32(block, 4) {
		return "a block is damaged"
	}
	raw, ok := unpack(c.raw[:0], packed, c.entry(block, 2))
	if !ok {
		c.open = -1
		return "a block is damaged"
	}
	c.raw, c.open = raw, block
	return ""
}

func (c *chunk) entry32(block, field int) uint32 {
	return load32(c.data[chunkHead+block*blockEntry+field*4:])
}
