package archive

import (
	"reflect"
	"strings"
	"testing"

	"slugline/analyzer/text"
)

func recorded() *Article {
	source := "A title\n\n" + strings.Repeat("The ferry ran aground off Lamu on Sunday. ", 40)
	return &Article{ID: "wire-1", Title: "A title", Date: "2025-11-03", FirstSeen: 1_762_160_400, Names: []string{"Lamu"}, Source: source,
		TextStart: 9, Blocks: []Block{{text.Span{Start: 0, End: 7}, text.Title}, {text.Span{Start: 9, End: len(source)}, text.Paragraph}},
		Sentences: []text.Span{{Start: 9, End: 50}}, Story: 7, Words: 280, Fingerprints: []uint32{1 << 29, 5, 0}}
}

func TestRecord(t *testing.T) {
	want := recorded()
	b := AppendRecord(nil, want)
	if got := ReadRecord(b); !reflect.DeepEqual(got, want) {
		t.Errorf("read %+v, wrote %+v", got, want)
	}
	if len(b) > len(want.Source)/2 {
		t.Errorf("%d bytes for a text of %d that repeats itself", len(b), len(want.Source))
	}
	for i := range b { // no damage goes unseen
		bad := append([]byte(nil), b...)
		bad[i] ^= 0x40
		if p := ReadRecord(bad); p != nil && !reflect.DeepEqual(p, want) {
			t.Fatalf("byte %d changed: %+v", i, p)
		}
		if ReadRecord(b[:i]) != nil {
			t.Fatalf("cut to %d bytes: read all the same", i)
		}
	}
}

func TestExportedRecordsAreImported(t *testing.T) {
	a := New()
	im := NewImporter(a, func(p *Article) { p.Fingerprints = []uint32{1} })
	for _, piece := range [][]byte{ExportHead(), ExportRecords(1, []*Article{recorded()})} {
		if !im.Write(piece) {
			t.Fatal("no export")
		}
	}
	if p, ok := im.Close(); !ok || im.Added != 1 || !a.Has("wire-1") || len(im.Problems) > 0 {
		t.Errorf("added %d, problems %v %v", im.Added, p, im.Problems)
	}
}

func FuzzReadRecord(f *testing.F) {
	f.Add(AppendRecord(nil, recorded()))
	f.Add([]byte{recordVersion})
	f.Fuzz(func(t *testing.T, b []byte) {
		// Checksums keep the fuzzer out: put the right one in.
		if len(b) > recordHead {
			copy(b[5:], append32(nil, checksum(b[recordHead:])))
		}
		if p := ReadRecord(b); p != nil && !inside(p) {
			t.Error("spans outside the text")
		}
	})
}
