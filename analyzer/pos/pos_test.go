package pos_test

import (
	"fmt"
	"strings"
	"testing"

	"slugline/analyzer/pos"
	"slugline/analyzer/text"
)

func document(s string) *text.Document {
	doc := &text.Document{Source: s}
	doc.Append(text.Paragraph, text.Span{Start: 0, End: len(s)})
	return doc
}

func tagged(s string) string {
	doc := document(s)
	var b strings.Builder
	for i, t := range pos.TagTokens(nil, doc) {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(doc.Tokens[i].Of(s) + "/" + t.String())
	}
	return b.String()
}

func TestSentencesAreTagged(t *testing.T) {
	for _, want := range []string{
		"The/determiner port/noun authority/noun closed/verb two/numeral northern/adjective terminals/nouns on/preposition Friday/name ./mark",
		"Farmers/nouns in/preposition Kenya/name are/verb waiting/gerund for/preposition rain/noun ./mark",
		"She/pronoun will/verb visit/verb the/determiner new/adjective hospital/noun ,/mark officials/nouns said/verb ./mark",
		"Prime/name Minister/name Anna/name Holm/name resigned/verb",
		"Prices/nouns rose/verb 3.5/numeral %/noun in/preposition the/determiner 1990s/nouns",
		"The/determiner city/noun 's/possessive largest/adjective bridge/noun was/verb built/participle in/preposition 1931/numeral ./mark",
	} {
		var plain []string
		for _, w := range strings.Fields(want) {
			plain = append(plain, w[:strings.LastIndexByte(w, '/')])
		}
		s := strings.NewReplacer(" .", ".", " ,", ",", " %", "%", " 's", "'s").Replace(strings.Join(plain, " "))
		if got := tagged(s); got != want {
			t.Errorf("\n got %s\nwant %s", got, want)
		}
	}
}

func TestContextDecides(t *testing.T) {
	for _, c := range []struct {
		sentence, word string
		want           pos.Tag
	}{
		{"They plan to visit the island.", "plan", pos.Verb},
		{"The plan was dropped by the council.", "plan", pos.Noun},
		{"It was the worst fire of the season.", "fire", pos.Noun},
		{"The company will fire its chairman.", "fire", pos.Verb},
	} {
		doc := document(c.sentence)
		tags := pos.TagTokens(nil, doc)
		for i, token := range doc.Tokens {
			if token.Of(c.sentence) == c.word && tags[i] != c.want {
				t.Errorf("%q: %s is tagged %s, want %s", c.sentence, c.word, tags[i], c.want)
			}
		}
	}
}

func TestOneTagATokenBehindWhatWasThere(t *testing.T) {
	doc := document("Rain fell.")
	tags := pos.TagTokens([]pos.Tag{pos.To}, doc)
	if len(tags) != 1+len(doc.Tokens) || tags[0] != pos.To {
		t.Errorf("got %v for %d tokens behind one tag", tags, len(doc.Tokens))
	}
}

func FuzzTagTokens(f *testing.F) {
	for _, s := range []string{"", "A", "Élan vital €5bn 🇰🇪 @desk", "\x00\xff", "U.S.-led \u2019s"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		doc := document(s)
		tags := pos.TagTokens(nil, doc)
		if len(tags) != len(doc.Tokens) {
			t.Fatalf("%d tags for %d tokens", len(tags), len(doc.Tokens))
		}
		for _, tag := range tags {
			if tag >= pos.Tags {
				t.Fatalf("tag %d", tag)
			}
		}
	})
}

func ExampleTagTokens() {
	doc := &text.Document{Source: "Floods closed the main road."}
	doc.Append(text.Paragraph, text.Span{Start: 0, End: len(doc.Source)})
	for i, tag := range pos.TagTokens(nil, doc) {
		fmt.Println(doc.Tokens[i].Of(doc.Source), tag)
	}
	// Output:
	// Floods nouns
	// closed verb
	// the determiner
	// main adjective
	// road noun
	// . mark
}

const story = `The harbour authority of Port Amelia closed two northern terminals on Friday after a container ship ran aground. ` +
	`Captain Ruth Mwangi, 46, said strong winds had pushed the 300-metre vessel out of the channel shortly before dawn. ` +
	`"We had very little time," she told reporters. Exporters of coffee and tea warned that delays could cost $4.5 million a day. `

func BenchmarkTagTokens(b *testing.B) {
	doc := document(strings.Repeat(story, 12))
	var tags []pos.Tag
	b.ReportAllocs()
	for b.Loop() {
		tags = pos.TagTokens(tags[:0], doc)
	}
	b.ReportMetric(float64(len(doc.Tokens))*float64(b.N)/b.Elapsed().Seconds()/1e6, "Mtokens/s")
}
