package api

import (
	"encoding/json"
	"net/http"
	"slices"

	"slugline/wasm/edge/engine"
	"slugline/wasm/edge/store"
)

// This file finds articles for a client that keeps its own: it sends the anchors of an
// article (package dedup), which are hashes, and gets the records of those that share
// some. Who compares the texts is the client's own engine.

// mostAnchors is what an article of 12,000 words has, and its pairs of names.
const (
	mostAnchors = 8192 + 120
	anchorSize  = 8 // characters of base 64 in its URL form
	mostWords   = 1_000_000
)

func (a *API) find(w http.ResponseWriter, r *http.Request) error {
	var given struct {
		Anchors []string `json:"anchors"`
		Words   int      `json:"words"` // 0: not said
	}
	d := json.NewDecoder(r.Body)
	d.DisallowUnknownFields()
	if err := d.Decode(&given); err != nil || d.More() {
		return invalid("The body is a JSON object with a list \"anchors\" and perhaps a number of \"words\".")
	}
	if given.Words < 0 || given.Words > mostWords {
		return invalid("\"words\" says how many words the article has.")
	}
	if n := len(given.Anchors); n == 0 || n > mostAnchors {
		return invalid("\"anchors\" has 1 to %d items.", mostAnchors)
	}
	for _, s := range given.Anchors {
		if !isAnchor(s) {
			return invalid("An anchor is %d characters of base 64 in its URL form.", anchorSize)
		}
	}
	slices.Sort(given.Anchors) // one that is said twice counts once
	anchors, err := json.Marshal(slices.Compact(given.Anchors))
	if err != nil {
		return err
	}
	candidates, err := a.Store.Candidates(r.Context(), string(anchors))
	if err != nil {
		return err
	}
	out := make([]candidate, len(candidates))
	for i, c := range candidates {
		out[i] = estimate(c, given.Words)
	}
	return send(w, 200, map[string]any{"candidates": out})
}

func isAnchor(s string) bool {
	for i := range len(s) {
		c := s[i]
		if (c|0x20) < 'a' && (c < '0' || c > '9') && c != '-' && c != '_' || (c|0x20) > 'z' && c != '_' {
			return false
		}
	}
	return len(s) == anchorSize
}

// Shares of a text's words from which anchors alone speak of a copy: those of
// analyzer/dedup/verdict.go for the same verdicts.
const (
	nearShare  = 0.90
	wholeShare = 0.97
)

// candidate is an archived article that holds some of the anchors.
type candidate struct {
	ID         string  `json:"id"`
	Title      string  `json:"title"`
	Seen       string  `json:"firstSeen"`
	Words      int     `json:"words"`
	Copied     float64 `json:"copied"`
	CopiedFrom float64 `json:"copiedFrom"`
	Verdict    string  `json:"verdict"`
	Story      string  `json:"story"`
	Record     []byte  `json:"record"` // base64
}

// estimate says what anchors alone can tell. An article's anchors stand all over its text, so
// the share of them that the other has is about the share of its text; two dozen anchors give
// it to some ten points. Where the other's words are not said it is taken to be as long.
func estimate(c store.Candidate, words int) candidate {
	e := candidate{ID: c.ID, Title: c.Title, Seen: c.Seen, Words: c.Words, Story: c.Story, Record: c.Record, Verdict: "quotes"}
	e.CopiedFrom = min(1, float64(c.Shared)/float64(max(c.Anchors, 1)))
	e.Copied = e.CopiedFrom
	if words > 0 {
		e.Copied = min(1, e.CopiedFrom*float64(c.Words)/float64(words))
	}
	switch {
	case e.Copied >= nearShare && e.CopiedFrom >= nearShare:
		e.Verdict = "near"
	case e.Copied >= wholeShare || e.CopiedFrom >= wholeShare:
		e.Verdict = "contains"
	}
	return e
}

func records(candidates []store.Candidate) []engine.Candidate {
	out := make([]engine.Candidate, len(candidates))
	for i, c := range candidates {
		out[i] = c.Candidate
	}
	return out
}
