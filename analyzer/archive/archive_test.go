package archive

import (
	"fmt"
	"maps"
	"math/rand"
	"slices"
	"strings"
	"testing"

	"slugline/analyzer/text"
)

// store is a host's storage.
type store map[string][]byte

func (s store) apply(op Op) {
	if op.Data == nil {
		delete(s, op.Name)
	} else {
		s[op.Name] = op.Data
	}
}

// open reads a store as a host does.
func (s store) open(t testing.TB) *Archive {
	t.Helper()
	a := New()
	a.Open(slices.Sorted(maps.Keys(s)))
	for rounds := 0; ; rounds++ {
		needed := a.Needed()
		if len(needed) == 0 {
			return a
		}
		if rounds > 50 {
			t.Fatalf("the archive goes on asking for %v", needed)
		}
		for _, name := range needed {
			a.Load(name, s[name])
		}
	}
}

// story makes article n: its text, and fingerprints that no other one has.
func story(n int) *Article {
	source := fmt.Sprintf("Story %d\n\nThe council of town %d met on day %d. It voted for bridge %d.", n, n, n, n)
	p := &Article{ID: fmt.Sprint("id-", n), Title: fmt.Sprint("Story ", n), Date: "2026-11-24", FirstSeen: int64(1_700_000_000 + n),
		Names: []string{fmt.Sprint("Town ", n)}, Source: source, TextStart: strings.Index(source, "The"), Words: 12}
	p.Blocks = []Block{{text.Span{Start: p.TextStart, End: len(source)}, text.Paragraph}}
	r := rand.New(rand.NewSource(int64(n)))
	for range 20 {
		p.Fingerprints = append(p.Fingerprints, r.Uint32()>>(32-FingerprintBits))
	}
	return p
}

// find returns the article that a comparison would find by its fingerprints.
func find(t testing.TB, a *Archive, s store, n int) *Article {
	t.Helper()
	hits := map[uint32]int{}
	for _, f := range story(n).Fingerprints {
		for _, doc := range a.Lookup(nil, f) {
			hits[doc]++
		}
	}
	for doc, count := range hits {
		if count < 20 {
			continue
		}
		for _, name := range a.Missing([]uint32{doc}) {
			a.Load(name, s[name])
		}
		return a.Article(doc)
	}
	return nil
}

func wantStory(t *testing.T, a *Archive, s store, n int) {
	t.Helper()
	got, want := find(t, a, s, n), story(n)
	if got == nil {
		t.Fatalf("article %d is not found among %d", n, a.Articles())
	}
	if got.ID != want.ID || got.Title != want.Title || got.Source != want.Source || got.FirstSeen != want.FirstSeen ||
		got.TextStart != want.TextStart || !slices.Equal(got.Names, want.Names) || !slices.Equal(got.Blocks, want.Blocks) {
		t.Fatalf("article %d came back as %+v", n, got)
	}
}

func TestArticlesComeBackFromTheirFiles(t *testing.T) {
	s, a := store{}, New()
	const n = 300
	for i := range n {
		a.Add(story(i))
		wantStory(t, a, s, i) // found before it is flushed, too
		if i%7 == 6 || i == n-1 {
			for _, op := range a.Flush() {
				s.apply(op)
			}
		}
	}
	if a.Pending() != 0 || a.Articles() != n {
		t.Errorf("%d pending, %d articles", a.Pending(), a.Articles())
	}
	segments := 0
	for name := range s {
		if name[0] == 's' {
			segments++
		}
	}
	if segments > 12 {
		t.Errorf("%d segments for %d articles: they are not merged", segments, n)
	}
	b := s.open(t)
	if b.Articles() != n || len(b.Problems()) != 0 {
		t.Fatalf("%d articles, problems %v", b.Articles(), b.Problems())
	}
	for i := range n {
		wantStory(t, a, s, i)
		wantStory(t, b, s, i)
	}
	if !b.Has("id-17") || b.Has("id-400") {
		t.Error("identifiers are not known")
	}
}

// A host may be cut off between any two writes: what was stored before stays.
func TestEveryPrefixOfTheWritesIsAWholeArchive(t *testing.T) {
	s, a := store{}, New()
	stored := 0
	for round := range 24 {
		for i := range 5 {
			a.Add(story(5*round + i))
		}
		if round%5 == 4 {
			a.Delete(fmt.Sprint("id-", 5*round-2))
		}
		ops := a.Flush()
		for cut := range len(ops) {
			b := maps.Clone(s)
			for _, op := range ops[:cut] {
				b.apply(op)
			}
			c := b.open(t)
			if p := c.Problems(); len(p) > 0 {
				t.Fatalf("round %d, cut after %d of %d writes: %v", round, cut, len(ops), p)
			}
			for i := range stored {
				if gone := deleted(i, round); !gone {
					wantStory(t, c, b, i)
				}
			}
		}
		for _, op := range ops {
			s.apply(op)
		}
		stored += 5
	}
}

// deleted reports whether the test has deleted, or may be deleting, article i by a round.
func deleted(i, round int) bool {
	return i%25 == 18 && (i+2)/5 <= round
}

