package keyphrase

import (
	"testing"
	"unicode/utf8"

	"slugline/analyzer/pos"
	"slugline/analyzer/text"
)

func FuzzKeyphrases(f *testing.F) {
	for _, s := range []string{"", "Rate rise", "\x00 \xff", "a-b-c d.e.f", "Ministry of Foreign Affairs of Japan", "the of and", "naïve cafe\u0301 owners", "😀 parade 😀 parade",
		"new old new old new old tax tax tax tax tax tax tax", "A. B. C. D. E. F. G."} {
		f.Add(s, "The central bank raised its interest rate on Tuesday. Banks welcomed the rate.", uint8(0), uint8(2), uint8(10))
		f.Add("", s, uint8(1), uint8(1), uint8(3))
	}
	f.Fuzz(func(t *testing.T, title, body string, first, tokens, limit uint8) {
		doc := &text.Document{Source: title + "\n\n" + body}
		if title != "" {
			doc.Append(text.Title, text.Span{End: len(title)})
		}
		doc.Append(text.Paragraph, text.Span{Start: len(title) + 2, End: len(doc.Source)})
		var names []Name
		if last := int(first) + int(tokens); tokens > 0 && last <= len(doc.Tokens) {
			names = []Name{{Span: text.Span{Start: doc.Tokens[first].Start, End: doc.Tokens[last-1].End}, Entity: 0, Person: tokens%2 == 0}}
		}
		phrases := Extract(doc, pos.TagTokens(nil, doc), names, int(limit))
		if len(phrases) > int(limit) {
			t.Fatalf("%d phrases, not %d", len(phrases), limit)
		}
		for i, p := range phrases {
			if p.Text == "" || p.Count < 1 || p.Score <= 0 || p.Score > 1.000001 || i == 0 && p.Score < 0.999999 {
				t.Fatalf("%+v of %q", p, doc.Source)
			}
			if p.First.Start < 0 || p.First.End > len(doc.Source) || p.First.Len() <= 0 {
				t.Fatalf("%+v of %d bytes", p, len(doc.Source))
			}
			if utf8.ValidString(doc.Source) && !utf8.ValidString(p.Text) {
				t.Fatalf("%q cuts a character", p.Text)
			}
		}
	})
}
