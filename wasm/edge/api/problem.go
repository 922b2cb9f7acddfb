package api

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
)

// Problem is an error that the client is told of, as RFC 9457 has it.
type Problem struct {
	Status int
	Code   string // the last part of its type, urn:slugline:problem:Code
	Detail string // what to do
}

func (p *Problem) Error() string { return p.Detail }

func (p *Problem) body() map[string]any {
	return map[string]any{"type": "urn:slugline:problem:" + p.Code, "title": http.StatusText(p.Status), "status": p.Status, "detail": p.Detail}
}

var (
	errNotFound = &Problem{Status: 404, Code: "not-found", Detail: "There is nothing at this address."}
	errInternal = &Problem{Status: 500, Code: "internal", Detail: "Something went wrong here, and has been noted. Try again."}
	errGone     = &Problem{Status: 410, Code: "gone", Detail: "What was posted under this Idempotency-Key has been deleted since."}
)

func invalid(format string, args ...any) *Problem {
	return &Problem{Status: 400, Code: "invalid", Detail: fmt.Sprintf(format, args...)}
}

// problemOf turns any error into one that may be told: what is not a Problem is noted.
func (a *API) problemOf(err error) *Problem {
	var p *Problem
	if errors.As(err, &p) {
		return p
	}
	a.Log(err)
	return errInternal
}

func (a *API) fail(w http.ResponseWriter, err error) {
	p := a.problemOf(err)
	b, _ := json.Marshal(p.body()) // strings and a number always marshal
	if err := sendBytes(w, p.Status, "application/problem+json", b); err != nil {
		a.Log(err)
	}
}

// recover turns a panic into an answer: left alone it would end the whole Go program.
func (a *API) recover(w http.ResponseWriter) {
	if p := recover(); p != nil {
		a.fail(w, fmt.Errorf("panic: %v", p))
	}
}
