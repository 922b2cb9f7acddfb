package numex

// This file counts days. Package time would bring more than it is worth here.

// Date is a day of the Gregorian calendar. The zero Date is no day.
type Date struct{ Year, Month, Day int }

// ParseDate reads "2026-11-24", alone or at the start of an RFC 3339 time stamp. It
// returns the zero Date where s is neither.
func ParseDate(s string) Date {
	if len(s) < 10 || s[4] != '-' || s[7] != '-' || len(s) > 10 && s[10] != 'T' && s[10] != 't' && s[10] != ' ' {
		return Date{}
	}
	d := Date{digits(s[:4]), digits(s[5:7]), digits(s[8:10])}
	if !d.valid() {
		return Date{}
	}
	return d
}

// digits reads a string of decimal digits; -1 where it is not one.
func digits(s string) int {
	n := 0
	for i := 0; i < len(s); i++ {
		if !isDigit(s[i]) || n > 1<<24 {
			return -1
		}
		n = n*10 + int(s[i]-'0')
	}
	if s == "" {
		return -1
	}
	return n
}

// known reports a day that is not the zero Date.
func (d Date) known() bool { return d.Month > 0 }

// valid reports a day that exists.
func (d Date) valid() bool {
	return d.Year > 0 && d.Month >= 1 && d.Month <= 12 && d.Day >= 1 && d.Day <= daysIn(d.Year, d.Month)
}

// daysIn returns the length of a month; February has 29 where the year is not known.
func daysIn(year, month int) int {
	switch month {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if year == 0 || year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}

// number counts days from 1 March of the year 0 (the "days from civil" method).
func (d Date) number() int {
	y, m := d.Year, d.Month
	if m < 3 {
		y, m = y-1, m+12
	}
	return 365*y + y/4 - y/100 + y/400 + (153*(m-3)+2)/5 + d.Day - 1
}

// fromNumber is the reverse of number.
func fromNumber(n int) Date {
	era := n / 146097
	doe := n - era*146097
	yoe := (doe - doe/1460 + doe/36524 - doe/146096) / 365
	doy := doe - (365*yoe + yoe/4 - yoe/100)
	mp := (5*doy + 2) / 153
	d := Date{yoe + era*400, mp + 3, doy - (153*mp+2)/5 + 1}
	if d.Month > 12 {
		d.Year, d.Month = d.Year+1, d.Month-12
	}
	return d
}

// add returns the day n days later.
func (d Date) add(n int) Date { return fromNumber(d.number() + n) }

// addMonths returns the year and month n months later.
func (d Date) addMonths(n int) (year, month int) {
	m := d.Year*12 + d.Month - 1 + n
	return m / 12, m%12 + 1
}

// weekday returns 1 for Monday to 7 for Sunday.
func (d Date) weekday() int { return (d.number()+2)%7 + 1 }

// week returns the ISO 8601 year and week of the day.
func (d Date) week() (year, week int) {
	thursday := d.add(4 - d.weekday())
	first := Date{thursday.Year, 1, 1}
	return thursday.Year, (thursday.number()-first.number())/7 + 1
}

// iso writes a date of which the year, or the parts from the right, may be 0.
func iso(year, month, day int) string {
	b := make([]byte, 0, 10)
	if year > 0 {
		b = append(b, byte('0'+year/1000%10), byte('0'+year/100%10), byte('0'+year/10%10), byte('0'+year%10))
	} else if month > 0 {
		b = append(b, '-')
	}
	for _, n := range [...]int{month, day} {
		if n == 0 {
			break
		}
		b = append(b, '-', byte('0'+n/10), byte('0'+n%10))
	}
	return string(b)
}

// iso writes a whole date.
func (d Date) iso() string { return iso(d.Year, d.Month, d.Day) }
