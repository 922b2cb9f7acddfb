package main

import (
	"errors"
	"runtime"

	"slugline/analyzer"
	"slugline/analyzer/dedup"
	"slugline/analyzer/export"
	"slugline/analyzer/topic"
	"slugline/wasm/reactor"
)

// The operations. Their numbers are part of the ABI: web/engine/frame.js has them too.
//
//	info     →                        JSON {"abi","engine","go","mediatopics"}: the last is the release embedded
//	analyze  article →                JSON of the analysis
//	export   format, article →        the analysis in that format
//	topics   query, limit →           JSON list of the Media Topics whose names answer the query
//
//	teach    house tags, decisions →   JSON {"tags","decisions"}: how many there are; later analyses follow them
//	observe  tag, article →            JSON {"story","base","traits"}: what a decision on the tag is to hold
//
// where an article is title, text, date, a list of corrections (kind, name, type, other), and
// a list of rulings (tag, verdict). A house tag is id, name, parent and a list of phrases; a
// decision is story, tag, verdict, base in thousandths, and a list of numbers, each
// 256 times the index of a trait and its value.
const (
	opInfo    = 0
	opAnalyze = 1
	opExport  = 2
	opTopics  = 3
	opTeach   = 4
	opObserve = 5
)

// maxText bounds the text of one article, in bytes. Twenty megabytes are three million
// words; what is longer is not an article, and the engine should say so at once.
const maxText = 20 << 20

var errTooLong = errors.New("This text is longer than 20 MB. Slugline reads single articles: paste one story at a time.")

type engine struct {
	analyzer *analyzer.Analyzer
	past     *analyzer.Past // nil until an archive is opened
	sought   *sought        // nil unless a comparison waits for files
	comparer *dedup.Comparer
	shared   *analyzer.Past // shared.go
	carried  *carried       // nil unless an import goes on
}

func newEngine() *engine {
	return &engine{analyzer: analyzer.New(), comparer: dedup.New(), shared: analyzer.NewPast(nil)}
}

// handle carries out one operation for the reactor.
func (e *engine) handle(op int32, in *reactor.Frame, out []byte) ([]byte, error) {
	switch op {
	case opInfo:
		return append(out, `{"abi":1,"engine":"slugline","go":"`+runtime.Version()+`","mediatopics":"`+topic.Release+`"}`...), nil
	case opAnalyze:
		return e.export(in, "json", out)
	case opExport:
		return e.export(in, in.String(), out)
	case opTopics:
		return findTopics(in, out)
	case opTeach:
		return e.teach(in, out)
	case opObserve:
		return e.observe(in, out)
	}
	if op >= opAnchors {
		return e.sharedOp(op, in, out)
	}
	return e.pastOp(op, in, out)
}

func (e *engine) export(in *reactor.Frame, format string, out []byte) ([]byte, error) {
	article, err := readArticle(in)
	if err != nil {
		return nil, err
	}
	return export.Write(out, format, e.analyzer.Analyze(article))
}

// maxFound bounds how many topics a search returns.
const maxFound = 1 << 11

func findTopics(in *reactor.Frame, out []byte) ([]byte, error) {
	query, limit := in.String(), in.Uint()
	if err := in.Err(); err != nil {
		return nil, err
	}
	return export.Terms(out, topic.Search(query, int(min(limit, maxFound)))), nil
}

// readArticle reads an article's fields. The strings are copies: the archive keeps them.
func readArticle(in *reactor.Frame) (analyzer.Input, error) {
	title, text := in.Bytes(), in.Bytes()
	if len(title)+len(text) > maxText {
		return analyzer.Input{}, errTooLong
	}
	a := analyzer.Input{Title: string(title), Text: string(text), Date: in.String()}
	for range in.Count(16) {
		a.Corrections = append(a.Corrections, analyzer.Correction{
			Kind: in.String(), Name: in.String(), Type: in.String(), Other: in.String(),
		})
	}
	for range in.Count(8) {
		if r, ok := analyzer.Rule(in.String(), in.String()); ok {
			a.Rulings = append(a.Rulings, r)
		}
	}
	return a, in.Err()
}
