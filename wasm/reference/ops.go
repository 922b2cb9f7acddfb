package main

import (
	"errors"
	"runtime"

	"github.com/jdkato/prose/v2"

	"slugline/analyzer/export"
	"slugline/wasm/reactor"
)

// The operations, by the numbers that wasm/engine gives them.
const (
	opInfo    = 0
	opAnalyze = 1
)

// maxText bounds an article, in bytes: twenty thousand words. prose needs some 40 ms for
// a kilobyte in WebAssembly, and a call cannot be stopped.
const maxText = 128 << 10

var errTooLong = errors.New("This text is longer than 128 KB, too long for prose v2 to read within seconds. Compare a shorter story.")

// reference holds the model, which takes prose longer to decode than a story to read.
type reference struct{ model *prose.Model }

func newReference() *reference {
	d, err := prose.NewDocument("", prose.WithSegmentation(false))
	if err != nil {
		panic(err)
	}
	return &reference{d.Model}
}

// handle carries out one operation for the reactor.
func (r *reference) handle(op int32, in *reactor.Frame, out []byte) ([]byte, error) {
	switch op {
	case opInfo:
		return append(out, `{"abi":1,"engine":"prose","go":"`+runtime.Version()+`"}`...), nil
	case opAnalyze:
		title, text, err := readArticle(in)
		if err != nil {
			return nil, err
		}
		a, err := r.analyze(title, text)
		if err != nil {
			return nil, err
		}
		return export.JSON(out, a), nil
	}
	return nil, reactor.ErrOperation
}

// readArticle reads title and text. Date and corrections follow in the request; prose
// has no use for them.
func readArticle(in *reactor.Frame) (title, text string, err error) {
	t, b := in.Bytes(), in.Bytes()
	if len(t)+len(b) > maxText {
		return "", "", errTooLong
	}
	return string(t), string(b), in.Err()
}
