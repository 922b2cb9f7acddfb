package dedup

import (
	"encoding/base64"
	"encoding/binary"
	"slices"
	"strings"
	"testing"
)

func TestAnchorsFindACopiedPassage(t *testing.T) {
	c := New()
	long := append(append(append([]string{}, flood...), ferry...), flood...)
	archived, _ := c.Anchors(document("Two stories", long...))
	if n := len(archived); n < fewestAnchors/2 || n > mostAnchors+pairAnchors {
		t.Errorf("%d anchors", n)
	}
	shared := func(ps ...string) (n int) {
		_, lookups := c.Anchors(document("A headline of its own", ps...))
		for _, a := range archived {
			if _, ok := slices.BinarySearch(lookups, a); ok {
				n++
			}
		}
		return n
	}
	for i, p := range ferry {
		if n := shared("Nothing of this has been in any article before.", p); n == 0 && len(strings.Fields(p)) >= 2*anchorWords {
			t.Errorf("paragraph %d, longer than two stretches, is not found", i)
		}
	}
	if n := shared("Nothing of this has been in any article before, it says here."); n != 0 {
		t.Errorf("other text shares %d anchors", n)
	}
}

func TestAnchorsOfNextToNothing(t *testing.T) {
	for _, s := range []string{"", "One two three", "One two three four", strings.Repeat("no ", 10_000)} {
		own, lookups := New().Anchors(document("", s))
		for _, a := range own {
			if !slices.Contains(lookups, a) {
				t.Errorf("%.20q: an anchor is not among its own lookups", s)
			}
		}
	}
}

func TestAppendAnchor(t *testing.T) {
	for _, a := range []uint64{0, 1, 1<<anchorBits - 1, 0x123456789abc} {
		want := base64.RawURLEncoding.EncodeToString(binary.BigEndian.AppendUint64(nil, a)[2:])
		if got := string(AppendAnchor(nil, a)); got != want {
			t.Errorf("%x: %s, want %s", a, got, want)
		}
	}
}
