// Package api is the newsroom's HTTP API over the archive: routes, what they take and what
// they answer. wasm/edge/openapi.json describes the same for clients.
//
// Whoever reaches a handler has been let in by the entry script (wasm/edge/gate.js): it
// checks tokens, sizes and rates, and says here who asks and what they may do. Analyses
// that have nothing to do with the archive never come here.
package api

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"

	"slugline/wasm/edge/engine"
	"slugline/wasm/edge/store"
)

// Principal is who asks.
type Principal struct {
	Name   string   `json:"name"`
	Scopes []string `json:"scopes"`
}

// The scopes. Cron is the timer's: no token can have it.
const (
	Read  = "read"
	Write = "write"
	Admin = "admin"
	Cron  = "cron"
)

// API answers the requests of one Principal.
type API struct {
	Engine    engine.Engine
	Store     *store.Store
	Principal Principal
	Now       func() time.Time
	Retention int             // days that articles are kept; 0: for ever
	Log       func(err error) // of what the client is not told
}

// Handler returns the routes.
func (a *API) Handler() http.Handler {
	mux := http.NewServeMux()
	for pattern, route := range map[string]struct {
		scope  string
		handle func(w http.ResponseWriter, r *http.Request) error
	}{
		"POST /api/v1/articles":             {Write, a.post},
		"POST /api/v1/articles:batch":       {Write, a.postBatch},
		"GET /api/v1/articles":              {Read, a.list},
		"GET /api/v1/articles/{id}":         {Read, a.get},
		"DELETE /api/v1/articles/{id}":      {Admin, a.delete},
		"GET /api/v1/articles/{id}/matches": {Read, a.matches},
		"POST /api/v1/matches":              {Read, a.find},
		"GET /api/v1/stories/{id}":          {Read, a.story},
		"GET /api/v1/export":                {Admin, a.export},
		"GET /healthz":                      {"", a.health},
		"POST /cron/retention":              {Cron, a.retain},
	} {
		mux.HandleFunc(pattern, func(w http.ResponseWriter, r *http.Request) {
			defer a.recover(w)
			if route.scope != "" && !slices.Contains(a.Principal.Scopes, route.scope) {
				a.fail(w, &Problem{Status: 403, Code: "scope", Detail: "This token may not do that: it needs the scope \"" + route.scope + "\"."})
				return
			}
			if err := route.handle(w, r); err != nil {
				a.fail(w, err)
			}
		})
	}
	return a.unknown(mux)
}

// unknown answers what no route matches: ServeMux's own answers are not problem details.
func (a *API) unknown(mux *http.ServeMux) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, pattern := mux.Handler(r); pattern != "" {
			mux.ServeHTTP(w, r)
			return
		}
		var allowed []string
		for _, method := range []string{"GET", "POST", "DELETE"} {
			other := &http.Request{Method: method, URL: r.URL, Host: r.Host}
			if _, pattern := mux.Handler(other); pattern != "" && r.Method != method {
				allowed = append(allowed, method)
			}
		}
		if len(allowed) > 0 {
			w.Header().Set("Allow", strings.Join(allowed, ", "))
			a.fail(w, &Problem{Status: 405, Code: "method", Detail: "This address takes " + strings.Join(allowed, " or ") + "."})
			return
		}
		a.fail(w, errNotFound)
	})
}

// digest names what an article says: SHA-256 of title and text.
func digest(a engine.Article) string {
	h := sha256.New()
	h.Write([]byte(a.Title))
	h.Write([]byte{0})
	h.Write([]byte(a.Text))
	return hex.EncodeToString(h.Sum(nil))
}

func (a *API) now() string { return a.Now().UTC().Format("2006-01-02T15:04:05Z") }

func send(w http.ResponseWriter, status int, value any) error {
	b, err := json.Marshal(value)
	if err != nil {
		return err
	}
	return sendBytes(w, status, "application/json", b)
}

func sendBytes(w http.ResponseWriter, status int, contentType string, b []byte) error {
	w.Header().Set("Content-Type", contentType)
	w.Header().Set("Content-Length", strconv.Itoa(len(b)))
	w.WriteHeader(status)
	_, err := w.Write(b)
	return err
}

func (a *API) health(w http.ResponseWriter, r *http.Request) error {
	if err := a.Store.Ready(r.Context()); err != nil {
		a.Log(err)
		return &Problem{Status: 503, Code: "archive", Detail: "The archive's database does not answer, or its migrations have not been applied."}
	}
	return send(w, 200, map[string]string{"status": "ok"})
}

// Limits of one run of the timer: a few thousand articles, well within its time.
const (
	expireSome = 200
	expireRuns = 20
	keysDays   = 7 // that idempotency keys are remembered
)

func (a *API) retain(w http.ResponseWriter, r *http.Request) error {
	removed, err := a.expire(r.Context())
	if err != nil {
		return err
	}
	return send(w, 200, map[string]int{"removed": removed})
}

func (a *API) expire(ctx context.Context) (removed int, err error) {
	now := a.Now().UTC()
	before := "0000"
	if a.Retention > 0 {
		before = now.AddDate(0, 0, -a.Retention).Format(time.RFC3339)
	}
	for range expireRuns {
		n, err := a.Store.Expire(ctx, before, now.AddDate(0, 0, -keysDays).Format(time.RFC3339), a.now(), expireSome)
		removed += n
		if err != nil || n == 0 {
			return removed, err
		}
	}
	return removed, nil
}
