// Package numex finds dates, times, amounts of money, percentages and quantities,
// and says what each is worth in a form that programs can compare.
//
// It reads tokens, cut once more into atoms (a run of digits, a run of letters, one
// sign), so that "Rs500", "25-mile" and "4.5 bn" are matched alike. Five small
// matchers, one a type, are tried where a figure, a currency sign or a calendar word
// stands; the longest match wins. There is no grammar beyond that, and no regular
// expression. What is not certain stays unmarked: a bare number is a year only
// behind a word such as "in", "May" is a month only where the words around say so.
//
// Left out on purpose: counts ("39 people"), durations ("three years"), ages, scores,
// phone and page numbers, and holidays, which are events.
package numex

import "slugline/analyzer/text"

// The types of expression.
const (
	TypeDate     = "date"
	TypeTime     = "time"
	TypeMoney    = "money"
	TypePercent  = "percent"
	TypeQuantity = "quantity"
)

// Expression is a date, a time, an amount of money, a percentage or a quantity.
type Expression struct {
	text.Span          // bytes of Document.Source; may end inside a token: "$5" of "$5-a-day"
	First, Last int    // tokens [First, Last) that it touches
	Type        string // one of the Type constants
	// Value is the meaning, "" where it cannot be known:
	//   date      ISO 8601: 2026-11-24, 2026-11, 2026, 2026-W47, 2021/2022; by its
	//             extension EDTF 199X (the 1990s) and 18XX (the 19th century); 2022-Q3;
	//             --11-24 and --11 where the year is not known
	//   time      T17:00, with Z where it is GMT; T09:00/T11:00
	//   money     ISO 4217 code and amount: USD 4500000000; USD 4000000-5000000
	//   percent   39 %; 10-15 %
	//   quantity  amount and unit: 473000 t; 37 °C
	Value string
}

// finder matches the expressions of one block after another.
type finder struct {
	doc   *text.Document
	s     string
	story Date
	atoms []atom
	hints currencyHints
}

// Find appends the expressions of the document to dst, in text order and without
// overlap. Relative and incomplete dates are resolved against storyDate, the day the
// story was published; the zero Date leaves them unresolved.
func Find(dst []Expression, doc *text.Document, storyDate Date) []Expression {
	f := finder{doc: doc, s: doc.Source, story: storyDate}
	for i := range doc.Blocks {
		b := &doc.Blocks[i]
		f.atomise(b.First, b.Last)
		dst = f.block(dst)
	}
	return dst
}

// match is what a matcher found: atoms [from, to).
type match struct {
	from, to int
	typ      string
	value    string
}

// block appends the expressions of the atoms.
func (f *finder) block(dst []Expression) []Expression {
	for i := 0; i < len(f.atoms); {
		m := f.at(i)
		if m.to <= i || !f.endsWell(m.to) {
			i++
			continue
		}
		first, last := &f.atoms[m.from], &f.atoms[m.to-1]
		dst = append(dst, Expression{
			Span:  text.Span{Start: first.start, End: last.end},
			First: first.token, Last: last.token + 1,
			Type: m.typ, Value: m.value,
		})
		i = m.to
	}
	return dst
}

// at returns the longest match that begins at atom i; on a tie the first in the
// order date, time, money, percent, quantity.
func (f *finder) at(i int) match {
	a := &f.atoms[i]
	var best match
	take := func(m match) {
		if m.to-m.from > best.to-best.from {
			best = m
		}
	}
	switch {
	case a.class == clsCurrency:
		take(f.moneyAt(i))
	case a.kind == sign:
		if !f.isFigures(i+1) || !f.glued(i+1) || !f.startsWell(i) {
			return best
		}
		if a.class != clsDash { // '90s
			take(f.dateAt(i))
			return best
		}
		take(f.percentAt(i))
		take(f.quantityAt(i))
	case a.kind == letters && !a.e.opens:
		if f.is(i+1, clsCurrency) && f.glued(i+1) && f.startsWell(i) { // "HK$"
			take(f.moneyBySign(i))
		}
	case (a.e.key == "a" || a.e.key == "an") && f.entry(i+1).scale == 0 && f.key(i+2) != "ago" && !f.is(i+1, clsCurrency):
	case f.startsWell(i):
		take(f.dateAt(i))
		take(f.timeAt(i))
		take(f.moneyAt(i))
		take(f.percentAt(i))
		take(f.quantityAt(i))
	}
	return best
}

// startsWell reports whether an expression may begin at atom i: not in the middle
// of a word, and not behind a hyphen or slash that ties it to one.
func (f *finder) startsWell(i int) bool {
	a := &f.atoms[i]
	if i == 0 || a.gap {
		return true
	}
	p := &f.atoms[i-1]
	if p.token == a.token {
		return false
	}
	if p.kind == sign && (p.class == clsDash || p.class == clsSlash) {
		// "2-1", "F-16": but "– 5 %" with a space before the dash is fine
		return p.gap || i == 1 || p.class == clsDash && p.end-p.start > 1
	}
	return p.kind == sign
}

// endsWell reports whether an expression may end before atom i: at the end of a
// token, or before a hyphen.
func (f *finder) endsWell(i int) bool {
	if i >= len(f.atoms) {
		return true
	}
	a, p := &f.atoms[i], &f.atoms[i-1]
	return a.token != p.token || a.class == clsDash
}
