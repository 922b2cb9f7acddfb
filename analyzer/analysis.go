package analyzer

import "slugline/analyzer/text"

// Analysis is everything that Analyze found. All spans are byte ranges of Source;
// package export turns them into UTF-16 offsets of the title and the text as pasted.
type Analysis struct {
	Source     string // the title given apart, "\n\n", and the text as pasted; or the text alone
	TextStart  int    // where the pasted text begins in Source
	Language   string // "en", or "und" where the text does not look like English
	Notice     string // a message for the reader, empty when all is well
	Article    Article
	Mentions   []Mention // in text order, never overlapping
	Entities   []Entity  // most salient first; Mention.Entity is an index into it
	Topics     []Topic   // most specific and surest first
	Rejected   []Topic   // what an editor took off this story
	Keyphrases []Keyphrase
	Matches    []Match // earlier articles that share text, best first
}

// Article is what article.Parse learned about the shape of the text.
type Article struct {
	Title     text.Span // empty span where there is none
	Deck      text.Span
	Byline    text.Span
	Dateline  text.Span
	Words     int
	Sentences int
	SetAside  []SetAside
}

// SetAside is a stretch of text that is not analysed.
type SetAside struct {
	text.Span
	Reason string // also-read, advertisement, subscribe, credit, share, copyright, byline, …
}

// Mention is one name or expression in the text.
type Mention struct {
	text.Span
	Type       string  // person organization place group event work product date time money percent quantity
	Entity     int     // index into Entities, -1 for rule types that form none
	Confidence float64 // 0-1, calibrated
	Value      string  // rule types: the normalised value ("2026-11-24", "USD 4500000000", "39 %"); else empty
	Suggestion string  // a likely right spelling, where this one looks misspelt; else empty
	Corrected  bool    // a reader's correction made it so
}

// Entity is one person, organization, place … with all its mentions.
type Entity struct {
	Name                string
	Type                string
	Aliases             []string // other forms found in the text, without Name
	Role                string   // "External Affairs Minister", from title or apposition
	Count               int
	Salience            float64 // 0-1
	Confidence          float64 // 0-1
	URI                 string  // identity ("http://www.wikidata.org/entity/Q668"), empty where not certain
	Country             string  // ISO 3166-1 alpha-2 of a place, empty where unknown
	Latitude, Longitude float64 // degrees of a place; both 0 where unknown
	GeoNames            int     // GeoNames id of a place, 0 where unknown
}

// Topic is one IPTC Media Topic, or a house tag of the newsroom's own.
type Topic struct {
	ID         string // "medtop:20000639"; of a house tag "house:bridges" or a URI
	Name       string
	Path       []string // names from the top to this one
	Top        string   // id of the top-level topic
	Wikidata   string   // "Q…", empty where IPTC gives none
	Confidence float64  // 0-1, calibrated
	Applied    bool     // false: only suggested
	Evidence   []text.Span
	Reason     string  // why it is not as the model alone would have it: accepted rejected pinned learned house; else empty
	Before     float64 // of a learned one: the confidence without what was learned
	Like       int     // of a learned one: decisions of the desk on stories like this one
}

// Keyphrase is a phrase that says what the article is about.
type Keyphrase struct {
	Text  string
	Score float64 // 0-1, the best phrase has 1
	Count int
}

// Match is an archived article that shares text with this one.
type Match struct {
	ID, Title  string
	Verdict    string  // exact near updated contains quotes template same-event
	Duplicate  bool    // verdict is one of the first four
	Reason     string  // in plain words
	Copied     float64 // share of this text found there, 0-1
	CopiedFrom float64 // share of that text found here, 0-1
	Passages   []Passage
	Changes    []Change
	FirstSeen  string // RFC 3339
	Source     string // the archived article's Source, which There spans refer to
	TextStart  int    // where its text begins in that Source
}

// Passage is a stretch of text that both articles have.
type Passage struct {
	Here  text.Span
	There text.Span // bytes of the archived article's Source
	Moved bool      // it stands in another order there
}

// Change is one difference between this version and the archived one.
type Change struct {
	Kind                string // figure name quotation added cut wording
	Here, There         string // the words on each side, empty for added and cut
	HereSpan, ThereSpan text.Span
}
