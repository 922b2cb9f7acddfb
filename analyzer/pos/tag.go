package pos

// Tag is a token's part of speech: the Penn Treebank tags folded to the sixteen that
// noun phrases and the surroundings of names need. Sixteen, so that a model row has
// sixteen lanes.
type Tag uint8

// The tags, with the Penn tags that each stands for.
const (
	Mark        Tag = iota // punctuation, symbols, addresses, interjections, foreign words
	Noun                   // NN
	NounPlural             // NNS
	Name                   // NNP NNPS
	Adjective              // JJ JJR JJS, ordinals
	Verb                   // VB VBD VBP VBZ MD
	Gerund                 // VBG
	Participle             // VBN
	Adverb                 // RB RBR RBS RP WRB
	Preposition            // IN
	To                     // TO
	Determiner             // DT PDT WDT PRP$ WP$
	Pronoun                // PRP WP EX
	Conjunction            // CC
	Numeral                // CD
	Possessive             // POS
)

// Tags is the number of tags.
const Tags = 16

var tagNames = [Tags]string{"mark", "noun", "nouns", "name", "adjective", "verb", "gerund", "participle",
	"adverb", "preposition", "to", "determiner", "pronoun", "conjunction", "numeral", "possessive"}

// String returns the tag's name in lower case: "noun", "nouns", "name", …
func (t Tag) String() string {
	if t < Tags {
		return tagNames[t]
	}
	return "unknown"
}

// IsNoun reports whether t is a common or proper noun.
func (t Tag) IsNoun() bool { return t == Noun || t == NounPlural || t == Name }
