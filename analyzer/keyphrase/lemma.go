package keyphrase

import "strings"

// Key returns the number that stands for a word when words are counted: a hash of its
// lower-case form with English plurals folded into their singular. The folding need
// not be right, it must only be the same for all: "series" may become "sery".
func Key(word string) uint32 {
	var buffer [48]byte
	if len(word) > len(buffer) {
		return hash(strings.ToLower(word))
	}
	lower := buffer[:len(word)]
	for i := range lower {
		c := word[i]
		if c >= 0x80 {
			return hash(singular([]byte(strings.ToLower(word))))
		}
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		lower[i] = c
	}
	return hash(singular(lower))
}

// singular cuts a plural ending off w, and may overwrite w to do so.
func singular(w []byte) []byte {
	n := len(w)
	if n < 4 || w[n-1] != 's' {
		return w
	}
	switch w[n-2] {
	case 's', 'u', 'i', '.', '\'': // press, virus, crisis
		return w
	case 'e':
		switch w[n-3] {
		case 'i': // parties
			if n > 4 {
				w[n-3] = 'y'
				return w[:n-2]
			}
		case 'x': // taxes
			return w[:n-2]
		case 's', 'z': // losses, buzzes; but houses, prizes
			if w[n-4] == w[n-3] {
				return w[:n-2]
			}
		case 'h': // crashes, speeches
			if w[n-4] == 's' || w[n-4] == 'c' {
				return w[:n-2]
			}
		}
	}
	return w[:n-1]
}

// hash is FNV-1a (Fowler, Noll, Vo) with a final mix, so that every bit counts.
func hash[T string | []byte](w T) uint32 {
	h := uint32(2166136261)
	for i := 0; i < len(w); i++ {
		h = (h ^ uint32(w[i])) * 16777619
	}
	h ^= h >> 15
	h *= 0x85EBCA6B
	return h ^ h>>13
}
