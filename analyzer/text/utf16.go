package text

import "unicode/utf8"

// This file is the one place where byte offsets become the UTF-16 code units that
// JavaScript counts in. Building the index reads the text once; each offset then
// costs at most one step of utf16Step bytes.

// utf16Step is the distance in bytes between two marks of the index.
const utf16Step = 64

// UTF16 converts byte offsets of one string to UTF-16 code units.
type UTF16 struct {
	s     string
	marks []int32 // units before byte i*utf16Step; nil where s is ASCII
}

// NewUTF16 prepares the conversion of offsets into s.
func NewUTF16(s string) UTF16 {
	i := 0
	for i < len(s) && s[i] < utf8.RuneSelf {
		i++
	}
	u := UTF16{s: s}
	if i == len(s) {
		return u
	}
	u.marks = make([]int32, 0, len(s)/utf16Step+1)
	units := int32(0)
	for i := range len(s) {
		if i%utf16Step == 0 {
			u.marks = append(u.marks, units)
		}
		units += unitsOf(s, i)
	}
	return u
}

// unitsOf returns how many UTF-16 code units the byte s[i] begins: 1 for a
// character's first byte, 2 where the character needs a surrogate pair, 0 for the
// bytes after the first. A byte that is not part of valid UTF-8 counts 1, as the
// replacement character does that JavaScript shows for it.
func unitsOf(s string, i int) int32 {
	c := s[i]
	switch {
	case c < utf8.RuneSelf:
		return 1
	case c < 0xc0:
		for back := 1; back < utf8.UTFMax && back <= i; back++ {
			if utf8.RuneStart(s[i-back]) {
				if _, n := utf8.DecodeRuneInString(s[i-back:]); n > back {
					return 0
				}
				break
			}
		}
		return 1
	case c >= 0xf0:
		if _, n := utf8.DecodeRuneInString(s[i:]); n == 4 {
			return 2
		}
	}
	return 1
}

// Of returns the number of UTF-16 code units before the byte offset, which is
// clamped to the string. Inside a character it is the offset of the character's end.
func (u *UTF16) Of(offset int) int {
	offset = min(max(offset, 0), len(u.s))
	if u.marks == nil {
		return offset
	}
	mark := min(offset/utf16Step, len(u.marks)-1)
	units := u.marks[mark]
	for i := mark * utf16Step; i < offset; i++ {
		units += unitsOf(u.s, i)
	}
	return int(units)
}
