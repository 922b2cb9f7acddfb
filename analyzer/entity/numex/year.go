package numex

import "strings"

// This file finds quarters, years, decades and centuries.

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
	return match{i, j + 1, TypeDate, string([]byte{byte('0' + (n-1)/10), byte('0' + (n-1)%10)}) + "XX"} // ISO 8601-2
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
	case "in", "since", "by", "of", "from", "until", "till", "through", "throughout", "during", "before", "after", "for", "early", "late", "mid", "between", "year", "summer", "spring", "autumn", "winter":
	case "and", "to":
		if f.yearOf(i-2) == 0 {
			return match{}
		}
	case "the", "a":
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
