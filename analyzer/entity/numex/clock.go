package numex

import (
	"strings"

	"slugline/analyzer/text"
)

// This file finds times of day.

// timeAt matches a time at atom i.
func (f *finder) timeAt(i int) match {
	switch f.key(i) {
	case "noon", "midnight":
		if f.get(i).upper && i > 0 {
			return match{}
		}
		if f.get(i).upper && f.get(i+1).upper { // "Midnight Express"
			return match{}
		}
		value := "T12:00"
		if f.key(i) == "midnight" {
			value = "T00:00"
		}
		return f.zoned(i, i+1, value)
	}
	if !f.isFigures(i) {
		return match{}
	}
	hour, minute, form := clock(f.text(i))
	if form == 0 {
		return match{}
	}
	j := i + 1
	// "9-11 a.m."
	if form == hourOnly && f.is(j, clsDash) && f.glued(j) && f.glued(j+1) && f.isFigures(j+1) {
		h2, m2, form2 := clock(f.text(j + 1))
		half := f.key(j + 2)
		if form2 != 0 && (half == "am" || half == "pm") && hour >= 1 && hour <= 12 && h2 >= 1 && h2 <= 12 {
			h2 = to24(h2, half)
			if hour = to24(hour, half); hour > h2 {
				hour -= 12
			}
			return f.zoned(i, j+3, clockValue(max(hour, 0), minute)+"/"+clockValue(h2, m2))
		}
	}
	switch half := f.key(j); half {
	case "am", "pm":
		if hour < 1 || hour > 12 || form == fourDigits {
			if form == fourDigits || hour > 23 {
				return match{}
			}
			return f.zoned(i, j+1, clockValue(hour, minute)) // "17:00 pm"
		}
		return f.zoned(i, j+1, clockValue(to24(hour, half), minute))
	case "noon", "midnight":
		if form == hourOnly && hour == 12 {
			return f.zoned(i, j+1, clockValue(to24(12, map12(half)), 0))
		}
	case "o'clock", "oclock":
		if form == hourOnly && hour <= 12 {
			return f.zoned(i, j+1, clockValue(hour, 0))
		}
	case "hrs", "hours", "h":
		if form == fourDigits || form == colon {
			return f.zoned(i, j+1, clockValue(hour, minute))
		}
	}
	if isZone(f.key(j)) && f.zoneCapital(j) && (form == fourDigits || form == colon) {
		return f.zoned(i, j, clockValue(hour, minute))
	}
	if form == colon && f.timeContext(i) {
		return f.zoned(i, j, clockValue(hour, minute))
	}
	return match{}
}

// map12 says which half of the day "12 noon" and "12 midnight" mean.
func map12(w string) string {
	if w == "noon" {
		return "pm"
	}
	return "am"
}

// The forms of a time's figures.
const (
	hourOnly   = iota + 1 // 5
	colon                 // 10:15
	dot                   // 10.15
	fourDigits            // 1430
)

// clock reads figures as a time; form is 0 where they are none.
func clock(s string) (hour, minute, form int) {
	if at := strings.IndexAny(s, ":."); at > 0 {
		hour, minute = digits(s[:at]), digits(s[at+1:])
		if at > 2 || len(s)-at != 3 || hour < 0 || hour > 24 || minute < 0 || minute > 59 {
			return 0, 0, 0
		}
		if s[at] == ':' {
			return hour % 24, minute, colon
		}
		return hour % 24, minute, dot
	}
	n := digits(s)
	switch {
	case n < 0:
		return 0, 0, 0
	case len(s) <= 2 && n <= 24:
		return n, 0, hourOnly
	case len(s) == 4 && n/100 < 24 && n%100 < 60:
		return n / 100, n % 100, fourDigits
	}
	return 0, 0, 0
}

// to24 turns an hour of the morning or afternoon into one of 24.
func to24(hour int, half string) int {
	hour %= 12
	if half == "pm" {
		hour += 12
	}
	return hour
}

func clockValue(hour, minute int) string {
	return string([]byte{'T', byte('0' + hour/10), byte('0' + hour%10), ':', byte('0' + minute/10), byte('0' + minute%10)})
}

// timeContext reports a word before bare figures that makes them a time.
func (f *finder) timeContext(i int) bool {
	switch f.key(i - 1) {
	case "at", "by", "until", "till", "from", "around", "about", "before", "after", "since":
		return true
	}
	return false
}

// isZone names time zones.
func isZone(key string) bool {
	return text.List("aedt|aest|bst|cat|cdt|cest|cet|cst|ct|eat|edt|est|et|gmt|gst|hkt|ist|jst|msk|pdt|pkt|pst|pt|sast|sgt|utc|wat").Has(key)
}

// zoneCapital reports a zone written in capitals.
func (f *finder) zoneCapital(i int) bool { return f.text(i) == strings.ToUpper(f.text(i)) }

// zoned adds the zone behind a time.
func (f *finder) zoned(from, to int, value string) match {
	switch {
	case isZone(f.key(to)) && f.zoneCapital(to):
		if k := f.key(to); k == "gmt" || k == "utc" {
			value = strings.ReplaceAll(value, "/", "Z/") + "Z"
		}
		to++
	case f.key(to) == "local" && f.key(to+1) == "time":
		to += 2
	}
	return match{from, to, TypeTime, value}
}
