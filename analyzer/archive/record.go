package archive

// A record is one article by itself, for archives that keep each article in a row of a
// database instead of in chunks: its fingerprints stand beside it, so that it can be
// compared without being fingerprinted again. It is
//
//	u8 version, u32 size, u32 checksum of what follows, then packed as codec.go says:
//	uvarint count of fingerprints, u32 each, and the article as article.go writes it

const (
	recordVersion = 1
	recordHead    = 1 + 4 + 4
)

// AppendRecord appends the record of p to dst.
func AppendRecord(dst []byte, p *Article) []byte {
	raw := appendUvarint(nil, uint64(len(p.Fingerprints)))
	for _, f := range p.Fingerprints {
		raw = append32(raw, f)
	}
	raw = appendArticle(raw, p)
	packed := pack(nil, raw, new([1 << hashBits]int32))
	dst = append32(append(dst, recordVersion), uint32(len(raw)))
	return append(append32(dst, checksum(packed)), packed...)
}

// ReadRecord is the inverse of AppendRecord. It returns nil where b is damaged, or was
// written by a later version.
func ReadRecord(b []byte) *Article {
	if len(b) < recordHead || b[0] != recordVersion || checksum(b[recordHead:]) != load32(b[5:]) {
		return nil
	}
	raw, ok := unpack(nil, b[recordHead:], int(load32(b[1:])))
	if !ok {
		return nil
	}
	r := reader{b: raw}
	n := r.uvarint()
	if n > len(r.b)/4 {
		return nil
	}
	fingerprints := make([]uint32, n)
	for i := range fingerprints {
		fingerprints[i] = load32(r.bytes(4))
	}
	p := readArticle(r.b)
	if p != nil {
		p.Fingerprints = fingerprints
	}
	return p
}

// ExportRecords returns what an export holds for one chunk of these articles, which is
// the chunk's number seq in it.
func ExportRecords(seq uint32, articles []*Article) []byte {
	var w chunkWriter
	for _, p := range articles {
		w.add(appendArticle(nil, p))
	}
	data := w.bytes()
	return ExportBlob(makeName('t', seq, uint32(len(data))), data)
}
