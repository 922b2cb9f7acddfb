// Package text cuts running text into tokens, sentences and blocks.
//
// All spans are half-open byte ranges into one string, Document.Source. JavaScript
// counts in UTF-16 code units; the one conversion is in utf16.go.
package text

// Span is a half-open byte range [Start, End) of Document.Source.
type Span struct{ Start, End int }

// Of returns the bytes of s that the span covers.
func (p Span) Of(s string) string { return s[p.Start:p.End] }

// Len is the span's length in bytes.
func (p Span) Len() int { return p.End - p.Start }

// Contains reports whether q lies inside p.
func (p Span) Contains(q Span) bool { return p.Start <= q.Start && q.End <= p.End }

// Kind says what sort of text a token is.
type Kind uint8

// The kinds of token.
const (
	Word        Kind = iota // letters, with inner apostrophes, hyphens and periods of abbreviations
	Number                  // digits with their separators: 1,250.75, 4th, 3.5
	Punctuation             // one mark, or a run such as "..." or "--"
	Symbol                  // currency signs, %, +, mathematical and other symbols
	URL                     // with or without a scheme
	Email
	Handle  // @name
	Hashtag // #topic
	Emoji   // one grapheme cluster
)

// Token is a word, number, mark or symbol of the text.
type Token struct {
	Span
	Kind  Kind
	Space bool // white space stands before it, or it opens its block
}

// Sentence is a run of tokens.
type Sentence struct {
	Span
	First, Last int // tokens [First, Last) of Document.Tokens
}

// BlockKind says which part of an article a block is.
type BlockKind uint8

// The kinds of block.
const (
	Title BlockKind = iota
	Deck
	Heading // a line of its own between paragraphs
	Paragraph
)

// Block is a title, a deck, a heading or a paragraph.
type Block struct {
	Span
	Kind                        BlockKind
	First, Last                 int // tokens [First, Last)
	FirstSentence, LastSentence int // sentences [FirstSentence, LastSentence)
}

// Document is the text that is analysed: what every stage after article reads.
// Text set aside (boilerplate, bylines) is in Source but in no block.
type Document struct {
	Source    string
	TextStart int // where the pasted text begins in Source: 0, or behind a title given apart and "\n\n"
	Blocks    []Block
	Sentences []Sentence
	Tokens    []Token
}

// Append adds the block that covers span, cut into sentences and tokens. Blocks
// must be appended in text order and may not overlap.
func (d *Document) Append(kind BlockKind, span Span) {
	b := Block{Span: span, Kind: kind, First: len(d.Tokens), FirstSentence: len(d.Sentences)}
	d.Tokens = Tokenize(d.Tokens, d.Source, span)
	d.Sentences = Sentences(d.Sentences, d.Source, d.Tokens, b.First)
	b.Last, b.LastSentence = len(d.Tokens), len(d.Sentences)
	d.Blocks = append(d.Blocks, b)
}
