package main

import (
	"fmt"
	"net/http"
	"sync"
)

// reloadScript listens for builds. A page that was away while the server restarted
// reloads too, since the number it hears is another.
const reloadScript = `let first
new EventSource('dev/reload').onmessage = ({ data }) => {
  first ??= data
  if (data !== first) location.reload()
}
`

// reloader tells every open page that there is a new build.
type reloader struct {
	mu     sync.Mutex
	pages  map[chan struct{}]bool
	builds int
}

func newReloader() *reloader { return &reloader{pages: map[chan struct{}]bool{}} }

// built tells the pages.
func (r *reloader) built() {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.builds++
	for page := range r.pages {
		select {
		case page <- struct{}{}:
		default: // it has yet to hear of the build before
		}
	}
}

func (r *reloader) number() int {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.builds
}

// serve keeps a page informed by server-sent events.
func (r *reloader) serve(w http.ResponseWriter, req *http.Request) {
	page := make(chan struct{}, 1)
	r.mu.Lock()
	r.pages[page] = true
	r.mu.Unlock()
	defer func() {
		r.mu.Lock()
		delete(r.pages, page)
		r.mu.Unlock()
	}()
	w.Header().Set("Content-Type", "text/event-stream")
	flush := http.NewResponseController(w)
	for {
		fmt.Fprintf(w, "data: %d.%d\n\n", started, r.number())
		if flush.Flush() != nil {
			return
		}
		select {
		case <-page:
		case <-req.Context().Done():
			return
		}
	}
}
