// Dedupeval measures duplicate detection on labelled articles natively, with the figures of
// ../shared/tools/evaluate.py dedup: every corpus article is archived, then each query is
// compared and not archived.
//
//	go run ./build/dedupeval -data ../shared/data/dedup/dev [-copies 12] [-once] [-baselines] [-errors 20]
//
// With -copies every article that a query was made from is archived in that many further
// versions, edited at random; with -once the archive holds only one report of each
// recurring format.
package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"sort"
	"strings"
	"time"

	"slugline/analyzer/archive"
	"slugline/analyzer/article"
	"slugline/analyzer/dedup"
	"slugline/analyzer/text"
)

type row struct {
	ID, Title, Text, Date, Kind string
}

type pair struct{ label, kind string }

var duplicate = map[string]bool{"exact": true, "near": true, "revised": true, "contained": true,
	"combo": true, "embedded": true, "merged": true, "truncated": true}

func main() {
	data := flag.String("data", "../shared/data/dedup/dev", "folder with corpus.jsonl, queries.jsonl and pairs.tsv")
	copies := flag.Int("copies", 0, "edited copies of each source article to archive as well")
	once := flag.Bool("once", false, "archive only one report of each recurring format")
	errors := flag.Int("errors", 0, "print this many wrong and missed matches of each kind")
	baselines := flag.Bool("baselines", false, "put SimHash and MinHash-LSH beside")
	flagged := flag.String("flagged", "", "file in which another program says what it flagged")
	only := flag.String("kind", "", "ask only queries of this kind")
	flag.Parse()
	log.SetFlags(0)

	corpus := read(filepath.Join(*data, "corpus.jsonl"))
	queries := read(filepath.Join(*data, "queries.jsonl"))
	truth := readPairs(filepath.Join(*data, "pairs.tsv"))
	if *once {
		corpus = oneOfEach(corpus)
	}
	if *copies > 0 {
		corpus = withCopies(corpus, truth, *copies)
	}
	if *only != "" {
		queries = slices.DeleteFunc(queries, func(q row) bool { return q.Kind != *only })
	}
	fresh := func() *evaluation {
		e := &evaluation{truth: truth, text: map[string]string{}, title: map[string]string{}, show: *errors,
			recall: map[string]*[2]int{}, alarms: map[string]*[2]int{}, shown: map[string]int{}, verdicts: map[string]map[string]int{}}
		for _, r := range corpus {
			e.text[r.ID], e.title[r.ID] = r.Text, r.Title
		}
		return e
	}
	e := fresh()

	a := archive.New()
	a.CacheBytes = 1 << 30
	c := dedup.New()
	start := time.Now()
	var parsing time.Duration
	for i, r := range corpus {
		t := time.Now()
		doc := parse(r)
		parsing += time.Since(t)
		m := dedup.Meta{ID: r.ID, Date: r.Date, FirstSeen: 1767225600 + int64(i)}
		c.Query(a, doc, m)
		a.Add(c.Article(doc, m, c.Matches()))
		if a.Pending() >= 64 {
			a.Flush()
		}
	}
	a.Flush()
	ingest := time.Since(start) - parsing
	var times []time.Duration
	for _, q := range queries {
		doc := parse(q)
		t := time.Now()
		c.Query(a, doc, dedup.Meta{ID: q.ID, Date: q.Date, FirstSeen: 1767225600})
		matches := c.Matches()
		times = append(times, time.Since(t))
		e.score(q, matches)
	}
	e.report()
	slices.Sort(times)
	st := a.Stats()
	n := float64(len(corpus))
	fmt.Printf("archive %.3f ms an article, query p50 %.3f ms, p95 %.3f ms; %d articles, %d segments, index %.0f bytes an article, texts %.0f\n",
		ms(ingest)/n, ms(times[len(times)/2]), ms(times[len(times)*95/100]), st.Articles, st.Segments,
		float64(st.IndexBytes)/n, float64(st.TextBytes)/n)
	if *baselines {
		*errors = 0
		compareBaselines(corpus, queries, fresh)
	}
	if *flagged != "" {
		*errors = 0
		head, found, err := readFlagged(*flagged)
		if err != nil {
			log.Fatal(err)
		}
		_, line := fresh().line(head.Name, queries, found, time.Duration(head.MsAdd*1e6)*time.Duration(len(corpus)),
			time.Duration(head.MsQuery*1e6)*time.Duration(len(queries)), len(corpus), head.Bytes)
		fmt.Println(line)
	}
}

func ms(d time.Duration) float64 { return float64(d) / 1e6 }

func parse(r row) *text.Document { return &article.Parse(r.Title, r.Text).Doc }

type evaluation struct {
	truth       map[string]map[string]pair
	text, title map[string]string
	tp, fp, fn  int
	recall      map[string]*[2]int
	alarms      map[string]*[2]int
	verdicts    map[string]map[string]int
	show        int
	shown       map[string]int
}

