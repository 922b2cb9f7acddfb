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

// decade matches "1990s" and "'90s": figures at atom j, the match begins at i.
func (f *finder) decade(i, j int) match {
	s := f.text(j)
	if f.key(j+1) != "s" || f.get(j+1).token != f.get(j).token && !f.glued(j+1) {
		return match{}
	}
	n := digits(s)
	switch {
	case len(s) == 4 && n%10 == 0 && n >= 1000 && n < 2100:
	case len(s) == 2 && n%10 == 0 && n >= 20 && (i < j || f.theDecade(i)):
		n += 1900
	default:
		return match{}
	}
	if n%100 == 0 && len(s) == 4 && n < 2000 { // "the 1800s"
		return match{i, j + 2, TypeDate, iso(n, 0, 0)[:2] + "XX"}
	}
	return match{i, j + 2, TypeDate, iso(n, 0, 0)[:3] + "X"}
}

// theDecade reports "the", "the early" or "the late" before "90s".
func (f *finder) theDecade(i int) bool {
	if k := f.key(i - 1); k == "early" || k == "late" || k == "mid" {
		i--
	}
	return f.key(i-1) == "the"
}

// century matches "19th century", "twentieth-century".
func (f *finder) century(i int) match {
	n, j := int(f.entry(i).ordinal), i+1
	if n == 0 {
		if !f.isFigures(i) || len(f.text(i)) > 2 {
			return match{}
		}
		n = digits(f.text(i))
		switch f.key(j) {
		case "st", "nd", "rd", "th":
			j++
		default:
			return match{}
		}
	}
	j = f.hyphen(j)
	if f.key(j) != "century" || n < 1 || n > 21 {
		return match{}
	}
	return match{i, j + 1, TypeDate, iso((n-1)*100, 0, 0)[:2] + "XX"}
}

// midDate matches "mid-1990s", "mid-May", "late-2021".
func (f *finder) midDate(i int) match {
	switch f.key(i) {
	case "mid", "early", "late":
	default:
		return match{}
	}
	if !f.is(i+1, clsDash) || !f.glued(i+1) || !f.glued(i+2) {
		return match{}
	}
	var m match
	switch {
	case f.isFigures(i + 2):
		if m = f.decade(i+2, i+2); m.to == 0 {
			if y := f.yearOf(i + 2); y >= 1500 && y < 2100 {
				m = match{i, i + 3, TypeDate, iso(y, 0, 0)}
			}
		}
	case f.entry(i+2).month > 0 && f.get(i+2).upper:
		if m = f.monthFirst(i + 2); m.to == 0 {
			m = f.monthMatch(i, i+3, 0, int(f.entry(i+2).month))
		}
	}
	m.from = i
	return m
}

// fiscal matches "fiscal 2022", "financial year 2021-22", "FY2023", "Q3 2022",
// "third quarter of 2022", "first half of 2022".
func (f *finder) fiscal(i int) match {
	j := i + 1
	switch key := f.key(i); key {
	case "fiscal", "financial", "fy":
		if f.key(j) == "year" {
			j++
		}
		if y, to, value := f.years(j); y > 0 {
			return match{i, to, TypeDate, value}
		}
		return match{}
	case "q", "h":
		if f.text(i) != strings.ToUpper(f.text(i)) || !f.isFigures(j) || !f.glued(j) || len(f.text(j)) != 1 {
			return match{}
		}
		n := digits(f.text(j))
		if n < 1 || key == "q" && n > 4 || key == "h" && n > 2 {
			return match{}
		}
		return f.part(i, j+1, strings.ToUpper(key), n, key == "q")
	}
	n := int(f.entry(i).ordinal)
	if n < 1 || n > 4 {
		return match{}
	}
	j = f.hyphen(j)
	switch f.key(j) {
	case "quarter":
		return f.part(i, j+1, "Q", n, true)
	case "half":
		if n > 2 {
			return match{}
		}
		return f.part(i, j+1, "H", n, false)
	}
	return match{}
}

