package numex

import (
	"strings"
	"testing"
	"unicode/utf8"

	"slugline/analyzer/text"
)

// checkExpressions reports what no text may do to expressions.
func checkExpressions(t *testing.T, doc *text.Document, found []Expression) {
	t.Helper()
	s, end := doc.Source, 0
	for _, x := range found {
		if x.Start < end || x.End <= x.Start || x.End > len(s) {
			t.Fatalf("%+v after byte %d of %q", x, end, s)
		}
		end = x.End
		if utf8.ValidString(s) && !utf8.ValidString(x.Of(s)) {
			t.Fatalf("%q cuts a character of %q", x.Of(s), s)
		}
		if x.First < 0 || x.Last <= x.First || x.Last > len(doc.Tokens) ||
			x.Start < doc.Tokens[x.First].Start || x.Start >= doc.Tokens[x.First].End ||
			x.End > doc.Tokens[x.Last-1].End || x.End <= doc.Tokens[x.Last-1].Start {
			t.Fatalf("%+v does not touch just its tokens in %q", x, s)
		}
		switch x.Type {
		case TypeDate:
			if strings.ContainsAny(x.Value, " \n") {
				t.Fatalf("%q is the date %q", x.Of(s), x.Value)
			}
		case TypeMoney:
			if code, amount, ok := strings.Cut(x.Value, " "); x.Value != "" && (!ok || len(code) != 3 || amount == "") {
				t.Fatalf("%q is the amount %q", x.Of(s), x.Value)
			}
		case TypePercent:
			if x.Value != "" && !strings.HasSuffix(x.Value, " %") {
				t.Fatalf("%q is the share %q", x.Of(s), x.Value)
			}
		case TypeTime, TypeQuantity:
		default:
			t.Fatalf("%q is a %q", x.Of(s), x.Type)
		}
	}
}

func FuzzNumex(f *testing.F) {
	for _, g := range readGolden(f) {
		f.Add(g.source, "2026-11-24")
	}
	for _, s := range []string{"$", "$-5", "5%%", "1/0/0000", "99999999999999999999999999999 bn", "Feb 30, 2026", "1e999 kg", "₹5,00,00,00,000 crore crore",
		"\u0664\u0665 %", "5\u0301%", "-", "May may", "24:61 a.m. GMT", "1990s-1890s", "next last Monday", "$1-$2-$3", "half a million million dollars"} {
		f.Add(s, "2024-02-29")
	}
	f.Fuzz(func(t *testing.T, s, day string) {
		doc := document(s)
		checkExpressions(t, doc, Find(nil, doc, ParseDate(day)))
		checkExpressions(t, doc, Find(nil, doc, Date{}))
	})
}
