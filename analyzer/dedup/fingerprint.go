package dedup

import "slugline/analyzer/archive"

// Fingerprints are hashes of four words in a row, chosen by winnowing (Schleimer,
// Wilkerson and Aiken, 2003): of every window of them the smallest. Only an archived
// article is winnowed; a query looks up all of its runs, so that any run the archive
// chose is found whatever stands around it. Any shared stretch of window+3 words is sure
// to hold a chosen one.

const shingle = 4 // words in a fingerprint

// shingles appends the hash of each run of four words to dst.
func shingles(dst []uint32, words []word) []uint32 {
	for i := 0; i+shingle <= len(words); i++ {
		dst = append(dst, uint32(hashRun(words[i:i+shingle])>>(64-archive.FingerprintBits)))
	}
	return dst
}

// hashRun hashes words in a row; the top bits are the best.
func hashRun(words []word) uint64 {
	h := uint64(0)
	for _, w := range words {
		h = (h ^ uint64(w.hash)) * 0x9e3779b97f4a7c15
		h ^= h >> 29
	}
	return h
}

// window is how many runs winnowing chooses one from: 4 up to 300 words, 8 from 600.
// Long articles have fingerprints enough, and the index is what bounds an archive.
func window(words int) int {
	return min(max(words/75, 4), 8)
}

// winnow appends to dst the smallest of every w runs, each choice once.
func winnow(dst, runs []uint32, w int) []uint32 {
	if len(runs) == 0 {
		return dst
	}
	w = min(w, len(runs))
	last := -1
	for i := 0; i+w <= len(runs); i++ {
		if last >= i { // the last choice is still in the window: only the new run can beat it
			if runs[i+w-1] <= runs[last] {
				last = i + w - 1
				dst = append(dst, runs[last])
			}
			continue
		}
		last = i
		for j := i + 1; j < i+w; j++ {
			if runs[j] <= runs[last] {
				last = j
			}
		}
		dst = append(dst, runs[last])
	}
	return dst
}
