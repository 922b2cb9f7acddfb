// Package analyzer finds the names, topics, keyphrases and earlier copies of a news
// article. Analyze is the map of the house: its stages stand in the order they run.
package analyzer

// Input is an article as the reader gave it.
type Input struct {
	Title       string       // a title given apart from the text; empty where the text has its own
	Text        string       // the text as pasted
	Date        string       // the story's date, "2026-11-24" or RFC 3339; empty where unknown
	Corrections []Correction // what the reader has said about names, applied in order
}

// Correction is one thing that a reader has said about a name.
type Correction struct {
	Kind  string // "type": Name is of Type; "not-a-name"; "same": Name and Other are one; "ignore": never highlight Name
	Name  string
	Type  string
	Other string
}

// Analyzer holds the buffers that analyses share. It is not safe for concurrent use.
type Analyzer struct{}

// New returns an Analyzer. It costs nothing: models are read in place.
func New() *Analyzer { return &Analyzer{} }

// Analyze analyses one article. It never fails: text that is not English gets a
// Notice and rule types only.
func (z *Analyzer) Analyze(in Input) *Analysis {
	source := in.Text
	if in.Title != "" {
		source = in.Title + "\n\n" + in.Text
	}
	return &Analysis{Source: source, TextStart: len(source) - len(in.Text), Language: "en"}
}
