package main

import (
	"fmt"
	"math"
	"slices"

	"slugline/analyzer/topic"
)

// measure counts over the stories of a set.
type measure struct {
	stories, first, two      int
	tp, fp, fn               map[string]int
	bins                     [10][3]float64 // of the confidence: tops, their sum, the right ones
	below, belowRight, exact int            // applied topics below the tops
	shown                    int            // wrong stories still to print
}

func (m *measure) add(s story, topics []topic.Topic) {
	if m.tp == nil {
		m.tp, m.fp, m.fn = map[string]int{}, map[string]int{}, map[string]int{}
	}
	m.stories++
	gold := map[string]bool{}
	for _, id := range s.IPTC {
		t, _ := topic.Lookup(id)
		gold[t.Top] = true
	}
	var got []string
	applied := map[string]bool{}
	for _, t := range topics {
		if !slices.Contains(got, t.Top) {
			got = append(got, t.Top)
			if t.Applied {
				applied[t.Top] = true
			}
			b := &m.bins[min(9, int(t.Confidence*10))]
			b[0]++
			b[1] += t.Confidence
			if gold[t.Top] {
				b[2]++
			}
		}
		if t.Applied && t.ID != t.Top && len(s.Specific) > 0 {
			m.judge(t, s.Specific)
		}
	}
	if len(got) > 0 && gold[got[0]] {
		m.first++
	} else if m.shown > 0 {
		m.shown--
		print(s, topics)
	}
	if len(got) > 0 && gold[got[0]] || len(got) > 1 && gold[got[1]] {
		m.two++
	}
	for t := range applied {
		if gold[t] {
			m.tp[t]++
		} else {
			m.fp[t]++
		}
	}
	for t := range gold {
		if !applied[t] {
			m.fn[t]++
		}
	}
}

// judge counts a topic below a top as exact where a label is it or lies below it, as
// right also where it lies below a label or beside one.
func (m *measure) judge(t topic.Topic, labels []string) {
	m.below++
	exact, near := false, false
	for _, id := range labels {
		label, _ := topic.Lookup(id)
		if label.Top != t.Top {
			continue
		}
		if slices.Contains(label.Path, t.Name) {
			exact = true
		}
		if slices.Contains(t.Path, label.Name) || len(t.Path) > 2 && len(label.Path) > 1 && label.Path[1] == t.Path[1] {
			near = true
		}
	}
	if exact {
		m.exact++
	}
	if exact || near {
		m.belowRight++
	}
}

// String gives the figures of evaluate.py and more.
func (m *measure) String() string {
	tp, fp, fn := 0, 0, 0
	macro, labels := 0.0, map[string]bool{}
	for _, c := range []map[string]int{m.tp, m.fn} {
		for t := range c {
			labels[t] = true
		}
	}
	for t := range labels {
		macro += f1(m.tp[t], m.fp[t], m.fn[t]) / float64(len(labels))
	}
	for _, n := range m.tp {
		tp += n
	}
	for _, n := range m.fp {
		fp += n
	}
	for _, n := range m.fn {
		fn += n
	}
	wrong, all := 0.0, 0.0
	for _, b := range m.bins {
		wrong += math.Abs(b[1] - b[2])
		all += b[0]
	}
	n := float64(m.stories)
	s := fmt.Sprintf("first topic %.3f  top-2 %.3f  applied: precision %.3f recall %.3f (%.2f a story)  micro-F1 %.3f  macro-F1 %.3f  ECE %.3f  [%d]",
		float64(m.first)/n, float64(m.two)/n, float64(tp)/float64(max(1, tp+fp)), float64(tp)/float64(max(1, tp+fn)), float64(tp+fp)/n,
		f1(tp, fp, fn), macro, wrong/max(all, 1), m.stories)
	if m.below > 0 {
		s += fmt.Sprintf("\n  below the tops: %d applied, %.3f on a label's path, %.3f in its neighbourhood",
			m.below, float64(m.exact)/float64(m.below), float64(m.belowRight)/float64(m.below))
	}
	return s
}

func f1(tp, fp, fn int) float64 {
	if tp == 0 {
		return 0
	}
	return 2 * float64(tp) / float64(2*tp+fp+fn)
}
