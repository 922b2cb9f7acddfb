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

// formatDay writes the day of t as a reader would: "3 Nov 2026".
func formatDay(t int64) string {
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
	month := (mp + 2) % 12
	year := yoe + era*400
	if month < 2 {
		year++
	}
	name := months[month*4 : month*4+3]
	return itoa(int(doy-(153*mp+2)/5+1)) + " " + strings.ToUpper(name[:1]) + name[1:] + " " + itoa(int(year))
}
