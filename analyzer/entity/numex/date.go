package numex

import "strings"

// This file finds dates that name a day, a month, a year, a decade or a century.
// relative.go finds those that lean on the day of the story.

// dateAt matches a date at atom i.
func (f *finder) dateAt(i int) match {
	a := f.get(i)
	switch {
	case a.kind == figures:
		return f.longest(f.numericDate(i), f.dayFirst(i), f.decade(i, i), f.century(i), f.year(i), f.ago(i))
	case a.kind == sign: // '90s
		if s := f.text(i); (s == "'" || s == "’" || s == "‘") && f.isFigures(i+1) && f.glued(i+1) && len(f.text(i+1)) == 2 {
			return f.decade(i, i+1)
		}
		return match{}
	case a.e.month > 0 && a.upper:
		return f.monthFirst(i)
	case a.e.weekday > 0 && a.upper:
		return f.weekday(i)
	}
	return f.longest(f.midDate(i), f.fiscal(i), f.century(i), f.ago(i), f.relative(i), f.dayFirst(i))
}

func (f *finder) longest(ms ...match) match {
	best := ms[0]
	for _, m := range ms[1:] {
		if m.to-m.from > best.to-best.from {
			best = m
		}
	}
	return best
}

// date makes the match of a date whose year may be missing.
func (f *finder) date(from, to, year, month, day int) match {
	if year == 0 && f.story.known() {
		year = f.nearestYear(from, month, day)
	}
	if year > 0 && day > daysIn(year, month) {
		return match{}
	}
	return match{from, to, TypeDate, iso(year, month, day)}
}

// dayOf reads a day of the month at atom i: "3", "3rd"; to is 0 where there is none.
func (f *finder) dayOf(i int) (day, to int) {
	if !f.isFigures(i) || len(f.text(i)) > 2 {
		return 0, 0
	}
	day = digits(f.text(i))
	if day < 1 || day > 31 {
		return 0, 0
	}
	if n := f.get(i + 1); n.token == f.get(i).token && n != &nowhere {
		switch n.e.key {
		case "st", "nd", "rd", "th":
			return day, i + 2
		}
		if n.kind == letters {
			return 0, 0
		}
	}
	if f.glued(i+1) && f.get(i+1).kind == letters {
		switch f.key(i + 1) {
		case "st", "nd", "rd", "th":
			return day, i + 2
		}
		return 0, 0
	}
	return day, i + 1
}

// yearOf reads four digits as a year.
func (f *finder) yearOf(i int) int {
	if !f.isFigures(i) || len(f.text(i)) != 4 {
		return 0
	}
	if y := digits(f.text(i)); y >= 1000 && y <= 2199 {
		return y
	}
	return 0
}

// yearAfter reads ", 2022", " 2022", " of 2022", " last year" behind a day or month.
func (f *finder) yearAfter(j int) (year, to int) {
	k := j
	if f.is(k, clsComma) || f.key(k) == "of" {
		k++
	}
	if y := f.yearOf(k); y > 0 && !(f.glued(k+1) && f.get(k+1).kind == letters) && !f.measured(k) {
		return y, k + 1
	}
	if f.is(k-1, clsComma) && k > j {
		return 0, j
	}
	if f.key(k+1) == "year" {
		switch f.key(k) {
		case "last":
			return f.storyYear(-1), k + 2
		case "this":
			return f.storyYear(0), k + 2
		case "next":
			return f.storyYear(1), k + 2
		}
	}
	return 0, j
}

// storyYear returns the story's year plus n; -1 where the story has no date.
func (f *finder) storyYear(n int) int {
	if !f.story.known() {
		return -1
	}
	return f.story.Year + n
}

// measured reports figures that something else claims: "March 10 miles".
func (f *finder) measured(i int) bool {
	return f.percentAt(i).to > 0 || f.quantityAt(i).to > 0 || f.moneyByName(i).to > 0 || f.entry(i+1).scale > 0 && !f.entry(i+1).short
}

// monthFirst matches "March 3, 2022", "March 3-5", "March 2022", "June-July", "March".
func (f *finder) monthFirst(i int) match {
	month := int(f.entry(i).month)
	day, j := f.dayOf(i + 1)
	if j > 0 && !f.measured(i+1) && !(f.is(j, clsDash) && f.glued(j) && f.get(j+1).kind == letters) {
		lastDay := 0
		if f.is(j, clsDash) && f.glued(j) && f.glued(j+1) {
			if d, k := f.dayOf(j + 1); k > 0 && d > day {
				lastDay, j = d, k
			}
		}
		year, k := f.yearAfter(j)
		return f.dayMatch(i, k, year, month, day, lastDay)
	}
	if f.is(i+1, clsDash) && f.glued(i+1) && f.glued(i+2) && f.entry(i+2).month > 0 && f.get(i+2).upper {
		year, k := f.yearAfter(i + 3)
		return f.interval(f.monthMatch(i, k, year, month), f.monthMatch(i, k, year, int(f.entry(i+2).month)))
	}
	year, k := f.yearAfter(i + 1)
	if year != 0 && !f.isPerson(i) {
		return f.monthMatch(i, k, year, month)
	}
	if year == 0 && f.bareMonth(i) {
		return f.monthMatch(i, i+1, 0, month)
	}
	return match{}
}

// dayMatch makes the match of a day, or of days to lastDay, in a year that may be 0
// (not said) or -1 (said, but unknown).
func (f *finder) dayMatch(from, to, year, month, day, lastDay int) match {
	m := f.date(from, to, year, month, day)
	if year < 0 {
		m = match{from, to, TypeDate, iso(0, month, day)}
	}
	if lastDay > 0 {
		n := f.date(from, to, year, month, lastDay)
		if year < 0 {
			n.value = iso(0, month, lastDay)
		}
		return f.interval(m, n)
	}
	return m
}