// part makes the match of a quarter or half; alone says whether it needs no year.
func (f *finder) part(i, j int, letter string, n int, alone bool) match {
	k := j
	switch f.key(k) {
	case "of", "fiscal", "fy":
		k++
		if f.key(k) == "fiscal" {
			k++
		}
	}
	if y := f.yearOf(k); y > 0 {
		return match{i, k + 1, TypeDate, iso(y, 0, 0) + "-" + letter + string(rune('0'+n))}
	}
	if year, to := f.yearAfter(j); year != 0 && to > j {
		value := ""
		if year > 0 {
			value = iso(year, 0, 0) + "-" + letter + string(rune('0'+n))
		}
		return match{i, to, TypeDate, value}
	}
	if !alone {
		return match{}
	}
	// "the fourth quarter" of a match is nothing we can date
	return match{i, j, TypeDate, ""}
}

// years reads "2022", "2021-22", "2021-2022", "2021/22" at atom i.
func (f *finder) years(i int) (year, to int, value string) {
	if !f.isFigures(i) {
		return 0, 0, ""
	}
	s := f.text(i)
	if at := strings.IndexByte(s, '/'); at == 4 && (len(s) == 7 || len(s) == 9) {
		if y := digits(s[:4]); y >= 1900 && y < 2100 {
			if z := endYear(y, digits(s[5:]), len(s)-5); z == y+1 {
				return y, i + 1, iso(y, 0, 0) + "/" + iso(z, 0, 0)
			}
		}
		return 0, 0, ""
	}
	y := f.yearOf(i)
	if y < 1500 || y > 2150 {
		return 0, 0, ""
	}
	if f.is(i+1, clsDash) && f.glued(i+1) && f.glued(i+2) && f.isFigures(i+2) {
		t := f.text(i + 2)
		if z := endYear(y, digits(t), len(t)); z > y && z < 2150 && (len(t) == 4 || y >= 1700) && !(f.is(i+3, clsDash) && f.glued(i+3)) {
			return y, i + 3, iso(y, 0, 0) + "/" + iso(z, 0, 0)
		}
		return 0, 0, ""
	}
	return y, i + 1, iso(y, 0, 0)
}

// endYear completes the second year of a range: 45 behind 1939 is 1945.
func endYear(y, z, width int) int {
	switch width {
	case 4:
		return z
	case 2:
		return y/100*100 + z
	}
	return 0
}

// year matches a year or a range of years where the words around say that it is one.
func (f *finder) year(i int) match {
	y, to, value := f.years(i)
	if y == 0 || f.glued(to) && f.get(to).kind != sign || f.is(to, clsDash) && f.glued(to) && f.isFigures(to+1) {
		return match{}
	}
	if f.is(to, clsCurrency) || f.is(to, clsPercent) || f.is(to, clsDegree) {
		return match{}
	}
	m := match{i, to, TypeDate, value}
	if to > i+1 || len(f.text(i)) > 4 { // a range speaks for itself
		if y >= 1700 {
			return m
		}
		return match{}
	}
	p, n := f.get(i-1), f.get(to)
	if i > 0 && f.text(i-1) == "(" && to < len(f.atoms) && f.text(to) == ")" {
		return m
	}
	switch p.e.key {
	case "in", "since", "by", "of", "from", "until", "till", "through", "during", "before", "after", "for", "early", "late", "mid", "between", "year", "summer", "spring", "autumn", "winter":
	case "and", "to":
		if f.yearOf(i-2) == 0 {
			return match{}
		}
	case "the":
		if n.kind != letters || n.upper || f.is(to, clsDash) {
			return match{}
		}
	default:
		return match{}
	}
	if f.measured(i) || y%50 == 0 && n.kind == letters && n.gap && n.e.key == "" && !n.upper {
		return match{}
	}
	return m
}
