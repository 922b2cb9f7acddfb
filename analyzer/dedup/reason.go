package dedup

import (
	"strconv"
	"strings"
)

func itoa(n int) string { return strconv.Itoa(n) }

// percent writes a share as a reader would: "91 %", and never 100 % for less than all.
func percent(v float64) string {
	n := int(100*v + 0.5)
	if n == 100 && v < 1 {
		n = 99
	}
	return itoa(n) + "%"
}

// reason says in plain words why a match has its verdict.
func (c *Comparer) reason(m *Match, f *finding) string {
	where := "'" + m.Title + "'"
	if m.Title == "" {
		where = "an untitled story"
	}
	if m.FirstSeen > 0 {
		where += " (first seen " + formatDay(m.FirstSeen) + ")"
	}
	switch m.Verdict {
	case Exact:
		return "Word for word the same as " + where
	case Near:
		return percent(m.Copied) + " of this story is in " + where + tail(m.Changes)
	case Updated:
		return percent(m.Copied) + " of this story is in " + where + tail(m.Changes)
	case Contains:
		if m.Copied >= m.CopiedFrom {
			return percent(m.Copied) + " of this story is part of " + where
		}
		return "This story carries " + percent(m.CopiedFrom) + " of " + where
	case Quotes:
		if 2*f.quoted > f.matched {
			return "Only quotations are shared with " + where
		}
		return "Only " + itoa(f.matched) + " words of background are shared with " + where
	case Template:
		return "Same format as " + where + ", other facts: " + itoa(f.facts.otherNames+f.facts.otherFigures) +
			" names and figures differ, " + itoa(f.facts.names+f.facts.figures) + " are the same"
	}
	return "The same event as " + where + ", in other words"
}

// tail counts the changes: "; 2 figures changed: 31 → 39".
func tail(changes []Change) string {
	var b strings.Builder
	for _, kind := range []struct{ kind, one, many, verb string }{
		{"figure", "figure", "figures", " changed"},
		{"name", "name", "names", " changed"},
		{"quotation", "quotation", "quotations", " changed"},
		{"added", "sentence", "sentences", " added"},
		{"cut", "sentence", "sentences", " cut"},
	} {
		n := 0
		first := -1
		for i, k := range changes {
			if k.Kind == kind.kind {
				if n++; first < 0 {
					first = i
				}
			}
		}
		if n == 0 {
			continue
		}
		b.WriteString("; " + itoa(n) + " ")
		if n == 1 {
			b.WriteString(kind.one)
		} else {
			b.WriteString(kind.many)
		}
		b.WriteString(kind.verb)
		if k := changes[first]; k.Here != "" && k.There != "" && len(k.Here)+len(k.There) < 60 {
			b.WriteString(": " + k.There + " → " + k.Here)
		}
	}
	return b.String()
}
