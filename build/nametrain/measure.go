package main

import (
	"fmt"
	"math"
	"strings"

	"slugline/analyzer/entity"
)

// A devSet only measures.
type devSet struct {
	name  string
	rows  []devRow
	types typeSet // the types scored
}

type devRow struct {
	passage passage
	gold    map[[3]int]bool // start, end, type
}

// readDev reads a labelled set. Types that are not ours are left out, as evaluate.py does.
func readDev(path string, types typeSet) (*devSet, error) {
	name := path[strings.LastIndexByte(path, '/')+1:]
	s := &source{name: name, types: map[string]marked{}, weight: 1, lenient: true}
	for _, t := range []struct {
		t     entity.Type
		names string
	}{
		{entity.Person, "person per people"}, {entity.Organization, "organization organisation org corporation company"},
		{entity.Place, "place location loc gpe geo facility fac"}, {entity.Group, "group norp nationality"},
		{entity.Event, "event"}, {entity.Work, "work"}, {entity.Product, "product"},
	} {
		for _, n := range strings.Fields(t.names) {
			for _, form := range []string{n, strings.ToUpper(n), strings.ToUpper(n[:1]) + n[1:]} {
				s.types[form] = only(t.t)
			}
		}
	}
	var passages []passage
	var err error
	if strings.HasSuffix(path, ".conll") {
		passages, err = readConll(path, s)
	} else {
		passages, err = readJSONL(path, s)
	}
	d := &devSet{name: name, types: types}
	for _, p := range passages {
		p.source = s
		d.add(p)
	}
	return d, err
}

// add puts a passage into the set.
func (d *devSet) add(p passage) {
	row := devRow{passage: p, gold: map[[3]int]bool{}}
	for _, m := range p.names {
		for t := range entity.Type(entity.Types) {
			if m.types&d.types == 1<<t {
				row.gold[[3]int{m.start, m.end, int(t)}] = true
			}
		}
	}
	d.rows = append(d.rows, row)
}

// around returns the text near a span, on one line.
func around(s string, start, end int) string {
	from, to := max(0, start-50), min(len(s), end+40)
	return strings.ToValidUTF8(strings.ReplaceAll(s[from:to], "\n", " / "), "")
}

// measure prints exact-span precision, recall and F1 of find over the set, and the
// expected calibration error of its confidences (ten bins of equal width).
func (d *devSet) measure(find func(p passage) []entity.Name, showErrors bool) float64 {
	var right, found, wanted [entity.Types + 1]float64
	var bins [10][3]float64 // mentions, sum of confidence, right ones
	for _, row := range d.rows {
		hit := map[[3]int]bool{}
		for _, n := range find(row.passage) {
			if d.types>>n.Type&1 == 0 {
				continue
			}
			found[n.Type]++
			bin := &bins[min(9, int(10*n.Confidence))]
			bin[0]++
			bin[1] += n.Confidence
			if row.gold[[3]int{n.Start, n.End, int(n.Type)}] {
				bin[2]++
			}
			hit[[3]int{n.Start, n.End, int(n.Type)}] = true
			if showErrors && !row.gold[[3]int{n.Start, n.End, int(n.Type)}] {
				fmt.Printf("    wrong %s [%s] in …%s…\n", n.Type, row.passage.text[n.Start:n.End], around(row.passage.text, n.Start, n.End))
			}
			if row.gold[[3]int{n.Start, n.End, int(n.Type)}] {
				right[n.Type]++
			}
		}
		for g := range row.gold {
			if showErrors && !hit[g] {
				fmt.Printf("    missed %s [%s] in …%s…\n", entity.Type(g[2]), row.passage.text[g[0]:g[1]], around(row.passage.text, g[0], g[1]))
			}
			wanted[g[2]]++
		}
	}
	for t := range entity.Types {
		right[entity.Types] += right[t]
		found[entity.Types] += found[t]
		wanted[entity.Types] += wanted[t]
	}
	f1 := func(t int) float64 { return 200 * right[t] / max(1, found[t]+wanted[t]) }
	all := entity.Types
	fmt.Printf("  %-20s P %.1f R %.1f F1 %.2f ", d.name, 100*right[all]/max(1, found[all]), 100*right[all]/max(1, wanted[all]), f1(all))
	for t := range entity.Type(entity.Types) {
		if d.types>>t&1 != 0 {
			fmt.Printf(" %s %.1f", t.String()[:3], f1(int(t)))
		}
	}
	ece := 0.0
	for _, b := range bins {
		ece += math.Abs(b[1]-b[2]) / max(1, found[all])
	}
	fmt.Printf(" ECE %.3f\n", ece)
	return f1(all)
}