// monthMatch makes the match of a month.
func (f *finder) monthMatch(from, to, year, month int) match {
	if year < 0 {
		return match{from, to, TypeDate, iso(0, month, 0)}
	}
	return f.date(from, to, year, month, 0)
}

// interval joins two values of one match.
func (f *finder) interval(a, b match) match {
	if a.to == 0 || b.to == 0 {
		return match{}
	}
	a.value += "/" + b.value
	return a
}

// isPerson reports a first name before a month that is a surname: "Theresa May 2016".
func (f *finder) isPerson(i int) bool {
	p := f.get(i - 1)
	return f.key(i) == "may" && p.kind == letters && p.upper && p.e == &noEntry && i > 1
}

// bareMonth decides whether a month's name alone is the month.
func (f *finder) bareMonth(i int) bool {
	e, n := f.entry(i), f.get(i+1)
	if f.glued(i+1) && f.is(i+1, clsDash) || f.glued(i) && i > 0 && f.is(i-1, clsDash) {
		return false
	}
	if n.kind == letters && n.upper && n.gap && n.e.weekday == 0 {
		return false // "October Revolution", "April Jones"
	}
	p := f.get(i - 1)
	switch p.e.key {
	case "in", "since", "until", "till", "by", "from", "last", "next", "this", "early", "late", "mid", "during", "between", "through", "before", "after":
		return true
	case "of", "for", "to", "and", "or", "on":
		return e.key != "may" && e.key != "march" && e.key != "april" && e.key != "june" && e.key != "august" && !e.short ||
			p.e.key != "for" && p.e.key != "to" && p.e.key != "on" && f.entry(i-2).month > 0 || p.e.key == "of" && !e.short && f.entry(i-2).key != ""
	}
	if p.kind == letters && p.upper && (i > 1 || p.e.key == "black") {
		return false // "Black September"
	}
	switch e.key {
	case "january", "february", "july", "september", "october", "november", "december":
		return true
	}
	return false
}

// dayFirst matches "3 March 2022", "the 3rd of March", "5-6 May", "third of March".
func (f *finder) dayFirst(i int) match {
	day, j := f.dayOf(i)
	if o := f.entry(i).ordinal; j == 0 && o > 0 && f.key(i+1) == "of" {
		day, j = int(o), i+1
	}
	if j == 0 {
		return match{}
	}
	lastDay := 0
	if f.is(j, clsDash) && f.glued(j) == f.glued(j+1) || f.key(j) == "and" || f.key(j) == "to" {
		if d, k := f.dayOf(j + 1); k > 0 && d > day {
			lastDay, j = d, k
		}
	}
	if f.key(j) == "of" {
		j++
	}
	if f.is(j, clsDash) && f.glued(j) && f.glued(j+1) { // 03-Nov-2025
		if e := f.entry(j + 1); e.month > 0 && f.is(j+2, clsDash) && f.yearOf(j+3) > 0 {
			return f.dayMatch(i, j+4, f.yearOf(j+3), int(e.month), day, 0)
		}
	}
	e := f.entry(j)
	if e.month == 0 || !f.get(j).upper {
		return match{}
	}
	if e.key == "may" && !f.get(j).gap {
		return match{}
	}
	year, k := f.yearAfter(j + 1)
	return f.dayMatch(i, k, year, int(e.month), day, lastDay)
}

// numericDate matches 2025-11-03, 03/11/2025, 3.11.2025 and 04/09/87.
func (f *finder) numericDate(i int) match {
	s := f.text(i)
	if y := f.yearOf(i); y > 0 && f.is(i+1, clsDash) && f.is(i+3, clsDash) && f.glued(i+1) && f.glued(i+2) && f.glued(i+3) && f.glued(i+4) {
		d := Date{y, twoDigits(f, i+2), twoDigits(f, i+4)}
		if d.valid() {
			return match{i, i + 5, TypeDate, d.iso()}
		}
		return match{}
	}
	for _, sep := range [...]string{"/", "."} {
		p := strings.Split(s, sep)
		if len(p) != 3 || len(p[0]) > 2 || len(p[1]) > 2 || len(p[2]) != 4 && (len(p[2]) != 2 || sep == "." || len(p[1]) != 2) {
			continue
		}
		y := digits(p[2])
		if len(p[2]) == 2 {
			if y += 1900; y < 1950 {
				y += 100
			}
		}
		return f.dayMonth(i, digits(p[0]), digits(p[1]), y)
	}
	return match{}
}

// twoDigits reads a two-digit atom.
func twoDigits(f *finder, i int) int {
	if !f.isFigures(i) || len(f.text(i)) != 2 {
		return 0
	}
	return digits(f.text(i))
}

// dayMonth decides which of a and b is the day: as only one order can be right, else
// as is closer to the story, else the day first, as most of the world writes.
func (f *finder) dayMonth(i, a, b, year int) match {
	first, second := Date{year, b, a}, Date{year, a, b}
	switch {
	case year < 1500 || year > 2199 || !first.valid() && !second.valid():
		return match{}
	case !first.valid():
		first = second
	case second.valid() && f.story.known() && abs(second.number()-f.story.number()) < abs(first.number()-f.story.number()):
		first = second
	}
	return match{i, i + 1, TypeDate, first.iso()}
}

func abs(n int) int { return max(n, -n) }
