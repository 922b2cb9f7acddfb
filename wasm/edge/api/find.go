package api

import (
	"encoding/json"
	"net/http"
)

// This file finds articles for a client that keeps its own: it sends the anchors of an
// article (package dedup), which are hashes, and gets the records of those that share
// some. Who compares the texts is the client's own engine.

// mostAnchors is what an article of 12,000 words has, and its pairs of names.
const (
	mostAnchors = 8192 + 120
	anchorSize  = 8 // characters of base 64 in its URL form
)

func (a *API) find(w http.ResponseWriter, r *http.Request) error {
	var given struct {
		Anchors []string `json:"anchors"`
	}
	d := json.NewDecoder(r.Body)
	d.DisallowUnknownFields()
	if err := d.Decode(&given); err != nil || d.More() {
		return invalid("The body is a JSON object with a list \"anchors\".")
	}
	if n := len(given.Anchors); n == 0 || n > mostAnchors {
		return invalid("\"anchors\" has 1 to %d items.", mostAnchors)
	}
	for _, s := range given.Anchors {
		if !isAnchor(s) {
			return invalid("An anchor is %d characters of base 64 in its URL form.", anchorSize)
		}
	}
	anchors, err := json.Marshal(given.Anchors)
	if err != nil {
		return err
	}
	candidates, err := a.Store.Candidates(r.Context(), string(anchors))
	if err != nil {
		return err
	}
	type candidate struct {
		Record []byte `json:"record"`
		Story  string `json:"story"`
	}
	out := make([]candidate, len(candidates))
	for i, c := range candidates {
		out[i] = candidate{c.Record, c.Story}
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