func TestDeletedArticlesAreGoneAndStayGone(t *testing.T) {
	s, a := store{}, New()
	for i := range 30 {
		a.Add(story(i))
	}
	flush := func() {
		for _, op := range a.Flush() {
			s.apply(op)
		}
	}
	flush()
	if !a.Delete("id-3") || a.Delete("id-3") || a.Delete("nobody") {
		t.Error("Delete does not say what was there")
	}
	flush()
	if n := a.DeleteOlder(1_700_000_010); n != 9 {
		t.Errorf("%d older ones were deleted, should be 9", n)
	}
	flush()
	for _, x := range []*Archive{a, s.open(t)} {
		if find(t, x, s, 3) != nil || find(t, x, s, 9) != nil || x.Has("id-3") {
			t.Error("a deleted article is found")
		}
		wantStory(t, x, s, 10)
	}
	for _, op := range a.Compact() {
		s.apply(op)
	}
	b := s.open(t)
	if b.Stats().Articles != 20 || find(t, b, s, 3) != nil {
		t.Errorf("%d articles after Compact, should be 20", b.Stats().Articles)
	}
	wantStory(t, b, s, 29)
}

func TestALaterVersionTakesThePlaceOfTheFirst(t *testing.T) {
	s, a := store{}, New()
	a.Add(story(1))
	for _, op := range a.Flush() {
		s.apply(op)
	}
	second := story(2)
	second.ID = "id-1"
	a.Add(second)
	for _, op := range a.Flush() {
		s.apply(op)
	}
	b := s.open(t)
	if b.Stats().Articles != 1 || find(t, b, s, 1) != nil {
		t.Errorf("%d articles; the first version is still there: %v", b.Stats().Articles, find(t, b, s, 1) != nil)
	}
	if got := find(t, b, s, 2); got == nil || got.ID != "id-1" {
		t.Errorf("the second version is %v", got)
	}
}

func TestDamageIsNamedAndTheRestKept(t *testing.T) {
	s, a := store{}, New()
	for i := range 40 {
		a.Add(story(i))
		if i%20 == 19 {
			for _, op := range a.Flush() {
				s.apply(op)
			}
		}
	}
	for name, data := range s {
		for kind, harm := range map[string]func([]byte) []byte{
			"a bit flipped": func(b []byte) []byte { b = slices.Clone(b); b[len(b)/2] ^= 16; return b },
			"cut short":     func(b []byte) []byte { return b[:len(b)*2/3] },
			"empty":         func([]byte) []byte { return []byte{} },
			"of another":    func([]byte) []byte { return []byte("SLUGSEGM, but not really one") },
		} {
			b := maps.Clone(s)
			b[name] = harm(data)
			c := b.open(t)
			found := 0
			for i := range 40 {
				if p := find(t, c, b, i); p != nil && p.Source == story(i).Source {
					found++
				}
			}
			if p := c.Problems(); len(p) != 1 || p[0].Name != name || p[0].Reason == "" {
				t.Errorf("%s %s: problems %v", name, kind, p)
			}
			if found < 20 && name[0] == 's' {
				t.Errorf("%s %s: %d articles are left, should be the other segment's 20", name, kind, found)
			}
		}
	}
}

func TestAnExportFillsAnotherArchive(t *testing.T) {
	s, a := store{}, New()
	for i := range 25 {
		a.Add(story(i))
	}
	for _, op := range a.Flush() {
		s.apply(op)
	}
	names := slices.Sorted(maps.Keys(s))
	ExportOrder(names)
	file := ExportHead()
	for _, name := range names {
		file = append(file, ExportBlob(name, s[name])...)
	}
	again := func(p *Article) {
		var n int
		fmt.Sscanf(p.ID, "id-%d", &n)
		p.Fingerprints = story(n).Fingerprints
	}
	into, b := store{}, New()
	b.Add(story(3))
	im := NewImporter(b, again)
	for len(file) > 0 { // in odd pieces, as a stream comes
		n := min(len(file), 777)
		if !im.Write(file[:n]) {
			t.Fatal("the export is refused")
		}
		file = file[n:]
	}
	if im.Added != 24 || im.Known != 1 || len(im.Problems) != 0 {
		t.Errorf("%d added, %d known, problems %v", im.Added, im.Known, im.Problems)
	}
	for _, op := range b.Flush() {
		into.apply(op)
	}
	for i := range 25 {
		wantStory(t, into.open(t), into, i)
	}
	if NewImporter(New(), again).Write([]byte("this is a shopping list, no export")) {
		t.Error("a shopping list is taken for an export")
	}
}

func TestStrangeNamesAreLeftAlone(t *testing.T) {
	a := New()
	a.Open([]string{"lock", "s-1", "s-00000001-00000001-0000000g", "t-00000002-00000001", "x-00000001-00000001", "s-00000003-00000001-00000000", ""})
	for _, name := range a.Needed() {
		if name != "t-00000002-00000001" {
			t.Errorf("asks for %q", name)
		}
	}
}

func FuzzLoad(f *testing.F) {
	s, a := store{}, New()
	for i := range 8 {
		a.Add(story(i))
	}
	a.Delete("id-2")
	for _, op := range a.Flush() {
		s.apply(op)
	}
	for name, data := range s {
		f.Add(name, data)
	}
	f.Add("d-00000001-00000002", []byte("SLUGDEAD"))
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		b := New()
		b.Open([]string{name})
		b.Load(name, data)
		for _, p := range b.Lookup(nil, story(1).Fingerprints[0]) {
			b.Article(p)
		}
		NewImporter(b, func(*Article) {}).Write(data)
		b.Flush()
		b.Stats()
	})
}
