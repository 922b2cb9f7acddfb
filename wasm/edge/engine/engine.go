// Package engine asks engine.wasm, which lives longer than a request, on behalf of the
// Go handler, which does not: the operations of wasm/engine/shared.go, as Go calls.
package engine

import (
	"errors"

	"slugline/wasm/reactor"
)

// The operations' numbers; wasm/engine/shared.go has the same.
const (
	opAnalyze = 2
	opAnchors = 32
	opRelate  = 33
	opRecall  = 34
	opPack    = 35
)

// Refused is the error of an engine that does not take its input; Reason is for whoever asked.
type Refused struct{ Reason string }

func (e *Refused) Error() string { return "the engine refuses: " + e.Reason }

// Engine is engine.wasm. Call carries out one operation; its error is a *Refused where
// the input is at fault.
type Engine struct {
	Call func(op int32, request []byte) ([]byte, error)
}

// Article is what is analysed.
type Article struct {
	Title, Text string
	Date        string // "2026-11-24" or RFC 3339; empty where unknown
	Corrections []Correction
}

// Correction is one thing that a reader said about a name; see analyzer.Correction.
type Correction struct {
	Kind  string `json:"kind"`
	Name  string `json:"name"`
	Type  string `json:"type,omitempty"`
	Other string `json:"other,omitempty"`
}

// Candidate is an archived article to compare with.
type Candidate struct {
	Record []byte
	Story  string // 16 hexadecimal digits
}

// Relation is an article, analysed and compared with candidates.
type Relation struct {
	Analysis []byte // in the format asked for
	Record   []byte // what the archive keeps
	Anchors  string // JSON list
	Story    string
	Joined   []string // stories that this article proves to be the same
	Title    string
	Words    int
	Names    []string
	Topics   []string // "medtop:20000639"
	Matches  []Match
}

// Match is one archived article that shares text, in short.
type Match struct {
	ID        string `json:"id"`
	Title     string `json:"title"`
	Verdict   string `json:"verdict"`
	Duplicate bool   `json:"duplicate"`
}

// Kept is what a record holds of an article.
type Kept struct{ ID, Title, Text, Date, When string }

var errAnswer = errors.New("the engine's answer is cut short: engine.wasm and the handler are of different versions")

func appendArticle(b []byte, a Article) []byte {
	b = reactor.AppendString(reactor.AppendString(reactor.AppendString(b, a.Title), a.Text), a.Date)
	b = reactor.AppendUint(b, uint32(len(a.Corrections)))
	for _, c := range a.Corrections {
		for _, s := range [4]string{c.Kind, c.Name, c.Type, c.Other} {
			b = reactor.AppendString(b, s)
		}
	}
	return reactor.AppendUint(b, 0) // no rulings: what one editor says of a story stays in that editor's page
}

// Analyze returns the analysis in a format.
func (e Engine) Analyze(format string, a Article) ([]byte, error) {
	return e.Call(opAnalyze, appendArticle(reactor.AppendString(nil, format), a))
}

// Anchors returns the JSON list of the anchors to look up.
func (e Engine) Anchors(a Article) (string, error) {
	b, err := e.Call(opAnchors, appendArticle(nil, a))
	return string(b), err
}

// Relate analyses an article first seen at when (RFC 3339) and compares it with candidates.
func (e Engine) Relate(id, when string, a Article, candidates []Candidate) (*Relation, error) {
	b := reactor.AppendString(reactor.AppendString(reactor.AppendString(nil, "json"), id), when)
	b = reactor.AppendUint(appendArticle(b, a), uint32(len(candidates)))
	for _, c := range candidates {
		b = reactor.AppendString(reactor.AppendBytes(b, c.Record), c.Story)
	}
	answer, err := e.Call(opRelate, b)
	if err != nil {
		return nil, err
	}
	in := reactor.NewFrame(answer)
	r := &Relation{Analysis: in.Bytes(), Record: in.Bytes(), Anchors: in.String(), Story: in.String(), Joined: strings(in),
		Title: in.String(), Words: int(in.Uint()), Names: strings(in), Topics: strings(in)}
	r.Matches = make([]Match, in.Count(16))
	for i := range r.Matches {
		r.Matches[i] = Match{in.String(), in.String(), in.String(), in.Uint() == 1}
	}
	if in.Err() != nil {
		return nil, errAnswer
	}
	return r, nil
}

// Recall reads a record.
func (e Engine) Recall(record []byte) (k Kept, err error) {
	answer, err := e.Call(opRecall, reactor.AppendBytes(nil, record))
	if err != nil {
		return k, err
	}
	in := reactor.NewFrame(answer)
	for _, s := range []*string{&k.ID, &k.Title, &k.Text, &k.Date, &k.When} {
		*s = in.String()
	}
	if in.Err() != nil {
		return k, errAnswer
	}
	return k, nil
}

// Pack returns what an archive file holds for these records; for number 0 its beginning.
func (e Engine) Pack(number int, records [][]byte) ([]byte, error) {
	b := reactor.AppendUint(reactor.AppendUint(nil, uint32(number)), uint32(len(records)))
	for _, r := range records {
		b = reactor.AppendBytes(b, r)
	}
	return e.Call(opPack, b)
}

func strings(in *reactor.Frame) []string {
	out := make([]string, in.Count(4))
	for i := range out {
		out[i] = in.String()
	}
	return out
}