func (e *evaluation) score(q row, matches []dedup.Match) {
	truth := e.truth[q.ID]
	got := map[string]dedup.Match{}
	for _, m := range matches {
		if m.Duplicate {
			got[m.ID] = m
		}
		if p, ok := truth[m.ID]; ok {
			e.count(p.kind, m.Verdict)
		}
	}
	wants, bad := 0, 0
	for id, p := range truth {
		if !duplicate[p.label] {
			continue
		}
		if _, ok := e.text[id]; !ok {
			continue
		}
		wants++
		k := slot(e.recall, p.kind)
		k[1]++
		if _, ok := got[id]; ok {
			k[0]++
			e.tp++
			continue
		}
		e.fn++
		e.miss(q, id, p.kind, matches)
	}
	for id, m := range got {
		if n, source, ok := strings.Cut(id, "-"); ok && strings.HasPrefix(n, "copy") {
			id = source
		}
		p, labelled := truth[id]
		wrong := labelled && !duplicate[p.label]
		if !labelled && !sharesText(q.Text, e.text[id]) {
			wrong = true
		}
		if wrong {
			bad++
			e.fp++
			if e.shown["wrong "+q.Kind] < e.show {
				e.shown["wrong "+q.Kind]++
				fmt.Printf("WRONG %s (%s) %s: %s [%s]\n", q.ID, q.Kind, id, m.Reason, m.Verdict)
			}
		}
	}
	if wants == 0 {
		k := slot(e.alarms, q.Kind)
		k[1]++
		if bad > 0 {
			k[0]++
		}
	}
}

func (e *evaluation) count(kind, verdict string) {
	if e.verdicts[kind] == nil {
		e.verdicts[kind] = map[string]int{}
	}
	e.verdicts[kind][verdict]++
}

func (e *evaluation) miss(q row, id, kind string, matches []dedup.Match) {
	if e.shown["missed "+kind] >= e.show {
		return
	}
	e.shown["missed "+kind]++
	why := "no candidate"
	for _, m := range matches {
		if m.ID == id {
			why = m.Verdict + ": " + m.Reason
		}
	}
	fmt.Printf("MISSED %s (%s, %d bytes) %s '%s' (%d bytes): %s\n", q.ID, kind, len(q.Text), id, e.title[id], len(e.text[id]), why)
}

func (e *evaluation) report() {
	p, r := ratio(e.tp, e.tp+e.fp), ratio(e.tp, e.tp+e.fn)
	fmt.Printf("P %.4f R %.4f F1 %.4f\n", p, r, 2*p*r/(p+r))
	for _, k := range keys(e.recall) {
		fmt.Printf("  recall  %-20s %.3f of %d   %v\n", k, ratio(e.recall[k][0], e.recall[k][1]), e.recall[k][1], e.verdicts[k])
	}
	for _, k := range keys(e.alarms) {
		fmt.Printf("  flagged %-20s %.3f of %d\n", k, ratio(e.alarms[k][0], e.alarms[k][1]), e.alarms[k][1])
	}
}

func ratio(n, of int) float64 {
	if of == 0 {
		return 0
	}
	return float64(n) / float64(of)
}

func slot(m map[string]*[2]int, k string) *[2]int {
	if m[k] == nil {
		m[k] = new([2]int)
	}
	return m[k]
}

func keys(m map[string]*[2]int) []string {
	var out []string
	for k := range m {
		out = append(out, k)
	}
	sort.Strings(out)
	return out
}

var wordPattern = regexp.MustCompile(`[\p{L}\p{N}_]+`)

// sharesText reports whether two texts really share words: at least 15 % of the shorter
// one's runs of five.
func sharesText(a, b string) bool {
	x, y := runs(a), runs(b)
	n := 0
	for r := range x {
		if y[r] {
			n++
		}
	}
	return float64(n) >= 0.15*float64(max(1, min(len(x), len(y))))
}

func runs(s string) map[string]bool {
	w := wordPattern.FindAllString(strings.ToLower(s), -1)
	out := map[string]bool{}
	for i := 0; i+5 <= len(w); i++ {
		out[strings.Join(w[i:i+5], " ")] = true
	}
	return out
}

func read(path string) []row {
	f, err := os.Open(path)
	if err != nil {
		log.Fatal(err)
	}
	defer f.Close()
	var out []row
	in := bufio.NewScanner(f)
	in.Buffer(nil, 1<<24)
	for in.Scan() {
		var r row
		if err := json.Unmarshal(in.Bytes(), &r); err != nil {
			log.Fatalf("%s: %v", path, err)
		}
		out = append(out, r)
	}
	return out
}

func readPairs(path string) map[string]map[string]pair {
	b, err := os.ReadFile(path)
	if err != nil {
		log.Fatal(err)
	}
	out := map[string]map[string]pair{}
	for l := range strings.Lines(string(b)) {
		x := strings.Split(strings.TrimSuffix(l, "\n"), "\t")
		if out[x[0]] == nil {
			out[x[0]] = map[string]pair{}
		}
		out[x[0]][x[1]] = pair{x[2], x[min(3, len(x)-1)]}
	}
	return out
}
