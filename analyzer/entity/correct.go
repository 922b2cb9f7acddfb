package entity

import (
	"slices"

	"slugline/analyzer/order"
	"slugline/analyzer/text"
)

// Correction is one thing that a reader has said about a name. Corrections hold for this
// article and for later ones: what the reader says outweighs what the model thinks.
type Correction struct {
	Kind  CorrectionKind
	Name  string // the form it is about; compared folded, so "JAISHANKAR" is "Jaishankar"
	Type  Type   // of IsType
	Other string // of Same: a form of the same thing
}

// CorrectionKind says what a correction says.
type CorrectionKind uint8

// The kinds of correction.
const (
	IsType   CorrectionKind = iota // Name, wherever it stands, is of Type
	NotAName                       // Name names nothing
	Ignore                         // Name is never to be highlighted
	Same                           // Name and Other name one thing
)

// Correct applies corrections in their order; a later one overrules an earlier one.
// names must be in text order and is returned so. It is called after Names and Agree.
func (r *Recognizer) Correct(names []Name, doc *text.Document, corrections []Correction) []Name {
	for _, c := range corrections {
		key, tokens := PhraseKey(c.Name)
		if tokens == 0 {
			continue
		}
		switch c.Kind {
		case NotAName, Ignore:
			names = slices.DeleteFunc(names, func(n Name) bool { return r.key(n.First, n.Last) == key })
		case IsType:
			names = r.insist(names, doc, key, tokens, c.Type)
		}
	}
	return names
}

// insist makes every occurrence of a form a name of type t. A shorter name inside the
// form gives way; a longer one around it stays: the reader spoke of the form alone.
func (r *Recognizer) insist(names []Name, doc *text.Document, key uint32, tokens int, t Type) []Name {
	for _, s := range doc.Sentences {
		for i := s.First; i+tokens <= s.Last; i++ {
			if r.key(i, i+tokens) != key || !r.attrs[i].strong && !r.attrs[i].digit {
				continue
			}
			inside := false
			for _, n := range names {
				inside = inside || n.First <= i && i+tokens <= n.Last && n.Last-n.First > tokens
			}
			if inside {
				continue
			}
			names = slices.DeleteFunc(names, func(n Name) bool { return n.First < i+tokens && i < n.Last })
			names = append(names, Name{
				Span:  r.span(i, i+tokens),
				First: i, Last: i + tokens, Type: t, Confidence: 1, Corrected: true,
			})
		}
	}
	order.By(names, func(a, b Name) int { return a.Start - b.Start })
	return names
}

// uniteCorrected joins the forms that the reader said name one thing.
func (j *joiner) uniteCorrected(corrections []Correction) {
	for _, c := range corrections {
		if c.Kind != Same {
			continue
		}
		x, _ := PhraseKey(c.Name)
		y, _ := PhraseKey(c.Other)
		a, b := -1, -1
		for f := range j.forms {
			n := j.names[j.forms[f].first]
			switch j.r.key(n.First, n.Last) {
			case x:
				a = f
			case y:
				b = f
			}
		}
		if a >= 0 && b >= 0 && j.find(a) != j.find(b) {
			j.unite(a, b)
		}
	}
}
