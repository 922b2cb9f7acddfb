package archive

import "slugline/analyzer/text"

// Article is one archived article: what a comparison needs of it, and what a list of
// seen articles shows. Spans are byte ranges of Source.
type Article struct {
	ID        string // the user's own, or a hash of the content
	Title     string
	Date      string // the story's date as it was given, empty where unknown
	FirstSeen int64  // seconds since 1970, UTC
	Published int64  // Date as seconds since 1970, or 0 where unknown
	Names     []string
	Source    string
	TextStart int         // where the pasted text begins in Source
	Blocks    []Block     // the blocks that are compared, in text order
	Sentences []text.Span // in text order
	Story     uint64      // HashID of the story's first article; 0 opens a story
	Joins     []uint64    // further stories that this article proves to be the same

	Words        int      // tokens that were fingerprinted
	Fingerprints []uint32 // of FingerprintBits bits each, no order; not stored with the text
}

// Block is a part of an article: text.Block without its tokens, which are cheap to find again.
type Block struct {
	text.Span
	Kind text.BlockKind
}

// FingerprintBits is the width of a fingerprint. With 30 bits, 100,000 articles of 160
// fingerprints each answer a random fingerprint wrongly once in 67 times; two wrong
// answers for the same article among a query's few hundred happen once in 10,000 queries.
const FingerprintBits = 30

func appendArticle(b []byte, a *Article) []byte {
	b = appendString(b, a.ID)
	b = appendString(b, a.Title)
	b = appendString(b, a.Date)
	b = append64(b, uint64(a.FirstSeen))
	b = append64(b, uint64(a.Published))
	b = append64(b, a.Story)
	b = appendUvarint(b, uint64(len(a.Joins)))
	for _, j := range a.Joins {
		b = append64(b, j)
	}
	b = appendUvarint(b, uint64(a.Words))
	b = appendUvarint(b, uint64(len(a.Names)))
	for _, n := range a.Names {
		b = appendString(b, n)
	}
	b = appendUvarint(b, uint64(a.TextStart))
	b = appendUvarint(b, uint64(len(a.Blocks)))
	at := 0
	for _, p := range a.Blocks {
		b = append(b, byte(p.Kind))
		b = appendUvarint(b, uint64(p.Start-at))
		b = appendUvarint(b, uint64(p.End-p.Start))
		at = p.End
	}
	b = appendUvarint(b, uint64(len(a.Sentences)))
	at = 0
	for _, p := range a.Sentences {
		b = appendUvarint(b, uint64(p.Start-at))
		b = appendUvarint(b, uint64(p.End-p.Start))
		at = p.End
	}
	return appendString(b, a.Source)
}

// readArticle is the inverse of appendArticle. It returns nil where b is no article.
func readArticle(b []byte) *Article {
	r := reader{b: b}
	a := &Article{ID: r.string(), Title: r.string(), Date: r.string()}
	a.FirstSeen, a.Published, a.Story = int64(r.uint64()), int64(r.uint64()), r.uint64()
	for n := r.uvarint(); n > 0 && !r.bad; n-- {
		a.Joins = append(a.Joins, r.uint64())
	}
	a.Words = r.uvarint()
	for n := r.uvarint(); n > 0 && !r.bad; n-- {
		a.Names = append(a.Names, r.string())
	}
	a.TextStart = r.uvarint()
	at := 0
	for n := r.uvarint(); n > 0 && !r.bad; n-- {
		kind := r.bytes(1)
		p := r.span(&at)
		if !r.bad {
			a.Blocks = append(a.Blocks, Block{p, text.BlockKind(kind[0])})
		}
	}
	at = 0
	for n := r.uvarint(); n > 0 && !r.bad; n-- {
		a.Sentences = append(a.Sentences, r.span(&at))
	}
	a.Source = r.string()
	if r.bad || !inside(a) {
		return nil
	}
	return a
}

// span reads a span that is stored as its distance from the one before and its length.
func (r *reader) span(at *int) text.Span {
	gap, n := r.uvarint(), r.uvarint()
	if gap < 0 || n < 0 || gap > 1<<31 || n > 1<<31 {
		r.bad = true
		return text.Span{}
	}
	p := text.Span{Start: *at + gap, End: *at + gap + n}
	*at = p.End
	return p
}

// inside reports whether every span of a lies within its Source.
func inside(a *Article) bool {
	n := len(a.Source)
	if a.TextStart < 0 || a.TextStart > n {
		return false
	}
	if k := len(a.Blocks); k > 0 && a.Blocks[k-1].End > n {
		return false
	}
	k := len(a.Sentences)
	return k == 0 || a.Sentences[k-1].End <= n
}
