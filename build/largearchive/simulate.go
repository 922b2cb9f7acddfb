package main

import (
	"fmt"
	"math/rand"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"time"

	"slugline/analyzer/archive"
	"slugline/analyzer/dedup"
	"slugline/analyzer/text"
)

const (
	probes   = 400     // articles that are kept whole, to ask for
	everyDay = 100_000 // articles that are first seen on one day
)

// simulate adds generated articles, most of them without their texts, and at each of the
// sizes prints what the index takes and how long a query does: finding the candidates and
// aligning those whose texts are there.
func simulate(list string) {
	var sizes []int
	for s := range strings.SplitSeq(list, ",") {
		n, err := strconv.Atoi(s)
		check(err)
		sizes = append(sizes, n)
	}
	slices.Sort(sizes)
	a, comparer, empty := archive.New(), dedup.New(), archive.New()
	a.CacheBytes = 1 << 30
	r := rand.New(rand.NewSource(2))
	w := newWriter(r)
	type probe struct {
		doc  *text.Document
		meta dedup.Meta
	}
	var asked []probe
	fmt.Printf("%12s %12s %12s %10s %10s %10s %8s\n", "articles", "index B/each", "index MB", "query p50", "p95", "max", "found")
	n := 0
	for _, size := range sizes {
		for ; n < size; n++ {
			title, body := w.article(n)
			doc := blocks(title, body)
			meta := dedup.Meta{ID: strconv.Itoa(n), FirstSeen: int64(1_600_000_000 + n/everyDay*86400)}
			comparer.Query(empty, doc, meta)
			p := comparer.Article(doc, meta, nil)
			if n%(sizes[0]/probes) == 0 && len(asked) < probes {
				asked = append(asked, probe{doc, meta})
			} else {
				p.Source, p.Title, p.Blocks, p.Sentences, p.TextStart = "", "", nil, nil, 0
			}
			if a.Add(p); a.Pending() == 1024 {
				a.Flush()
			}
		}
		a.Flush()
		var times []time.Duration
		found := 0
		for _, p := range asked {
			start := time.Now()
			comparer.Query(a, p.doc, dedup.Meta{ID: "again", FirstSeen: p.meta.FirstSeen})
			matches := comparer.Matches()
			times = append(times, time.Since(start))
			if len(matches) > 0 && matches[0].ID == p.meta.ID {
				found++
			}
		}
		slices.Sort(times)
		st := a.Stats()
		at := func(q int) float64 { return float64(times[(len(times)-1)*q/100]) / 1e6 }
		fmt.Printf("%12d %12d %12d %7.2f ms %7.2f ms %7.2f ms %4d/%d\n", n, st.IndexBytes/st.Articles, st.IndexBytes>>20, at(50), at(95), at(100), found, len(asked))
	}
	runtime.KeepAlive(a)
}

// blocks makes a document of a title and paragraphs without looking into them.
func blocks(title, body string) *text.Document {
	d := &text.Document{Source: title + "\n\n" + body, TextStart: len(title) + 2}
	d.Append(text.Title, text.Span{End: len(title)})
	at := d.TextStart
	for p := range strings.SplitSeq(body, "\n\n") {
		d.Append(text.Paragraph, text.Span{Start: at, End: at + len(p)})
		at += len(p) + 2
	}
	return d
}
