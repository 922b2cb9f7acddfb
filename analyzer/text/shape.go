package text

// What a word looks like, apart from what it says.

import (
	"unicode"
	"unicode/utf8"
)

// isUpperRune reports whether r is an upper-case letter.
func isUpperRune(r rune) bool {
	if r < utf8.RuneSelf {
		return 'A' <= r && r <= 'Z'
	}
	return unicode.IsUpper(r)
}

// isLowerRune reports whether r is a lower-case letter.
func isLowerRune(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z'
	}
	return unicode.IsLower(r)
}
