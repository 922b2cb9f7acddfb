package api

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"slugline/wasm/edge/engine"
	"slugline/wasm/edge/store"
)

// This file reads the archive: one article, lists, stories, the whole.

const (
	pageSize = 25
	maxPage  = 100
	maxQuery = 200 // bytes of a parameter
)

func (a *API) stored(r *http.Request) (*store.Article, error) {
	kept, err := a.Store.Get(r.Context(), r.PathValue("id"))
	if err == nil && kept == nil {
		err = &Problem{Status: 404, Code: "not-found", Detail: "The archive has no article with this id."}
	}
	return kept, err
}

// relate compares an archived article with the archive as it is now. Analyses are not
// kept: they are made in milliseconds and ten times as large as the text.
func (a *API) relate(ctx context.Context, kept *store.Article) (*engine.Relation, error) {
	article, err := a.recall(kept)
	if err != nil {
		return nil, err
	}
	anchors, err := a.Engine.Anchors(article)
	if err != nil {
		return nil, err
	}
	candidates, err := a.Store.Candidates(ctx, anchors)
	if err != nil {
		return nil, err
	}
	return a.Engine.Relate(kept.ID, kept.Seen, article, records(candidates))
}

func (a *API) recall(kept *store.Article) (engine.Article, error) {
	k, err := a.Engine.Recall(kept.Record)
	article := engine.Article{Title: k.Title, Text: k.Text, Date: k.Date}
	return article, errors.Join(err, json.Unmarshal([]byte(kept.Corrections), &article.Corrections))
}

func (a *API) get(w http.ResponseWriter, r *http.Request) error {
	kept, err := a.stored(r)
	if err != nil {
		return err
	}
	article, err := a.recall(kept)
	if err != nil {
		return err
	}
	analysis, err := a.Engine.Analyze("json", article)
	if err != nil {
		return err
	}
	head, err := json.Marshal(struct {
		store.Summary
		Given string `json:"givenTitle"`
		Text  string `json:"text"`
		Date  string `json:"date"`
	}{kept.Summary, article.Title, article.Text, article.Date})
	if err != nil {
		return err
	}
	b := append(append(append([]byte{}, head[:len(head)-1]...), `,"analysis":`...), analysis...)
	return sendBytes(w, 200, "application/json", append(b, '}'))
}

func (a *API) matches(w http.ResponseWriter, r *http.Request) error {
	kept, err := a.stored(r)
	if err != nil {
		return err
	}
	rel, err := a.relate(r.Context(), kept)
	if err != nil {
		return err
	}
	var analysis struct {
		Matches json.RawMessage `json:"matches"`
	}
	if err := json.Unmarshal(rel.Analysis, &analysis); err != nil {
		return err
	}
	return send(w, 200, map[string]any{"id": kept.ID, "matches": analysis.Matches})
}

func (a *API) delete(w http.ResponseWriter, r *http.Request) error {
	there, err := a.Store.Delete(r.Context(), r.PathValue("id"), a.Principal.Name, a.now())
	if err != nil {
		return err
	}
	if !there {
		return &Problem{Status: 404, Code: "not-found", Detail: "The archive has no article with this id."}
	}
	w.WriteHeader(http.StatusNoContent)
	return nil
}

func (a *API) list(w http.ResponseWriter, r *http.Request) error {
	given := r.URL.Query()
	for name, values := range given {
		switch {
		case !strings.Contains(" query entity topic after cursor limit ", " "+name+" "):
			return invalid("There is no parameter %s. Lists take query, entity, topic, after, cursor and limit.", strconv.Quote(name))
		case len(values) > 1 || len(values[0]) > maxQuery:
			return invalid("The parameter %s is given once, with at most %d bytes.", name, maxQuery)
		case strings.ContainsRune(values[0], 0):
			return invalid("The parameter %s holds a NUL.", name)
		}
	}
	q := store.Query{Words: strings.TrimSpace(given.Get("query")), Entity: given.Get("entity"), Topic: given.Get("topic"), Limit: pageSize}
	if after := given.Get("after"); after != "" {
		t, err := time.Parse(time.RFC3339, after)
		if err != nil {
			t, err = time.Parse(time.DateOnly, after)
		}
		if err != nil {
			return invalid("\"after\" is written 2026-11-24, or as RFC 3339 has it.")
		}
		q.After = t.UTC().Format(time.RFC3339)
	}
	return a.page(w, r, q, nil)
}

// page sends a page of a list, with more fields beside it.
func (a *API) page(w http.ResponseWriter, r *http.Request, q store.Query, more map[string]any) error {
	given := r.URL.Query()
	q.Cursor = given.Get("cursor")
	q.Limit = pageSize
	if limit := given.Get("limit"); limit != "" {
		n, err := strconv.Atoi(limit)
		if err != nil || n < 1 || n > maxPage {
			return invalid("\"limit\" is 1 to %d.", maxPage)
		}
		q.Limit = n
	}
	articles, next, err := a.Store.List(r.Context(), q)
	if errors.Is(err, store.ErrCursor) {
		return invalid("This \"cursor\" was not given by this archive.")
	}
	if err != nil {
		return err
	}
	answer := map[string]any{"articles": articles}
	if next != "" {
		answer["next"] = next
	}
	for name, value := range more {
		answer[name] = value
	}
	if len(articles) == 0 && len(q.Story) > 0 && q.Cursor == "" {
		return &Problem{Status: 404, Code: "not-found", Detail: "The archive has no such story."}
	}
	return send(w, 200, answer)
}

func (a *API) story(w http.ResponseWriter, r *http.Request) error {
	id := r.PathValue("id")
	if len(id) != 16 || strings.Trim(id, "0123456789abcdef") != "" {
		return &Problem{Status: 404, Code: "not-found", Detail: "The archive has no such story."}
	}
	names, err := a.Store.Names(r.Context(), id)
	if err != nil {
		return err
	}
	return a.page(w, r, store.Query{Story: names}, map[string]any{"id": id})
}

// export streams the archive as one file, which the page and the command line can read.
func (a *API) export(w http.ResponseWriter, r *http.Request) error {
	head, err := a.Engine.Pack(0, nil)
	if err != nil {
		return err
	}
	w.Header().Set("Content-Type", "application/octet-stream")
	w.Header().Set("Content-Disposition", `attachment; filename="archive.slugline"`)
	if _, err := w.Write(head); err != nil {
		return nil // the client has gone
	}
	number := 0
	err = a.Store.Records(r.Context(), func(records [][]byte) error {
		number++
		b, err := a.Engine.Pack(number, records)
		if err == nil {
			_, err = w.Write(b)
		}
		return err
	})
	if err != nil {
		a.Log(err)
		_, _ = w.Write([]byte{0xff}) // the length of a name that does not follow: the file must not look whole
	}
	return nil
}

func escape(id string) string { return url.PathEscape(id) }
