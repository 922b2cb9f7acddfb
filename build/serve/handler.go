package main

import (
	_ "embed"
	"encoding/json"
	"net/http"
	"os"
	"path"
	"path/filepath"
	"strings"
)

// headers are those of a strict host. A page that works under them works on an intranet
// that sends the same. The Cloudflare Worker sends them too (build/worker).
var headers = func() (h map[string]string) {
	if err := json.Unmarshal(headersJSON, &h); err != nil {
		panic("headers.json: " + err.Error())
	}
	return h
}()

//go:embed headers.json
var headersJSON []byte

// types are the MIME types of the site's files; the system's own table may lack some.
var types = map[string]string{
	".html":        "text/html; charset=utf-8",
	".js":          "text/javascript; charset=utf-8",
	".css":         "text/css; charset=utf-8",
	".json":        "application/json",
	".svg":         "image/svg+xml",
	".wasm":        "application/wasm",
	".webmanifest": "application/manifest+json",
	".txt":         "text/plain; charset=utf-8",
}

// retire replaces the service worker while developing: a page kept for offline would
// hide every change.
const retire = `self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil((async () => {
  for (const name of await caches.keys()) await caches.delete(name)
  await self.registration.unregister()
})()))
`

// handler serves the files of dir. With a reloader the page reloads after every build.
func handler(dir string, page *reloader) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		for name, value := range headers {
			w.Header().Set(name, value)
		}
		if r.Method != http.MethodGet && r.Method != http.MethodHead {
			w.Header().Set("Allow", "GET, HEAD")
			http.Error(w, "only GET and HEAD", http.StatusMethodNotAllowed)
			return
		}
		name := path.Clean("/" + r.URL.Path)
		if strings.HasSuffix(r.URL.Path, "/") {
			name = path.Join(name, "index.html")
		}
		if page != nil {
			switch name {
			case "/dev/reload":
				page.serve(w, r)
				return
			case "/dev/reload.js":
				send(w, name, []byte(reloadScript))
				return
			case "/sw.js":
				send(w, name, []byte(retire))
				return
			}
		}
		data, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
		if err != nil {
			http.Error(w, "there is no "+name, http.StatusNotFound)
			return
		}
		if page != nil && name == "/index.html" {
			data = []byte(strings.Replace(string(data), "</head>", `<script type="module" src="dev/reload.js"></script></head>`, 1))
		}
		send(w, name, data)
	})
	return mux
}

func send(w http.ResponseWriter, name string, data []byte) {
	kind := types[path.Ext(name)]
	if kind == "" {
		kind = "application/octet-stream"
	}
	w.Header().Set("Content-Type", kind)
	w.Write(data)
}
