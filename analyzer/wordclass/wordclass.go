// Package wordclass maps English words to classes of words that are used alike:
// "sarkozy" and "merkel" share one, "tonnes" and "barrels" another. Models that look at
// classes instead of words still know something about words they never met in training.
//
// The table is a binary fuse static function (Graf and Lemire, "Binary Fuse Filters",
// 2022): three 16-bit cells, combined by xor, give the word's class in the low 10 bits
// and a fingerprint in the high 6. A word that is not in the table passes the fingerprint
// by chance once in 64 times and then gets a random class; models are trained with
// the same table and so know how far to trust it. Words themselves are not stored.
package wordclass

import "slugline/analyzer/model"

// Fine is the number of fine classes, Coarse of coarse ones. Class 0 means unknown.
const (
	Fine   = 1024
	Coarse = 128
)

// HeaderSize is where the cells begin in the table: behind the coarse class of each of
// the Fine classes.
const HeaderSize = Fine

// A Layout is how many cells the table has, which three hold a word, and the
// fingerprint that tells whether it is there.
type Layout struct{ Segments int } // segments of SegmentLength cells that a first cell may lie in

// SegmentLength is the number of cells in a segment of the table, a power of two.
const SegmentLength = 2048

// LayoutOf returns the layout of a table of size bytes.
func LayoutOf(size int) Layout {
	return Layout{(size-HeaderSize)/2/SegmentLength - 2}
}

// Cells returns the cells of a word's hash and its 6-bit fingerprint.
func (l Layout) Cells(h uint64) (a, b, c int, fingerprint uint16) {
	a = int((h >> 32) * uint64(l.Segments*SegmentLength) >> 32)
	b = a + SegmentLength ^ int(h>>18)&(SegmentLength-1)
	c = a + 2*SegmentLength ^ int(h)&(SegmentLength-1)
	return a, b, c, uint16(h>>40^h>>12) & 63
}

// Hash returns the hash of a word: multiply-xorshift over its bytes.
func Hash(word string) uint64 {
	h := Seed(len(word))
	for i := 0; i < len(word); i++ {
		h = Step(h, word[i])
	}
	return Finish(h)
}

// Seed, Step and Finish are Hash in its parts, for a caller that reads a word's bytes anyhow:
// the seed for a word of so many bytes, a step for each, and the end.
func Seed(length int) uint64 { return uint64(length) + 0x9E3779B97F4A7C15 }

// Step is one byte of Hash; see Seed.
func Step(h uint64, c byte) uint64 {
	h = (h ^ uint64(c)) * 0xFF51AFD7ED558CCD
	return h ^ h>>32
}

// Finish is the end of Hash; see Seed.
func Finish(h uint64) uint64 {
	h *= 0xC4CEB9FE1A85EC53
	return h ^ h>>29
}

// Of returns the word's fine class, 1 to Fine, or 0 for a word the table does not
// know. word must be lower case.
func Of(word string) int { return OfHash(Hash(word)) }

// OfHash is Of for a caller that has already hashed the word with Hash.
func OfHash(h uint64) int {
	a, b, c, fingerprint := LayoutOf(len(model.WordClasses)).Cells(h)
	v := cell(a) ^ cell(b) ^ cell(c)
	if v>>10 != fingerprint {
		return 0
	}
	return int(v&1023) + 1
}

func cell(i int) uint16 {
	i = HeaderSize + 2*i
	return uint16(model.WordClasses[i]) | uint16(model.WordClasses[i+1])<<8
}

// CoarseOf returns the coarse class, 1 to Coarse, of a fine class; 0 for 0.
func CoarseOf(fine int) int {
	if fine == 0 {
		return 0
	}
	return int(model.WordClasses[fine-1]) + 1
}
