package api

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"strconv"
	"strings"

	"slugline/wasm/edge/engine"
	"slugline/wasm/edge/store"
)

// This file adds articles: one, or up to a hundred with an answer for each.

const (
	maxBody        = 1 << 20 // the gate refuses more before it comes here
	maxBatch       = 100
	maxID          = 200     // bytes
	maxArticle     = 100_000 // bytes of title and text: a third of a second and 25 MB in the engine
	maxKey         = 200     // bytes of an Idempotency-Key
	maxCorrections = 500
)

// posted is an article as clients send it.
type posted struct {
	ID          string              `json:"id"`
	Title       string              `json:"title"`
	Text        string              `json:"text"`
	Date        string              `json:"date"`
	Corrections []engine.Correction `json:"corrections"`
}

func (p *posted) check() error {
	switch {
	case strings.TrimSpace(p.Text) == "":
		return invalid("An article needs a \"text\".")
	case len(p.Title)+len(p.Text) > maxArticle:
		return &Problem{Status: 413, Code: "size", Detail: "An article may have 100,000 bytes: Slugline reads one story at a time."}
	case len(p.ID) > maxID || strings.ContainsFunc(p.ID, func(r rune) bool { return r < ' ' || r == '/' || r == 0x7f || r == 0xfffd }) || p.ID == "." || p.ID == "..":
		return invalid("An \"id\" is at most %d bytes, without slashes and control characters.", maxID)
	case len(p.Date) > 64:
		return invalid("A \"date\" is written 2026-11-24, or as RFC 3339 has it.")
	case len(p.Corrections) > maxCorrections:
		return invalid("There may be %d corrections.", maxCorrections)
	}
	return nil
}

func (p *posted) article() engine.Article {
	return engine.Article{Title: p.Title, Text: p.Text, Date: p.Date, Corrections: p.Corrections}
}

// outcome is what became of one posted article.
type outcome struct {
	status   int
	id       string
	story    string
	seen     string
	matches  []engine.Match
	analysis []byte
}

func decode(r *http.Request, into any) error {
	if t, _, _ := strings.Cut(r.Header.Get("Content-Type"), ";"); !strings.EqualFold(strings.TrimSpace(t), "application/json") {
		return &Problem{Status: 415, Code: "media-type", Detail: "Articles are posted as application/json."}
	}
	b, err := io.ReadAll(io.LimitReader(r.Body, maxBody+1))
	if err != nil {
		return err
	}
	d := json.NewDecoder(bytes.NewReader(b))
	d.DisallowUnknownFields()
	if err := d.Decode(into); err != nil {
		return invalid("The body is not the JSON that is expected here: %s.", strings.TrimPrefix(err.Error(), "json: "))
	}
	if d.More() {
		return invalid("There is something behind the JSON.")
	}
	return nil
}

func (a *API) post(w http.ResponseWriter, r *http.Request) error {
	var p posted
	if err := decode(r, &p); err != nil {
		return err
	}
	key := r.Header.Get("Idempotency-Key")
	if len(key) > maxKey {
		return invalid("An Idempotency-Key has at most %d bytes.", maxKey)
	}
	o, err := a.add(r.Context(), &p, key)
	if err != nil {
		return err
	}
	if o.analysis == nil { // it was there already
		if o, err = a.recallOutcome(r.Context(), o); err != nil {
			return err
		}
	}
	head, err := json.Marshal(map[string]any{"id": o.id, "story": o.story, "firstSeen": o.seen, "added": o.status == 201})
	if err != nil {
		return err
	}
	b := make([]byte, 0, len(head)+len(o.analysis)+16)
	b = append(append(append(b, head[:len(head)-1]...), `,"analysis":`...), o.analysis...)
	w.Header().Set("Location", "/api/v1/articles/"+escape(o.id))
	return sendBytes(w, o.status, "application/json", append(b, '}'))
}

