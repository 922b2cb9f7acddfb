package archive

import (
	"math/bits"

	"slugline/analyzer/order"
)

// A segment blob is the index of a run of articles; its layout is in archive.go. It is
// read where it lies: opening one costs the checksums and nothing else.

const (
	segmentMagic = "SLUGSEGM"
	segmentHead  = 48 // magic, version, articles, postings, widths, joins, five checksums
	rowSize      = 40
	joinSize     = 16
	// The buckets of a segment are 2 to the power of something between these.
	minBucketBits = 4
	maxBucketBits = 24
	bucketGroup   = 16 // buckets that share one offset
	maxBucket     = 255
	postingPad    = 8 // so that a posting can be read as 64 bits
)

// A Row is what the index itself knows about an article.
type Row struct {
	ID        uint64 // HashID of the identifier
	Story     uint64
	FirstSeen int64  // seconds since 1970
	Published int64  // seconds since 1970, 0 where unknown
	chunk     uint32 // sequence number of the chunk blob
	record    uint16 // in that chunk
	Words     int    // tokens, at most 65,535
}

func appendRow(b []byte, r Row) []byte {
	b = append64(b, r.ID)
	b = append64(b, r.Story)
	b = append64(b, uint64(r.FirstSeen))
	b = append64(b, uint64(r.Published))
	b = append32(b, r.chunk)
	return append32(b, uint32(r.record)|uint32(min(r.Words, 1<<16-1))<<16)
}

func readRow(b []byte) Row {
	tail := load32(b[36:])
	return Row{ID: load64(b), Story: load64(b[8:]), FirstSeen: int64(load64(b[16:])), Published: int64(load64(b[24:])),
		chunk: load32(b[32:]), record: uint16(tail), Words: int(tail >> 16)}
}

// A segment is one index blob, read in place.
type segment struct {
	name           string
	lo, hi, gen    uint32
	data           []byte
	docs           int
	postings       int
	bucketBits     uint
	restBits       uint // of a fingerprint, below the bucket
	docBits        uint
	rows           []byte
	offsets        []byte
	sizes          []byte
	body           []byte
	joins          []byte
	dead           []uint64 // a bit for each deleted article, nil for none
	deadCount      int
	base           uint32 // number of its first article among all
	restMask, mask uint64
}

// openSegment checks a blob and returns the segment in it, or what is wrong with it.
func openSegment(name string, data []byte) (*segment, string) {
	if len(data) < segmentHead+4 || string(data[:8]) != segmentMagic {
		return nil, "not an index blob, or cut short"
	}
	if v := load32(data[8:]); v == 0 || v > Version {
		return nil, "written by a later version"
	}
	if checksum(data[:segmentHead]) != load32(data[segmentHead:]) {
		return nil, "its head is damaged"
	}
	s := &segment{name: name, data: data, docs: int(load32(data[12:])), postings: int(load32(data[16:])),
		bucketBits: uint(data[20]), docBits: uint(data[21])}
	if s.bucketBits < minBucketBits || s.bucketBits > maxBucketBits || s.docBits > 26 || s.docs > 1<<s.docBits {
		return nil, "its widths make no sense"
	}
	s.restBits = FingerprintBits - s.bucketBits
	s.restMask, s.mask = 1<<s.restBits-1, 1<<s.docBits-1
	groups := 1<<s.bucketBits/bucketGroup + 1
	lengths := []int{s.docs * rowSize, groups * 4, 1 << s.bucketBits,
		(s.postings*int(s.restBits+s.docBits)+7)/8 + postingPad, int(load32(data[24:])) * joinSize}
	parts := []*[]byte{&s.rows, &s.offsets, &s.sizes, &s.body, &s.joins}
	rest := data[segmentHead+4:]
	for i, n := range lengths {
		if n > len(rest) {
			return nil, "it is cut short"
		}
		*parts[i] = rest[:n]
		if checksum(rest[:n]) != load32(data[28+4*i:]) {
			return nil, "its " + []string{"rows", "offsets", "buckets", "postings", "joins"}[i] + " are damaged"
		}
		rest = rest[n:]
	}
	return s, ""
}

func (s *segment) row(doc int) Row { return readRow(s.rows[doc*rowSize:]) }

// find returns the article with the identifier, or -1. Rows are sorted by identifier.
func (s *segment) find(id uint64) int {
	lo, hi := 0, s.docs
	for lo < hi {
		m := (lo + hi) / 2
		if load64(s.rows[m*rowSize:]) < id {
			lo = m + 1
		} else {
			hi = m
		}
	}
	if lo < s.docs && load64(s.rows[lo*rowSize:]) == id {
		return lo
	}
	return -1
}

func (s *segment) isDead(doc int) bool {
	return s.dead != nil && s.dead[doc>>6]>>(doc&63)&1 != 0
}

func (s *segment) kill(doc int) {
	if s.dead == nil {
		s.dead = make([]uint64, (s.docs+63)/64)
	}
	if !s.isDead(doc) {
		s.dead[doc>>6] |= 1 << (doc & 63)
		s.deadCount++
	}
}

// posting returns posting i: the low bits of its fingerprint over its article.
func (s *segment) posting(i int) uint64 {
	width := s.restBits + s.docBits
	bit := uint(i) * width
	return load64(s.body[bit>>3:]) >> (bit & 7) & (1<<width - 1)
}

