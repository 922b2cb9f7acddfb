package dedup_test

import (
	"os"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"slugline/analyzer/archive"
	"slugline/analyzer/article"
	"slugline/analyzer/dedup"
	"slugline/analyzer/text"
)

// Pairs of stories whose shared passages were marked by hand: testdata/pairs.txt says how.

// A version is one of the two texts of a pair, with what is marked in it.
type version struct {
	title, date, body string
	copied            []text.Span // bytes of body
}

// A figure is a pair of words that stand in each other's place and of which both count something.
type figure struct{ there, here string }

type markedPair struct {
	verdict     string
	there, here version
	figures     []figure
}

func (v *version) write(s string, copied bool) {
	if copied && s != "" {
		v.copied = append(v.copied, text.Span{Start: len(v.body), End: len(v.body) + len(s)})
	}
	v.body += s
}

func readPairs(t *testing.T) []markedPair {
	t.Helper()
	b, err := os.ReadFile("testdata/pairs.txt")
	if err != nil {
		t.Fatal(err)
	}
	var pairs []markedPair
	for _, block := range strings.Split("\n"+string(b), "\n== ")[1:] {
		head, body, _ := strings.Cut(block, "\n\n")
		lines := strings.Split(head, "\n")
		p := markedPair{verdict: lines[0]}
		p.there.title, p.here.title, _ = strings.Cut(lines[1], " | ")
		if len(lines) > 2 {
			p.there.date, p.here.date, _ = strings.Cut(strings.TrimPrefix(lines[2], "@"), " | ")
		}
		p.mark(t, strings.TrimSpace(body))
		pairs = append(pairs, p)
	}
	return pairs
}

// mark reads a text with differences in braces.
func (p *markedPair) mark(t *testing.T, s string) {
	moved := map[string]string{}
	for _, piece := range strings.Split(s, "{") {
		if marked, _, ok := strings.Cut(piece, "}"); ok {
			if name, of, ok := strings.Cut(marked, "="); ok && len(name) == 1 {
				moved[name] = strings.TrimSuffix(of, "|")
			}
		}
	}
	for i, piece := range strings.Split(s, "{") {
		if i > 0 {
			marked, rest, ok := strings.Cut(piece, "}")
			there, here, two := strings.Cut(marked, "|")
			if !ok || !two {
				t.Fatalf("no end or no | in %q", piece)
			}
			switch name, of, _ := strings.Cut(there, "="); {
			case strings.HasPrefix(here, "="):
				p.here.write(moved[here[1:]], true)
			case len(name) == 1 && name < "a" && of != "":
				p.there.write(of, true)
			case strings.HasPrefix(there, "~"):
				p.there.write(there[1:], true)
				p.here.write(here, true)
			default:
				p.there.write(there, false)
				p.here.write(here, false)
				if counts(there) && counts(here) && len(strings.Fields(there)) < 5 {
					p.figures = append(p.figures, figure{there, here})
				}
			}
			piece = rest
		}
		p.there.write(piece, true)
		p.here.write(piece, true)
	}
}

var numbers = strings.Fields("two three four five six seven eight nine ten Fourteen Nineteen fifth sixth sixtieth sixty-first Two Three Five Six")

func counts(s string) bool {
	return strings.ContainsAny(s, "0123456789") || slices.ContainsFunc(strings.Fields(s), func(w string) bool { return slices.Contains(numbers, w) })
}

// read cuts a version as the page does.
func (v *version) read() (*text.Document, int) {
	d := &article.Parse(v.title, v.body).Doc
	return d, strings.Index(d.Source, v.body)
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// words returns the words of s, as byte spans.
func words(s string) []text.Span {
	var out []text.Span
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			i += n
			continue
		}
		from := i
		for i < len(s) {
			r, n := utf8.DecodeRuneInString(s[i:])
			inner := strings.ContainsRune(".,'’", r) && i+n < len(s) && (isDigit(s[i-1]) && isDigit(s[i+n]) || strings.ContainsRune("'’", r) && unicode.IsLetter(rune(s[i+n])))
			if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !inner {
				break
			}
			i += n
		}
		out = append(out, text.Span{Start: from, End: i})
	}
	return out
}

func inAny(p text.Span, spans []text.Span) bool {
	return slices.ContainsFunc(spans, func(s text.Span) bool { return s.Start <= p.Start && p.End <= s.End })
}