// add puts one article into the archive, or finds that it is there.
func (a *API) add(ctx context.Context, p *posted, key string) (*outcome, error) {
	if err := p.check(); err != nil {
		return nil, err
	}
	article := p.article()
	sum := digest(article)
	id := p.ID
	if id == "" {
		id = "a-" + sum[:32]
	}
	if key != "" {
		key = a.Principal.Name + "/" + key
	}
	known, err := a.Store.Look(ctx, key, sum, id)
	if err != nil {
		return nil, err
	}
	if o, err := settled(known, sum, p.ID); o != nil || err != nil {
		return o, err
	}
	anchors, err := a.Engine.Anchors(article)
	if err != nil {
		return nil, a.engineError(err)
	}
	candidates, err := a.Store.Candidates(ctx, anchors)
	if err != nil {
		return nil, err
	}
	now := a.now()
	rel, err := a.Engine.Relate(id, now, article, records(candidates))
	if err != nil {
		return nil, a.engineError(err)
	}
	corrections, err := json.Marshal(p.Corrections)
	if err != nil {
		return nil, err
	}
	kept := &store.Article{Digest: sum, Record: rel.Record, Corrections: string(corrections), Summary: store.Summary{
		ID: id, Title: rel.Title, Seen: now, Story: rel.Story, Words: rel.Words, Names: rel.Names, Topics: rel.Topics}}
	err = a.Store.Add(ctx, kept, rel, a.Principal.Name, key)
	if errors.Is(err, store.ErrThere) { // somebody was faster
		if known, err = a.Store.Look(ctx, key, sum, id); err != nil {
			return nil, err
		}
		if o, err := settled(known, sum, p.ID); o != nil || err != nil {
			return o, err
		}
		return nil, &Problem{Status: 409, Code: "conflict", Detail: "The archive changed meanwhile. Post the article again."}
	}
	if err != nil {
		return nil, err
	}
	return &outcome{status: 201, id: id, story: rel.Story, seen: now, matches: rel.Matches, analysis: rel.Analysis}, nil
}

// settled answers for an article that need not be added, or must not be.
func settled(k store.Known, sum, id string) (*outcome, error) {
	switch {
	case k.RequestID != "" && k.RequestDigest != sum:
		return nil, &Problem{Status: 422, Code: "idempotency", Detail: "This Idempotency-Key was used for another article."}
	case k.RequestID != "":
		return &outcome{status: 200, id: k.RequestID}, nil
	case k.SameID != "" && (id == "" || k.SameID == id):
		return &outcome{status: 200, id: k.SameID}, nil
	case k.SameID != "":
		return nil, &Problem{Status: 409, Code: "conflict", Detail: "The archive has this very text under the id " + strconv.Quote(k.SameID) + "."}
	case k.TakenDigest != "":
		return nil, &Problem{Status: 409, Code: "conflict", Detail: "The archive has another text under this id. A new version needs an id of its own."}
	}
	return nil, nil
}

// recallOutcome fills in what is known of an article that was there already.
func (a *API) recallOutcome(ctx context.Context, o *outcome) (*outcome, error) {
	kept, err := a.Store.Get(ctx, o.id)
	if err != nil {
		return nil, err
	}
	if kept == nil {
		return nil, errGone
	}
	rel, err := a.relate(ctx, kept)
	if err != nil {
		return nil, err
	}
	return &outcome{status: o.status, id: o.id, story: kept.Story, seen: kept.Seen, matches: rel.Matches, analysis: rel.Analysis}, nil
}

// engineError tells what the engine refuses from what went wrong in it.
func (a *API) engineError(err error) error {
	var refused *engine.Refused
	if errors.As(err, &refused) {
		return &Problem{Status: 422, Code: "engine", Detail: refused.Reason}
	}
	return err
}

// batchItem is one line of a batch's answer.
type batchItem struct {
	Status  int             `json:"status"`
	ID      string          `json:"id,omitempty"`
	Story   string          `json:"story,omitempty"`
	Matches *[]engine.Match `json:"matches,omitempty"`
	Problem map[string]any  `json:"problem,omitempty"`
}

func (a *API) postBatch(w http.ResponseWriter, r *http.Request) error {
	var batch struct {
		Articles []json.RawMessage `json:"articles"`
	}
	if err := decode(r, &batch); err != nil {
		return err
	}
	if n := len(batch.Articles); n == 0 || n > maxBatch {
		return invalid("A batch has 1 to %d \"articles\".", maxBatch)
	}
	results := make([]batchItem, len(batch.Articles))
	for i, raw := range batch.Articles {
		results[i] = a.postItem(r.Context(), raw)
	}
	return send(w, 200, map[string]any{"results": results})
}

func (a *API) postItem(ctx context.Context, raw json.RawMessage) batchItem {
	var p posted
	d := json.NewDecoder(bytes.NewReader(raw))
	d.DisallowUnknownFields()
	err := d.Decode(&p)
	if err != nil {
		err = invalid("This is not an article: %s.", strings.TrimPrefix(err.Error(), "json: "))
	}
	var o *outcome
	if err == nil {
		o, err = a.add(ctx, &p, "")
	}
	if err != nil {
		problem := a.problemOf(err)
		return batchItem{Status: problem.Status, ID: p.ID, Problem: problem.body()}
	}
	item := batchItem{Status: o.status, ID: o.id, Story: o.story}
	if o.status == 201 {
		item.Matches = &o.matches
	}
	return item
}
