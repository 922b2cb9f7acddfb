package text

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

// checkDocument reports what no text may do to tokens and sentences: leave the
// block, overlap, cut a grapheme cluster, lose a visible byte, or leave a token
// outside every sentence.
func checkDocument(t *testing.T, d *Document) {
	t.Helper()
	s, at, token := d.Source, d.Blocks[0].Start, 0
	for i, tok := range d.Tokens {
		if tok.Start < at || tok.End <= tok.Start || tok.End > d.Blocks[0].End {
			t.Fatalf("token %d is %v after byte %d of %q", i, tok.Span, at, s)
		}
		checkGap(t, s, at, tok.Start)
		for _, edge := range []int{tok.Start, tok.End} {
			if edge > 0 && edge < len(s) && insideCluster(s, edge) {
				t.Fatalf("token %q cuts a cluster at byte %d of %q", tok.Of(s), edge, s)
			}
		}
		at = tok.End
	}
	checkGap(t, s, at, d.Blocks[0].End)
	for i, sentence := range d.Sentences {
		if sentence.First != token || sentence.Last <= token || sentence.Last > len(d.Tokens) ||
			sentence.Start != d.Tokens[sentence.First].Start || sentence.End != d.Tokens[sentence.Last-1].End {
			t.Fatalf("sentence %d is %+v, expected to open with token %d, in %q", i, sentence, token, s)
		}
		token = sentence.Last
	}
	if token != len(d.Tokens) {
		t.Fatalf("%d of %d tokens are in sentences of %q", token, len(d.Tokens), s)
	}
}

// checkGap requires s[i:j] to show nothing.
func checkGap(t *testing.T, s string, i, j int) {
	t.Helper()
	for k := i; k < j; {
		c, n := classAt(s, k)
		if c != space && c != ignorable && !ignoredMarks(s, k, k+n) {
			t.Fatalf("%q at byte %d of %q is in no token", s[k:k+n], k, s)
		}
		k += n
	}
}

// insideCluster reports whether UAX #29 forbids a boundary at byte i: a rule by
// rule restatement of GB3, GB9, GB9b and GB11 to GB13, apart from the tokenizer's code.
func insideCluster(s string, i int) bool {
	if !utf8.RuneStart(s[i]) && utf8.ValidString(s) {
		return true
	}
	next, _ := utf8.DecodeRuneInString(s[i:])
	before, n := utf8.DecodeLastRuneInString(s[:i])
	if next == utf8.RuneError || before == utf8.RuneError {
		return false
	}
	control := func(c class, r rune) bool {
		return c == ignorable || c == space && (r < ' ' || r == 0x7F || r >= 0x80 && r < 0xA0 || r == 0x200B || r == 0x2028 || r == 0x2029)
	}
	a, b := classOf(before), classOf(next)
	switch {
	case control(a, before) || control(b, next):
		return false
	case b == extend, a == prepend:
		return true
	case a == regional && b == regional:
		run := 0
		for k := i; k > 0; {
			r, n := utf8.DecodeLastRuneInString(s[:k])
			if classOf(r) != regional {
				break
			}
			run, k = run+1, k-n
		}
		return run%2 == 1
	case before == 0x200D && (b == pictograph || b == textPict):
		for k := i - n; k > 0; {
			r, n := utf8.DecodeLastRuneInString(s[:k])
			if c := classOf(r); c != extend {
				return c == pictograph || c == textPict
			}
			k -= n
		}
	}
	return false
}

func FuzzDocument(f *testing.F) {
	for _, name := range []string{"sentences.txt", "tokens.txt"} {
		for _, line := range goldenLines(f, name) {
			f.Add(line)
		}
	}
	for _, s := range []string{"", "\x00", "\xff'\u0301s", "a\u200d\U0001F600", "\u06001.\u0301", "5\ufe0f\u20e3", "@a.b@c.de", "...'s", "U.\u0301S.", "1-\u0600 x", "http://\u0301"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) { checkDocument(t, paragraph(s)) })
}

// TestRobust gives the tokenizer what people paste by mistake. Five megabytes take
// seconds if anything is quadratic.
func TestRobust(t *testing.T) {
	const size = 5 << 20
	for _, unit := range []string{"A", "a ", "'s", ".", "@a", "a@b.", "a.b.", "\x00", "\xff", "😀", "🇮🇳", "中", "\u0301", "\u0600", "-", "1,", "1.", "a-", "http://", "(", "\"", "A. ", "\u200d", "©\u200d", "Mr. "} {
		s := strings.Repeat(unit, size/len(unit)/5)
		start := time.Now()
		d := paragraph(s)
		if took := time.Since(start); took > 3*time.Second {
			t.Errorf("%d MB of %q took %v", len(s)>>20, unit, took)
		}
		if len(s) > 0 && len(d.Sentences) > 0 && d.Sentences[len(d.Sentences)-1].End > len(s) {
			t.Errorf("%q: a sentence ends behind the text", unit)
		}
	}
}

func benchmarkText(tb testing.TB) string {
	var b strings.Builder
	for _, line := range goldenLines(tb, "sentences.txt") {
		line = strings.ReplaceAll(line, "‖", "")
		ascii := true
		for i := range len(line) {
			ascii = ascii && line[i] < utf8.RuneSelf
		}
		if ascii {
			b.WriteString(line)
			b.WriteByte(' ')
		}
	}
	return b.String()
}

func BenchmarkDocument(b *testing.B) {
	s := benchmarkText(b)
	var d Document
	b.SetBytes(int64(len(s)))
	b.ReportAllocs()
	for b.Loop() {
		d = Document{Source: s, Tokens: d.Tokens[:0], Sentences: d.Sentences[:0], Blocks: d.Blocks[:0]}
		d.Append(Paragraph, Span{0, len(s)})
	}
	b.ReportMetric(float64(len(strings.Fields(s)))*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}
