package api

import (
	"encoding/json"
	"errors"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"slugline/wasm/edge/engine"
	"slugline/wasm/edge/store"
)

// What can be told without a database and an engine; wasm/edge/test has the rest, in workerd.

func TestProblems(t *testing.T) {
	for _, c := range []struct {
		name, method, path, body string
		scopes                   []string
		status                   int
		code                     string
	}{
		{"nothing there", "GET", "/api/v1/nothing", "", nil, 404, "not-found"},
		{"another method", "POST", "/api/v1/articles/x", "", []string{Read}, 405, "method"},
		{"no scope", "GET", "/api/v1/articles", "", nil, 403, "scope"},
		{"read is not write", "POST", "/api/v1/articles", "{}", []string{Read}, 403, "scope"},
		{"write is not admin", "DELETE", "/api/v1/articles/x", "", []string{Read, Write}, 403, "scope"},
		{"admin is not the timer", "POST", "/cron/retention", "", []string{Read, Write, Admin}, 403, "scope"},
		{"no JSON", "POST", "/api/v1/articles", "{", []string{Write}, 400, "invalid"},
		{"no text", "POST", "/api/v1/articles", `{"title":"a"}`, []string{Write}, 400, "invalid"},
		{"a field that is not known", "POST", "/api/v1/articles", `{"text":"a","x":1}`, []string{Write}, 400, "invalid"},
		{"too long", "POST", "/api/v1/articles", `{"text":"` + strings.Repeat("a", maxArticle+1) + `"}`, []string{Write}, 413, "size"},
		{"write is not read", "POST", "/api/v1/matches", "{}", []string{Write}, 403, "scope"},
		{"no anchors", "POST", "/api/v1/matches", `{"anchors":[]}`, []string{Read}, 400, "invalid"},
		{"an anchor as a number", "POST", "/api/v1/matches", `{"anchors":[281474976710655]}`, []string{Read}, 400, "invalid"},
		{"an anchor that is no hash", "POST", "/api/v1/matches", `{"anchors":["ferries "]}`, []string{Read}, 400, "invalid"},
		{"words below none", "POST", "/api/v1/matches", `{"anchors":["AAAAAAAA"],"words":-1}`, []string{Read}, 400, "invalid"},
		{"a text among the anchors", "POST", "/api/v1/matches", `{"anchors":["AAAAAAAA"],"text":"a"}`, []string{Read}, 400, "invalid"},
		{"too many anchors", "POST", "/api/v1/matches", `{"anchors":["AAAAAAAA"` + strings.Repeat(`,"AAAAAAAA"`, mostAnchors) + `]}`, []string{Read}, 400, "invalid"},
		{"a panic", "POST", "/api/v1/articles", `{"text":"a"}`, []string{Write}, 500, "internal"}, // there are no shards to write to
	} {
		t.Run(c.name, func(t *testing.T) {
			var noted []error
			a := &API{Store: &store.Store{}, Principal: Principal{Name: "desk", Scopes: c.scopes}, Now: time.Now, Log: func(err error) { noted = append(noted, err) },
				Engine: engine.Engine{Call: func(int32, []byte) ([]byte, error) { panic("deliberate") }}}
			r := httptest.NewRequest(c.method, c.path, strings.NewReader(c.body))
			r.Header.Set("Content-Type", "application/json")
			w := httptest.NewRecorder()
			a.Handler().ServeHTTP(w, r)
			var problem struct {
				Type   string
				Status int
				Detail string
			}
			if err := json.Unmarshal(w.Body.Bytes(), &problem); err != nil {
				t.Fatal(err)
			}
			if w.Code != c.status || problem.Status != c.status || problem.Type != "urn:slugline:problem:"+c.code || w.Header().Get("Content-Type") != "application/problem+json" {
				t.Errorf("%d %+v", w.Code, problem)
			}
			if strings.Contains(problem.Detail, "deliberate") || (c.status == 500) != (len(noted) == 1) {
				t.Errorf("the client is told %q, the log %v", problem.Detail, noted)
			}
		})
	}
}

func TestSettled(t *testing.T) {
	for _, c := range []struct {
		name   string
		known  store.Known
		id     string
		status int // 0: it is to be added
	}{
		{"new", store.Known{}, "", 0},
		{"the same request", store.Known{RequestDigest: "sum", RequestID: "a"}, "", 200},
		{"its key with another text", store.Known{RequestDigest: "other", RequestID: "a"}, "", 422},
		{"the same text", store.Known{SameID: "a"}, "", 200},
		{"the same text and id", store.Known{SameID: "a", TakenDigest: "sum"}, "a", 200},
		{"the same text under another id", store.Known{SameID: "a"}, "b", 409},
		{"another text under the id", store.Known{TakenDigest: "other"}, "b", 409},
	} {
		o, err := settled(c.known, "sum", c.id)
		var p *Problem
		status := 0
		switch {
		case o != nil:
			status = o.status
		case errors.As(err, &p):
			status = p.Status
		}
		if status != c.status {
			t.Errorf("%s: %d, want %d", c.name, status, c.status)
		}
	}
}

func TestEstimate(t *testing.T) {
	for _, c := range []struct {
		name                   string
		shared, anchors, there int
		words                  int
		verdict                string
		copied, copiedFrom     float64
	}{
		{"all of both", 24, 24, 600, 600, "near", 1, 1},
		{"all of that one, half of this", 24, 24, 300, 600, "contains", 0.5, 1},
		{"all of this one, a quarter of that", 6, 24, 600, 150, "contains", 1, 0.25},
		{"a passage", 3, 24, 600, 600, "quotes", 0.125, 0.125},
		{"words not said", 12, 24, 600, 0, "quotes", 0.5, 0.5},
		{"an article without anchors", 0, 0, 0, 600, "quotes", 0, 0},
	} {
		e := estimate(store.Candidate{Shared: c.shared, Anchors: c.anchors, Words: c.there}, c.words)
		if e.Verdict != c.verdict || e.Copied != c.copied || e.CopiedFrom != c.copiedFrom {
			t.Errorf("%s: %s %v %v", c.name, e.Verdict, e.Copied, e.CopiedFrom)
		}
	}
}

func TestDigestTellsTitleFromText(t *testing.T) {
	if digest(engine.Article{Title: "ab", Text: "c"}) == digest(engine.Article{Title: "a", Text: "bc"}) {
		t.Error("title and text run into each other")
	}
}