// lookup appends to dst the numbers, among all, of the articles that hold a fingerprint.
func (s *segment) lookup(dst []uint32, fingerprint uint32) []uint32 {
	b := int(fingerprint >> s.restBits)
	n := int(s.sizes[b])
	if n == 0 {
		return dst
	}
	group := b &^ (bucketGroup - 1)
	i := int(load32(s.offsets[group/bucketGroup*4:]))
	for _, k := range s.sizes[group:b] {
		i += int(k)
	}
	rest := uint64(fingerprint) & s.restMask
	for end := min(i+n, s.postings); i < end; i++ {
		p := s.posting(i)
		if r := p >> s.docBits; r < rest {
			continue
		} else if r > rest {
			break
		}
		if doc := int(p & s.mask); doc < s.docs && !s.isDead(doc) {
			dst = append(dst, s.base+uint32(doc))
		}
	}
	return dst
}

// A posting while a segment is made: fingerprint over article.
type pair uint64

// makeSegment writes the blob of a segment: rows in any order, postings as pairs of a
// fingerprint and an index into rows, sorted by fingerprint; joins sorted, each once.
func makeSegment(rows []Row, postings []pair, joins []join) []byte {
	ranks := make([]int, len(rows))
	for i := range ranks {
		ranks[i] = i
	}
	order.By(ranks, func(a, b int) int {
		if rows[a].ID < rows[b].ID {
			return -1
		}
		return 1
	})
	place := make([]uint32, len(rows))
	for at, i := range ranks {
		place[i] = uint32(at)
	}
	docBits := uint(bits.Len(uint(max(len(rows)-1, 1))))
	bucketBits := uint(minBucketBits)
	for bucketBits < maxBucketBits && 8<<bucketBits <= len(postings) {
		bucketBits++
	}
	rest := FingerprintBits - bucketBits
	postings = trim(postings, rest)

	groups := 1<<bucketBits/bucketGroup + 1
	body := (len(postings)*int(rest+docBits)+7)/8 + postingPad
	out := make([]byte, segmentHead+4, segmentHead+4+len(rows)*rowSize+groups*4+1<<bucketBits+body+len(joins)*joinSize)
	copy(out, segmentMagic)
	store32(out[8:], Version)
	store32(out[12:], uint32(len(rows)))
	store32(out[16:], uint32(len(postings)))
	out[20], out[21] = byte(bucketBits), byte(docBits)
	store32(out[24:], uint32(len(joins)))
	section := 0
	closeSection := func(from int) {
		store32(out[28+4*section:], checksum(out[from:]))
		section++
	}
	at := len(out)
	for _, i := range ranks {
		out = appendRow(out, rows[i])
	}
	closeSection(at)

	at = len(out)
	sizes := make([]byte, 1<<bucketBits)
	for _, p := range postings {
		sizes[p>>(32+rest)]++
	}
	sum := uint32(0)
	for b, n := range sizes {
		if b%bucketGroup == 0 {
			out = append32(out, sum)
		}
		sum += uint32(n)
	}
	out = append32(out, sum)
	closeSection(at)
	at = len(out)
	out = append(out, sizes...)
	closeSection(at)

	at = len(out)
	out = appendPostings(out, postings, rest, docBits, place)
	closeSection(at)
	at = len(out)
	for _, j := range joins {
		out = append64(append64(out, j.a), j.b)
	}
	closeSection(at)
	store32(out[segmentHead:], checksum(out[:segmentHead]))
	return out
}

// appendPostings packs the postings, low bits first, and pads them.
func appendPostings(out []byte, postings []pair, rest, docBits uint, place []uint32) []byte {
	var acc uint64
	var have uint
	put := func(v uint64, width uint) {
		acc |= v << have
		for have += width; have >= 8; have -= 8 {
			out = append(out, byte(acc))
			acc >>= 8
		}
	}
	for _, p := range postings {
		put(uint64(place[uint32(p)]), docBits)
		put(uint64(p)>>32&(1<<rest-1), rest)
	}
	if have > 0 {
		out = append(out, byte(acc))
	}
	for range postingPad {
		out = append(out, 0)
	}
	return out
}

// trim keeps a bucket from holding more postings than its size can say: it drops what
// is left over of the fingerprint with the most postings, again and again. Text that
// hundreds of articles share tells nothing about any of them.
func trim(postings []pair, rest uint) []pair {
	out := postings[:0]
	for i := 0; i < len(postings); {
		j := i
		for j < len(postings) && postings[j]>>(32+rest) == postings[i]>>(32+rest) {
			j++
		}
		bucket := postings[i:j]
		for len(bucket) > maxBucket {
			bucket = trimLongest(bucket, len(bucket)-maxBucket)
		}
		out = append(out, bucket...)
		i = j
	}
	return out
}

// trimLongest removes up to n postings of the fingerprint that has the most.
func trimLongest(bucket []pair, n int) []pair {
	from, length := 0, 0
	for i := 0; i < len(bucket); {
		j := i
		for j < len(bucket) && bucket[j]>>32 == bucket[i]>>32 {
			j++
		}
		if j-i > length {
			from, length = i, j-i
		}
		i = j
	}
	n = min(n, max(length-1, 1))
	return append(bucket[:from], bucket[from+n:]...)
}
