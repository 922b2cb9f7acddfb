package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"hash/fnv"
	"math/bits"
	"os"
	"slices"
	"strings"
	"time"

	"slugline/analyzer/dedup"
)

// The methods that near-duplicate detection is mostly done with, as their papers give them,
// beside ours on the same articles: whole texts as one signature. Their thresholds are those
// that do best here, which is more than a user would know.

// A baseline files articles and finds those like one.
type baseline interface {
	name() string
	add(id string, words []string)
	find(words []string) []string
	bytes() int // an article's signature
}

// simHash is Charikar's (2002) in the form of Manku, Jain and Das Sarma (2007): 64 bits over
// runs of three words, at most `apart` of them different.
type simHash struct {
	apart int
	ids   []string
	all   []uint64
}

func (s *simHash) name() string { return fmt.Sprintf("SimHash, 64 bits, %d apart", s.apart) }
func (s *simHash) bytes() int   { return 8 }

func (s *simHash) sign(words []string) uint64 {
	var sums [64]int
	for _, h := range shingles(words, 3) {
		for b := range sums {
			sums[b] += int(h>>b&1)*2 - 1
		}
	}
	var out uint64
	for b, n := range sums {
		if n > 0 {
			out |= 1 << b
		}
	}
	return out
}

func (s *simHash) add(id string, words []string) {
	s.ids, s.all = append(s.ids, id), append(s.all, s.sign(words))
}

func (s *simHash) find(words []string) []string {
	h := s.sign(words)
	var out []string
	for i, x := range s.all {
		if bits.OnesCount64(h^x) <= s.apart {
			out = append(out, s.ids[i])
		}
	}
	return out
}

// minHash is Broder's (1997) over runs of five words, found by bands (Leskovec, Rajaraman
// and Ullman 2014): 128 values in `bands` bands, then a Jaccard estimate of at least `least`.
type minHash struct {
	bands int
	least float64
	ids   []string
	all   [][128]uint32
	index map[uint64][]int
}

func (m *minHash) name() string {
	return fmt.Sprintf("MinHash-LSH, 128 values, %d bands, Jaccard %.2f", m.bands, m.least)
}
func (m *minHash) bytes() int { return 4*128 + 12*m.bands }

func (m *minHash) sign(words []string) (out [128]uint32) {
	for k := range out {
		out[k] = ^uint32(0)
	}
	for _, h := range shingles(words, 5) {
		for k := range out {
			x := (h ^ uint64(k)*0x9E3779B97F4A7C15) * 0xFF51AFD7ED558CCD
			out[k] = min(out[k], uint32(x>>32))
		}
	}
	return out
}

func (m *minHash) band(s *[128]uint32, b int) uint64 {
	h := uint64(b) + 1
	rows := 128 / m.bands
	for _, v := range s[b*rows : (b+1)*rows] {
		h = (h ^ uint64(v)) * 0x9FB21C651E98DF25
		h ^= h >> 29
	}
	return h
}

func (m *minHash) add(id string, words []string) {
	s := m.sign(words)
	for b := range m.bands {
		k := m.band(&s, b)
		m.index[k] = append(m.index[k], len(m.ids))
	}
	m.ids, m.all = append(m.ids, id), append(m.all, s)
}

func (m *minHash) find(words []string) []string {
	s := m.sign(words)
	seen := map[int]bool{}
	var out []string
	for b := range m.bands {
		for _, i := range m.index[m.band(&s, b)] {
			if seen[i] {
				continue
			}
			seen[i] = true
			same := 0
			for k := range s {
				if s[k] == m.all[i][k] {
					same++
				}
			}
			if float64(same)/128 >= m.least {
				out = append(out, m.ids[i])
			}
		}
	}
	return out
}

func shingles(words []string, n int) []uint64 {
	out := make([]uint64, 0, len(words))
	for i := 0; i+n <= len(words); i++ {
		h := fnv.New64a()
		for _, w := range words[i : i+n] {
			h.Write([]byte(w))
			h.Write([]byte{' '})
		}
		out = append(out, h.Sum64())
	}
	return out
}

func wordsOf(r row) []string {
	return wordPattern.FindAllString(strings.ToLower(r.Title+" "+r.Text), -1)
}

// compareBaselines prints a line for each method: at its best threshold of a few.
func compareBaselines(corpus, queries []row, fresh func() *evaluation) {
	fmt.Printf("\n%-52s %6s %6s %6s %9s %9s %7s %s\n", "method", "P", "R", "F1", "ms add", "ms query", "bytes", "recurring reports flagged")
	best := func(methods []func() baseline) {
		var line string
		top := -1.0
		for _, make := range methods {
			b, e := make(), fresh()
			start := time.Now()
			for _, r := range corpus {
				b.add(r.ID, wordsOf(r))
			}
			added := time.Since(start)
			start = time.Now()
			found := map[string][]string{}
			for _, q := range queries {
				found[q.ID] = b.find(wordsOf(q))
			}
			asked := time.Since(start)
			if f, l := e.line(b.name(), queries, found, added, asked, len(corpus), b.bytes()); f > top {
				top, line = f, l
			}
		}
		fmt.Println(line)
	}
	var sim, min []func() baseline
	for _, apart := range []int{3, 6, 9, 12} {
		sim = append(sim, func() baseline { return &simHash{apart: apart} })
	}
	for _, least := range []float64{0.1, 0.2, 0.3, 0.5} {
		for _, bands := range []int{32, 64} {
			min = append(min, func() baseline { return &minHash{bands: bands, least: least, index: map[uint64][]int{}} })
		}
	}
	best(sim)
	best(min)
}

// line scores what a method flagged.
func (e *evaluation) line(name string, queries []row, found map[string][]string, added, asked time.Duration, articles, bytes int) (f1 float64, line string) {
	for _, q := range queries {
		var matches []dedup.Match
		for _, id := range found[q.ID] {
			matches = append(matches, dedup.Match{ID: id, Duplicate: true})
		}
		e.score(q, matches)
	}
	flagged, of := 0, 0
	for kind, n := range e.alarms {
		if strings.Contains(kind, "template") {
			flagged, of = flagged+n[0], of+n[1]
		}
	}
	p, r := ratio(e.tp, e.tp+e.fp), ratio(e.tp, e.tp+e.fn)
	f1 = 2 * p * r / max(p+r, 1e-9)
	return f1, fmt.Sprintf("%-52s %6.3f %6.3f %6.3f %9.3f %9.3f %7d %d of %d", name, p, r, f1, ms(added)/float64(articles), ms(asked)/float64(len(queries)), bytes, flagged, of)
}

// readFlagged reads what another program flagged: lines {"name","bytes","msAdd","msQuery"} and
// then {"id","found"}.
func readFlagged(path string) (head struct {
	Name           string
	Bytes          int
	MsAdd, MsQuery float64
}, found map[string][]string, err error) {
	f, err := os.Open(path)
	if err != nil {
		return head, nil, err
	}
	defer f.Close()
	found = map[string][]string{}
	in := bufio.NewScanner(f)
	in.Buffer(nil, 1<<24)
	for first := true; in.Scan(); first = false {
		if first {
			if err := json.Unmarshal(in.Bytes(), &head); err != nil {
				return head, nil, err
			}
			continue
		}
		var l struct {
			ID    string
			Found []string
		}
		if err := json.Unmarshal(in.Bytes(), &l); err != nil {
			return head, nil, err
		}
		found[l.ID] = slices.Clone(l.Found)
	}
	return head, found, in.Err()
}
