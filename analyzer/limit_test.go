package analyzer

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestShorten(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       int
	}{
		{"a story", strings.Repeat("a", limit), limit},
		{"between paragraphs", strings.Repeat("a", limit-10) + "\n" + strings.Repeat("b", 20), limit - 9},
		{"one long paragraph", strings.Repeat("a", 2*limit), limit},
		{"not inside a character", "a" + strings.Repeat("é", limit), limit - 1},
		{"not down to nothing", "a\n" + strings.Repeat("b", 2*limit), limit},
	} {
		short, cut := shorten(c.text)
		if len(short) != c.want || cut != (len(c.text) > limit) || !utf8.ValidString(short) {
			t.Errorf("%s: %d bytes, cut %v; want %d", c.name, len(short), cut, c.want)
		}
	}
}
