package text

import (
	"testing"
	"unicode/utf16"
	"unicode/utf8"
)

func TestUTF16(t *testing.T) {
	for _, s := range []string{"", "plain", "naïve café", "Modi 🤝 Rubio", "👩‍👩‍👧 family 🇮🇳", "日本語のテキスト", "bad \xff\xc3 bytes \xf0\x9f", "\ufeffmark", "e\u0301"} {
		long := s
		for len(long) < 300 && s != "" {
			long += s
		}
		for _, s := range []string{s, long} {
			u := NewUTF16(s)
			for i := range s {
				if want := len(utf16.Encode([]rune(s[:i]))); u.Of(i) != want {
					t.Errorf("%q at byte %d: %d units, want %d", s, i, u.Of(i), want)
				}
			}
			if want := len(utf16.Encode([]rune(s))); u.Of(len(s)) != want || u.Of(len(s)+9) != want || u.Of(-1) != 0 {
				t.Errorf("%q: ends %d", s, u.Of(len(s)))
			}
		}
	}
}

func FuzzUTF16(f *testing.F) {
	f.Add("Modi 🤝 Rubio", 6)
	f.Add("\xf0\x9f\x98", 2)
	f.Fuzz(func(t *testing.T, s string, at int) {
		u := NewUTF16(s)
		if at < 0 || at > len(s) || at < len(s) && !utf8.RuneStart(s[at]) {
			u.Of(at)
			return
		}
		if got, want := u.Of(at), len(utf16.Encode([]rune(s[:at]))); got != want {
			t.Errorf("%q at %d: %d, want %d", s, at, got, want)
		}
	})
}
