package text

import (
	"strings"
	"testing"
)

// TestTokens holds each case of the golden file to its tokens.
func TestTokens(t *testing.T) {
	lines := goldenLines(t, "tokens.txt")
	if len(lines) < 150 {
		t.Fatalf("%d cases, want 150", len(lines))
	}
	for _, line := range lines {
		source, want, ok := strings.Cut(line, " => ")
		if !ok {
			t.Errorf("no => in %q", line)
			continue
		}
		var got []string
		for _, token := range Tokenize(nil, source, Span{0, len(source)}) {
			got = append(got, strings.ReplaceAll(token.Of(source), " ", "␣"))
		}
		if got := strings.Join(got, " "); got != want {
			t.Errorf("%s\n\tgot  %s\n\twant %s", source, got, want)
		}
	}
}

// TestInvisible is for characters that an editor would hide in the golden file.
func TestInvisible(t *testing.T) {
	for source, want := range map[string]string{
		"a\u00a0b\u2009c\u3000d": "a|b|c|d",
		"co\u00adop\u00ad":       "co\u00adop",
		"\ufeffHello":            "Hello",
		"zero\u200bwidth":        "zero|width",
		"می\u200cخواهم":          "می\u200cخواهم",
		"e\u0301te\u0301 x":      "e\u0301te\u0301|x",
		"a \u0301 b":             "a| \u0301|b",
		"a \u200d b":             "a|b",
		"a\x00b\x01 c":           "a|b|c",
		"a\xff\xfe b\xc3":        "a|\xff\xfe|b|\xc3",
		"$\u0301 '\u0301s":       "$\u0301|'\u0301|s",
		"\u0600١٢ \u06dd":        "\u0600١٢|\u06dd",
		"\u200fשלום\u200f!":      "שלום|!",
		"Mr.\u0301 X":            "Mr.\u0301|X",
	} {
		var got []string
		for _, token := range Tokenize(nil, source, Span{0, len(source)}) {
			got = append(got, token.Of(source))
		}
		if got := strings.Join(got, "|"); got != want {
			t.Errorf("%q: got %q, want %q", source, got, want)
		}
	}
}

// TestTokenKinds holds the kinds that later stages choose by.
func TestTokenKinds(t *testing.T) {
	for source, want := range map[string]Kind{
		"India": Word, "'s": Punctuation, "28-year-old": Word, "U.S.": Word, "中": Word,
		"1,250.75": Number, "3rd": Number, "24/7": Number, "١٢٣": Number,
		"...": Punctuation, "“": Punctuation, "–": Punctuation,
		"$": Symbol, "€": Symbol, "%": Symbol, "©": Symbol, "\xff\xfe": Symbol,
		"https://example.org/a": URL, "example.org": URL, "Booking.com": Word,
		"a@example.org": Email, "@who": Handle, "#news": Hashtag, "👍🏽": Emoji, "❤️": Emoji, "🇰🇪": Emoji,
	} {
		tokens := Tokenize(nil, source, Span{0, len(source)})
		if tokens[0].Kind != want {
			t.Errorf("%q is of kind %d, want %d", source, tokens[0].Kind, want)
		}
	}
}

// TestTokenSpace tells words that were written together from words apart.
func TestTokenSpace(t *testing.T) {
	s := "He’d said\u00a0(yes)\n\nnow"
	var apart []string
	for _, token := range Tokenize(nil, s, Span{0, len(s)}) {
		if token.Space {
			apart = append(apart, token.Of(s))
		}
	}
	if got := strings.Join(apart, " "); got != "He said ( now" {
		t.Errorf("space stands before %q", got)
	}
}
