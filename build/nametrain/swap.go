package main

import (
	"bufio"
	"encoding/csv"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"slugline/analyzer/entity"
)

// Names of other regions in our own annotated text: a copy of each passage in which
// names are swapped for listed ones of the same type, consistently within the passage.
// The contexts stay real, the names become those that the training text lacks.

// pools are the names that may take another's place.
type pools struct {
	people  []country // forenames and surnames by country
	cities  []string
	byType  [entity.Types][]string // multi-word names
	acronym []string               // organizations' acronyms
}

type country struct{ forenames, surnames []string }

// readPools reads the open name lists and those written for this project.
func readPools(data, own, cities string) (*pools, error) {
	p := &pools{}
	byCode := map[string]*country{}
	at := func(code string) *country {
		if byCode[code] == nil {
			byCode[code] = &country{}
		}
		return byCode[code]
	}
	if err := eachRecord(data+"/forenames_by_country.csv", func(c []string) {
		at(c[0]).forenames = append(at(c[0]).forenames, c[len(c)-1])
	}); err != nil {
		return nil, err
	}
	if err := eachRecord(data+"/surnames_by_country.csv", func(c []string) {
		at(c[0]).surnames = append(at(c[0]).surnames, c[5])
	}); err != nil {
		return nil, err
	}
	var codes []string
	for code, c := range byCode {
		if len(c.forenames) > 5 && len(c.surnames) > 5 {
			codes = append(codes, code)
		}
	}
	slices.Sort(codes)
	for _, code := range codes {
		p.people = append(p.people, *byCode[code])
	}
	files, err := filepath.Glob(own + "/*.tsv")
	if err != nil {
		return nil, err
	}
	for _, f := range files {
		if err := p.readOwn(f); err != nil {
			return nil, err
		}
	}
	return p, eachLine(cities, func(c []string) bool {
		p.cities = append(p.cities, c[1])
		return len(p.cities) < 9000
	})
}

func (p *pools) readOwn(path string) error {
	return eachLine(path, func(c []string) bool {
		if len(c) < 2 || filepath.Base(path) == "countries.tsv" {
			return true
		}
		t, ok := entity.TypeOf(c[1])
		if !ok {
			return true
		}
		names := []string{c[0]}
		if len(c) > 2 && c[2] != "" {
			names = append(names, strings.Split(c[2], "|")...)
		}
		for _, n := range names {
			if t == entity.Organization && n == strings.ToUpper(n) && len(n) < 7 && !strings.Contains(n, " ") {
				p.acronym = append(p.acronym, n)
			} else {
				p.byType[t] = append(p.byType[t], n)
			}
		}
		return true
	})
}

func eachLine(path string, f func(fields []string) bool) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	lines := bufio.NewScanner(file)
	for lines.Scan() {
		if l := lines.Text(); l != "" && !strings.HasPrefix(l, "#") && !f(strings.Split(l, "\t")) {
			break
		}
	}
	return lines.Err()
}

func eachRecord(path string, f func(fields []string)) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	r := csv.NewReader(file)
	for first := true; ; first = false {
		c, err := r.Read()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
		if !first {
			f(c)
		}
	}
}

// swapper holds what has been swapped in one passage.
type swapper struct {
	*pools
	rng  *rand.Rand
	home country           // where this passage's people come from
	done map[string]string // type and old form -> new form
}

// How many names are swapped, apart from persons', which all are, and what such a copy
// weighs. Things that are made or held have few examples, so most are swapped.
const (
	placeShare = 0.3 // of places and organizations
	thingShare = 0.7 // of events, works and products
	copyWeight = 0.2
)

// swapped returns a copy of the passage with other names.
func (p *pools) swapped(old passage, round uint64) passage {
	h := round
	for i := range len(old.id) {
		h = h*31 + uint64(old.id[i])
	}
	s := &swapper{pools: p, rng: rand.New(rand.NewPCG(h, 5)), done: map[string]string{}}
	s.home = p.people[s.rng.IntN(len(p.people))]
	out := passage{id: old.id + "+", source: &source{weight: copyWeight}}
	var b strings.Builder
	at := 0
	for _, m := range old.names {
		form := old.text[m.start:m.end]
		b.WriteString(old.text[at:m.start])
		m2 := m
		m2.start = b.Len()
		b.WriteString(s.replace(form, m.types))
		m2.end = b.Len()
		out.names = append(out.names, m2)
		at = m.end
	}
	b.WriteString(old.text[at:])
	out.text = b.String()
	return out
}

func (s *swapper) replace(form string, types typeSet) string {
	key := fmt.Sprint(types) + form
	if n, ok := s.done[key]; ok {
		return n
	}
	n := form
	switch types {
	case setOf(entity.Person):
		n = s.person(form)
	case setOf(entity.Place):
		if s.rng.Float64() < placeShare {
			n = s.place(form)
		}
	case setOf(entity.Event), setOf(entity.Work), setOf(entity.Product):
		if s.rng.Float64() < thingShare {
			n = s.other(form, types)
		}
	case setOf(entity.Organization):
		if s.rng.Float64() < placeShare {
			n = s.other(form, types)
		}
	}
	s.done[key] = n
	return n
}

// person swaps the words of a name one by one, so that a surname alone agrees with the
// full name.
func (s *swapper) person(form string) string {
	words := strings.Fields(form)
	for i, w := range words {
		if strings.HasSuffix(w, ".") || len(w) < 3 || strings.ToLower(w) == w {
			continue // initials and "bin"
		}
		key := "word " + w
		n, ok := s.done[key]
		if !ok {
			pool := s.home.surnames
			if i == 0 && len(words) > 1 {
				pool = s.home.forenames
			}
			n = pool[s.rng.IntN(len(pool))]
			if w == strings.ToUpper(w) {
				n = strings.ToUpper(n)
			}
			s.done[key] = n
		}
		words[i] = n
	}
	return strings.Join(words, " ")
}

// place swaps a place of one word, other than a country's name in our list of
// well-known ones, for a city, and a longer one for a listed place.
func (s *swapper) place(form string) string {
	if !strings.Contains(form, " ") || len(s.byType[entity.Place]) == 0 {
		return s.cities[s.rng.IntN(len(s.cities))]
	}
	return s.byType[entity.Place][s.rng.IntN(len(s.byType[entity.Place]))]
}

func (s *swapper) other(form string, types typeSet) string {
	t := entity.Type(0)
	for types>>t != 1 {
		t++
	}
	pool := s.byType[t]
	if t == entity.Organization && form == strings.ToUpper(form) && len(form) < 7 {
		pool = s.acronym
	}
	if len(pool) == 0 {
		return form
	}
	return pool[s.rng.IntN(len(pool))]
}
