package entity

import "testing"

func TestFolding(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Tu\u0308rkiye", "türkiye"},
		{"E\u0301QUATEUR", "équateur"},
		{"Nguye\u0302\u0303n", "nguyễn"},
		{"Vie\u0323\u0302t", "việt"},
		{"Jais\u00ADhankar", "jaishankar"},
		{"O’Neill", "o'neill"},
		{"“", "\""},
		{"1984", "0000"},
		{"\u0301", "\u0301"},
		{"x\u0301y", "x\u0301y"},
	} {
		if got := string(appendFolded([]byte("a"), c.text)); got != "a"+c.want {
			t.Errorf("%q is folded to %q, want %q", c.text, got[1:], c.want)
		}
	}
}
