package text

import (
	"os"
	"strings"
	"testing"
)

// goldenLines reads a golden file: one case a line, "#" and a space open comments.
func goldenLines(t testing.TB, name string) []string {
	t.Helper()
	data, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for line := range strings.Lines(string(data)) {
		if line = strings.TrimRight(line, "\n"); line != "" && !strings.HasPrefix(line, "# ") {
			lines = append(lines, line)
		}
	}
	return lines
}

func paragraph(s string) *Document {
	d := &Document{Source: s}
	d.Append(Paragraph, Span{0, len(s)})
	return d
}

// counts are true positives, found and wanted.
type counts struct{ right, found, wanted int }

func (c counts) f1() float64 { return 2 * float64(c.right) / float64(c.found+c.wanted) }

// TestSentences holds the ends of sentences inside a paragraph to the golden file.
// The end of the paragraph, which nobody can miss, is not counted.
func TestSentences(t *testing.T) {
	var all counts
	lines := goldenLines(t, "sentences.txt")
	for _, line := range lines {
		var want []int
		source := ""
		for i, part := range strings.Split(line, "‖") {
			if i > 0 {
				want = append(want, len(source))
			}
			source += part
		}
		d := paragraph(source)
		all.wanted += len(want)
		all.found += len(d.Sentences) - 1
		missed, shown := want, ""
		for i, sentence := range d.Sentences {
			shown += sentence.Of(source)
			if i == len(d.Sentences)-1 {
				break
			}
			shown += " ‖ "
			for j, end := range missed {
				if end == sentence.End {
					missed = append(missed[:j:j], missed[j+1:]...)
					all.right++
					break
				}
			}
		}
		if len(missed) > 0 || len(d.Sentences)-1 != len(want) {
			t.Logf("got  %s\n\twant %s", shown, line)
		}
	}
	t.Logf("%d cases, F1 %.4f (%+v)", len(lines), all.f1(), all)
	if len(lines) < 320 || all.f1() < 0.985 {
		t.Errorf("F1 %.4f over %d cases, want 0.985 over 320", all.f1(), len(lines))
	}
}
