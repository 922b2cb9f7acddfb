package dedup

import "strings"

const months = "jan feb mar apr may jun jul aug sep oct nov dec "

// parseDate reads the date of a story as seconds since 1970, UTC, or 0 where there is
// none to be read: ISO 8601, and forms with the month in letters, such as "26-FEB-1987
// 15:01" and "Nov. 3, 2026". Of a time of day only ISO's is used.
func parseDate(s string) int64 {
	var numbers []int
	month := 0
	for i := 0; i < len(s) && len(numbers) < 6; {
		j := i
		switch c := s[i]; {
		case isDigit(c):
			n := 0
			for j < len(s) && isDigit(s[j]) && j < i+9 {
				n = n*10 + int(s[j]-'0')
				j++
			}
			numbers = append(numbers, n)
		case c|32 >= 'a' && c|32 <= 'z':
			for j < len(s) && s[j]|32 >= 'a' && s[j]|32 <= 'z' {
				j++
			}
			if j-i >= 3 && month == 0 {
				if k := strings.Index(months, strings.ToLower(s[i:i+3])+" "); k >= 0 {
					month = k/4 + 1
				}
			}
		default:
			j++
		}
		i = max(j, i+1)
	}
	year, day, rest := 0, 0, []int(nil)
	switch {
	case month > 0 && len(numbers) >= 2 && numbers[0] > 31:
		year, day = numbers[0], numbers[1]
	case month > 0 && len(numbers) >= 2:
		day, year = numbers[0], numbers[1]
	case len(numbers) >= 3 && numbers[0] > 31:
		year, month, day, rest = numbers[0], numbers[1], numbers[2], numbers[3:]
	}
	if year < 1600 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31 {
		return 0
	}
	t := days(year, month, day) * 86400
	if len(rest) >= 2 && rest[0] < 24 && rest[1] < 60 {
		t += int64(rest[0])*3600 + int64(rest[1])*60
		if len(rest) > 2 && rest[2] < 61 {
			t += int64(rest[2])
		}
	}
	return t
}

// days since 1970-01-01 in the Gregorian calendar (Hinnant, "chrono-Compatible Low-Level
// Date Algorithms", days_from_civil).
func days(y, m, d int) int64 {
	if m <= 2 {
		y--
	}
	era := y / 400
	yoe := y - era*400
	doy := (153*((m+9)%12)+2)/5 + d - 1
	doe := yoe*365 + yoe/4 - yoe/100 + doy
	return int64(era)*146097 + int64(doe) - 719468
}

// civil returns the day of t in the Gregorian calendar; month is 1 to 12.
func civil(t int64) (year, month, day int) {
	z := t / 86400
	if t%86400 < 0 {
		z--
	}
	z += 719468
	era := z / 146097
	doe := z - era*146097
	yoe := (doe - doe/1460 + doe/36524 - doe/146096) / 365
	doy := doe - (365*yoe + yoe/4 - yoe/100)
	mp := (5*doy + 2) / 153
	year, month, day = int(yoe+era*400), int((mp+2)%12)+1, int(doy-(153*mp+2)/5+1)
	if month < 3 {
		year++
	}
	return year, month, day
}

// formatDay writes the day of t as a reader would: "3 Nov 2026".
func formatDay(t int64) string {
	year, month, day := civil(t)
	name := months[month*4-4 : month*4-1]
	return itoa(day) + " " + strings.ToUpper(name[:1]) + name[1:] + " " + itoa(year)
}

// FormatTime writes seconds since 1970 in the form of RFC 3339, in UTC. The year must have
// four digits. (Package time is 20 KB of the engine, compressed.)
func FormatTime(t int64) string {
	year, month, day := civil(t)
	s := (t%86400 + 86400) % 86400
	b := []byte("0000-00-00T00:00:00Z")
	for _, f := range [...]struct{ at, n, digits int }{
		{0, year, 4}, {5, month, 2}, {8, day, 2}, {11, int(s / 3600), 2}, {14, int(s / 60 % 60), 2}, {17, int(s % 60), 2},
	} {
		for i := f.digits - 1; i >= 0; i-- {
			b[f.at+i] = byte('0' + f.n%10)
			f.n /= 10
		}
	}
	return string(b)
}

// ParseTime reads a time in the form of RFC 3339 as seconds since 1970. Fractions of a
// second are dropped.
func ParseTime(s string) (t int64, ok bool) {
	const form = "0000-00-00T00:00:00"
	if len(s) <= len(form) {
		return 0, false
	}
	var n [6]int
	field := 0
	for i := range form {
		switch {
		case form[i] == '0' && isDigit(s[i]):
			n[field] = n[field]*10 + int(s[i]-'0')
		case form[i] == s[i] || form[i] == 'T' && (s[i] == 't' || s[i] == ' '):
			field++
		default:
			return 0, false
		}
	}
	if n[1] < 1 || n[1] > 12 || n[2] < 1 || n[2] > 31 || n[3] > 23 || n[4] > 59 || n[5] > 60 {
		return 0, false
	}
	if t = days(n[0], n[1], n[2]) * 86400; civilDay(t) != n[2] {
		return 0, false
	}
	t += int64(n[3])*3600 + int64(n[4])*60 + int64(n[5])
	rest := s[len(form):]
	if rest[0] == '.' {
		rest = strings.TrimLeft(rest[1:], "0123456789")
	}
	if rest == "Z" || rest == "z" {
		return t, true
	}
	if len(rest) != len("+00:00") || rest[0] != '+' && rest[0] != '-' || rest[3] != ':' {
		return 0, false
	}
	for _, i := range [...]int{1, 2, 4, 5} {
		if !isDigit(rest[i]) {
			return 0, false
		}
	}
	offset := (int64(rest[1]-'0')*10+int64(rest[2]-'0'))*3600 + (int64(rest[4]-'0')*10+int64(rest[5]-'0'))*60
	if rest[0] == '+' {
		offset = -offset
	}
	return t + offset, true
}

func civilDay(t int64) int {
	_, _, day := civil(t)
	return day
}