// f1 of counts.
func f1(both, found, wanted float64) float64 {
	if both == 0 {
		return 0
	}
	return 2 * both / (found + wanted)
}

func TestMarkedPairs(t *testing.T) {
	pairs := readPairs(t)
	if len(pairs) < 120 {
		t.Fatalf("%d pairs", len(pairs))
	}
	right, guessed, wanted := map[string]float64{}, map[string]float64{}, map[string]float64{}
	var both, found, marked float64 // words of copied passages
	var figures, figuresFound int
	offBy, shares := 0.0, 0
	for i := range pairs {
		p := &pairs[i]
		a, c := archive.New(), dedup.New()
		old, _ := p.there.read()
		c.Query(a, old, dedup.Meta{ID: "there", Date: p.there.date})
		a.Add(c.Article(old, dedup.Meta{ID: "there", Date: p.there.date}, nil))
		d, at := p.here.read()
		var m dedup.Match
		verdict := "none"
		if ms := dedup.Compare(a, d, dedup.Meta{ID: "here", Date: p.here.date}); len(ms) > 0 {
			m, verdict = ms[0], ms[0].Verdict
		}
		wanted[p.verdict]++
		guessed[verdict]++
		if verdict == p.verdict {
			right[verdict]++
		} else {
			t.Logf("%q is %s, should be %s: %.2f %.2f %s", p.here.title, verdict, p.verdict, m.Copied, m.CopiedFrom, m.Reason)
		}

		// What the page paints: the passages without what changed inside them.
		var passages, changed []text.Span
		for _, s := range m.Passages {
			passages = append(passages, s.Here)
		}
		for _, k := range m.Changes {
			if k.HereSpan.Len() > 0 {
				changed = append(changed, k.HereSpan)
			}
		}
		all, isMarked := 0.0, 0.0
		pb, pf := both, found
		pm := marked
		var missed, extra []string
		for _, w := range words(p.here.body) {
			s := text.Span{Start: at + w.Start, End: at + w.End}
			told := inAny(s, passages) && !inAny(s, changed)
			all++
			if told {
				found++
			}
			if inAny(w, p.here.copied) {
				marked++
				isMarked++
				if told {
					both++
				} else {
					missed = append(missed, w.Of(p.here.body))
				}
			} else if told {
				extra = append(extra, w.Of(p.here.body))
			}
		}
		if v := f1(both-pb, found-pf, marked-pm); v < 0.95 && p.verdict != "none" && p.verdict != "same-event" {
			t.Logf("%s %q: words of passages %.2f; missed %v; extra %v", p.verdict, p.here.title, v, missed, extra)
		}
		if p.verdict != "none" && p.verdict != "same-event" {
			off := m.Copied - isMarked/all
			offBy += max(off, -off)
			shares++
			if max(off, -off) > 0.02 {
				t.Logf("%s %q: copied %.3f, should be %.3f", p.verdict, p.here.title, m.Copied, isMarked/all)
			}
		}
		if p.verdict == "template" || p.verdict == "quotes" {
			continue
		}
		for _, f := range p.figures {
			figures++
			if slices.ContainsFunc(m.Changes, func(k dedup.Change) bool {
				return k.Kind == "figure" && overlaps(k.There, f.there) && overlaps(k.Here, f.here)
			}) {
				figuresFound++
			} else {
				t.Logf("%q: %s → %s not found in %+v", p.here.title, f.there, f.here, m.Changes)
			}
		}
	}
	macro := 0.0
	for v := range wanted {
		f := f1(right[v], guessed[v], wanted[v])
		t.Logf("%-10s F1 %.3f of %v", v, f, wanted[v])
		macro += f / float64(len(wanted))
	}
	passages := f1(both, found, marked)
	recall := float64(figuresFound) / float64(figures)
	mean := offBy / float64(shares)
	t.Logf("%d pairs: verdicts macro-F1 %.3f, words of passages F1 %.3f, share copied off by %.3f (mean of %d), figures %d of %d",
		len(pairs), macro, passages, mean, shares, figuresFound, figures)
	if macro < 0.93 || passages < 0.97 || mean > 0.02 || recall < 0.98 {
		t.Errorf("worse than it was: see above")
	}
}

// overlaps reports whether two short texts have a word in common.
func overlaps(s, t string) bool {
	for _, w := range strings.Fields(s) {
		if slices.Contains(strings.Fields(t), w) {
			return true
		}
	}
	return false
}
