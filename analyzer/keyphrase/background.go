package keyphrase

import "slugline/analyzer/model"

// The background says how common a word is in news at large, as its inverse document
// frequency: the binary logarithm of one over the share of stories that have it.
//
// The table holds the commoner words only, in 16-bit cells found by linear probing: 12
// bits of the Key above 4 of the level, level 0 meaning 0 bits and 15 almost
// RarestBits. A cell of 0 is empty. Words that it does not hold are as rare as can be.
// It is made by build/background.

// RarestBits is the inverse document frequency, in bits, of words the table lacks.
const RarestBits = 11

// Rarity returns the inverse document frequency of the word with the given Key, in bits,
// 0 to RarestBits.
func Rarity(key uint32) float32 {
	cells := uint32(len(model.Background) / 2)
	for i := key & (cells - 1); ; i = (i + 1) & (cells - 1) {
		cell := uint32(model.Background[2*i]) | uint32(model.Background[2*i+1])<<8
		if cell == 0 {
			return RarestBits
		}
		if cell>>4 == key>>20 {
			return float32(cell&15) * (RarestBits / 16.0)
		}
	}
}
