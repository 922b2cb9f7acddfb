package numex

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"slugline/analyzer/text"
)

// document makes a document of one paragraph.
func document(s string) *text.Document {
	d := &text.Document{Source: s}
	d.Append(text.Paragraph, text.Span{Start: 0, End: len(s)})
	return d
}

// golden is one line of testdata.
type golden struct {
	file, source string
	story        Date
	want         []Expression
}

// readGolden reads "[type value|words]" lines.
func readGolden(t *testing.T) []golden {
	t.Helper()
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no golden files", err)
	}
	var out []golden
	for _, name := range files {
		file, err := os.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		defer file.Close()
		var story Date
		for in := bufio.NewScanner(file); in.Scan(); {
			l := in.Text()
			switch {
			case l == "" || l[0] == '#':
				continue
			case l[0] == '@':
				story = ParseDate(strings.TrimSpace(l[1:]))
				continue
			}
			g := golden{file: filepath.Base(name), story: story}
			for {
				before, rest, ok := strings.Cut(l, "[")
				g.source += before
				if !ok {
					break
				}
				label, rest, _ := strings.Cut(rest, "|")
				words, rest, closed := strings.Cut(rest, "]")
				typ, value, spaced := strings.Cut(label, " ")
				if !closed || !spaced {
					t.Fatalf("%s: broken line %q", name, l)
				}
				g.want = append(g.want, Expression{Span: text.Span{Start: len(g.source), End: len(g.source) + len(words)}, Type: typ, Value: value})
				g.source += words
				l = rest
			}
			out = append(out, g)
		}
	}
	return out
}

func TestGolden(t *testing.T) {
	cases := readGolden(t)
	if len(cases) < 220 {
		t.Errorf("only %d cases", len(cases))
	}
	hit, found, wanted, values := 0, 0, 0, 0
	for _, g := range cases {
		got := Find(nil, document(g.source), g.story)
		found += len(got)
		wanted += len(g.want)
		miss := len(got) != len(g.want)
		for _, w := range g.want {
			ok := false
			for _, e := range got {
				if e.Span == w.Span && e.Type == w.Type {
					ok = true
					hit++
					if e.Value == w.Value {
						values++
					} else {
						t.Errorf("%s: %q is worth %q, want %q", g.file, e.Of(g.source), e.Value, w.Value)
					}
				}
			}
			miss = miss || !ok
		}
		if miss {
			t.Logf("%s: %s\n\tgot  %s\n\twant %s", g.file, g.source, show(g.source, got), show(g.source, g.want))
		}
	}
	f1 := 2 * float64(hit) / float64(found+wanted)
	t.Logf("%d cases, %d expressions: spans and types F1 %.4f, values right %d of %d", len(cases), wanted, f1, values, hit)
	if f1 < 0.97 {
		t.Errorf("F1 %.4f < 0.97", f1)
	}
}

// show lists expressions.
func show(s string, es []Expression) string {
	var b strings.Builder
	for _, e := range es {
		fmt.Fprintf(&b, "[%s %s|%s] ", e.Type, e.Value, e.Of(s))
	}
	return b.String()
}
