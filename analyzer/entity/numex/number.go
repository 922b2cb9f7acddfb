package numex

import "strconv"

// This file reads numbers: figures, number words and the scales behind them.

// decimal is m x 10^e, exact.
type decimal struct {
	m uint64
	e int
}

// append writes d without an exponent.
func (d decimal) append(b []byte) []byte {
	for d.m != 0 && d.m%10 == 0 && d.e < 0 {
		d.m, d.e = d.m/10, d.e+1
	}
	digits := strconv.AppendUint(nil, d.m, 10)
	if d.m == 0 || d.e >= 0 {
		b = append(b, digits...)
		for i := 0; i < d.e && d.m != 0; i++ {
			b = append(b, '0')
		}
		return b
	}
	for len(digits) <= -d.e {
		digits = append([]byte{'0'}, digits...)
	}
	point := len(digits) + d.e
	b = append(b, digits[:point]...)
	b = append(b, '.')
	return append(b, digits[point:]...)
}

// amount is a number or a range of numbers in the text.
type amount struct {
	lo, hi decimal
	ranged bool
	minus  bool
	words  bool // spelled out
	scaled bool // with "million" or its like
	letter bool // the scale was one letter glued to the figures: "5m"
	to     int  // the atom behind it
}

// append writes the amount, "10" or "10-15".
func (a *amount) append(b []byte) []byte {
	if a.minus {
		b = append(b, '-')
	}
	b = a.lo.append(b)
	if a.ranged {
		b = a.hi.append(append(b, '-'))
	}
	return b
}

// amountAt reads an amount at atom i; to is 0 where there is none.
func (f *finder) amountAt(i int) amount {
	a := f.numberAt(i)
	if a.to == 0 {
		return a
	}
	// A range: "10-15", "10–15", "3 to 5 million", "between 10 and 15".
	j := a.to
	switch {
	case f.is(j, clsDash) && f.glued(j) == f.glued(j+1) && !a.words:
		j++
	case f.key(j) == "to", f.key(j) == "and" && f.get(i-1).isText(f, "between"):
		j++
	default:
		return a
	}
	second := f.numberAt(j)
	if second.to == 0 || second.minus || f.is(j-1, clsDash) && second.words {
		return a
	}
	first := a
	a.hi, a.ranged, a.to = second.lo, true, second.to
	if second.scaled && !first.scaled {
		a.scaled, a.letter = true, second.letter
		a.lo.e += second.scale()
	}
	if less(a.hi, a.lo) {
		return first
	}
	return a
}

// isText compares an atom's text without regard to the case of its first letter.
func (a *atom) isText(f *finder, word string) bool {
	s := f.s[a.start:a.end]
	return len(s) == len(word) && (s[0]|0x20) == word[0] && s[1:] == word[1:]
}

// scale returns the power of ten that the scale words gave the number: kept in
// hi.e, which a single number does not use.
func (a *amount) scale() int { return a.hi.e }

// less compares by magnitude.
func less(a, b decimal) bool {
	for a.e > b.e {
		if a.m > 1<<59 {
			return false
		}
		a.m, a.e = a.m*10, a.e-1
	}
	for b.e > a.e {
		if b.m > 1<<59 {
			return true
		}
		b.m, b.e = b.m*10, b.e-1
	}
	return a.m < b.m
}

// numberAt reads one number with its sign and scale.
func (f *finder) numberAt(i int) amount {
	var a amount
	if f.is(i, clsDash) && f.glued(i+1) && f.isFigures(i+1) && f.get(i).gap && f.get(i).end-f.get(i).start < 4 || f.key(i) == "minus" {
		a.minus = true
		i++
	}
	switch {
	case f.isFigures(i):
		d, ok := parseDecimal(f.text(i))
		if !ok {
			return amount{}
		}
		a.lo, a.to = d, i+1
		// "R1 500", "10 000 people": groups of three behind a space
		for f.groupOfThree(a.to) && d.e == 0 && a.lo.m < 1e12 && len(f.text(i)) <= 3 {
			g, _ := parseDecimal(f.text(a.to))
			a.lo.m = a.lo.m*1000 + g.m
			a.to++
		}
	default:
		n, to := f.spelled(i)
		if to == 0 {
			return amount{}
		}
		a.lo, a.to, a.words = decimal{n, 0}, to, true
	}
	if f.key(a.to) == "and" && f.key(a.to+1) == "a" && f.key(a.to+2) == "half" { // "one and a half million"
		a.lo = decimal{a.lo.m*10 + 5, a.lo.e - 1}
		a.to += 3
	}
	f.scaleAt(&a)
	return a
}

// groupOfThree reports whether atom i is three digits behind one space, of a number
// written with spaces.
func (f *finder) groupOfThree(i int) bool {
	if !f.isFigures(i) || f.glued(i) || len(f.text(i)) != 3 {
		return false
	}
	s := f.text(i)
	return isDigit(s[0]) && isDigit(s[1]) && isDigit(s[2])
}

// scaleAt takes "million", "lakh crore", "bn", "m" behind a number.
func (f *finder) scaleAt(a *amount) {
	for {
		j := f.hyphen(a.to)
		e := f.entry(j)
		if e.scale == 0 || e.scale == 2 && !a.words {
			return
		}
		if e.short { // one letter: glued to figures, and not "5M-" of a name
			if a.words || a.scaled || !f.glued(j) || j != a.to || f.get(j).token == f.get(j-1).token && f.get(j+1).token == f.get(j).token && !f.is(j+1, clsDash) {
				return
			}
			a.letter = true
		}
		if a.lo.e > 24 {
			return
		}
		a.lo.e += int(e.scale)
		a.hi.e += int(e.scale)
		a.scaled = true
		a.to = j + 1
	}
}

// parseDecimal reads "1,250.75", "3½", "21".
func parseDecimal(s string) (decimal, bool) {
	var d decimal
	point, group := false, -1 // digits since the last comma
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case isDigit(c):
			if d.m > 1e16 {
				return d, false
			}
			d.m = d.m*10 + uint64(c-'0')
			if point {
				d.e--
			}
			if group >= 0 {
				group++
			}
		case c == ',' && !point && (group < 0 || group == 3 || group == 2):
			group = 0
		case c == '.' && !point && (group < 0 || group == 3):
			point, group = true, -1
		case i+1 < len(s) && c == 0xc2 && i+2 == len(s):
			switch s[i+1] {
			case 0xbd:
				return decimal{d.m*10 + 5, d.e - 1}, !point
			case 0xbc:
				return decimal{d.m*100 + 25, d.e - 2}, !point
			case 0xbe:
				return decimal{d.m*100 + 75, d.e - 2}, !point
			}
			return d, false
		default:
			return d, false
		}
	}
	return d, group < 0 || group == 3
}

// spelled reads number words: "thirty-nine", "two hundred and fifty", "a", "half a"
// (before a scale). to is 0 where there are none.
func (f *finder) spelled(i int) (n uint64, to int) {
	switch f.key(i) {
	case "a", "an":
		if s := f.entry(i + 1).scale; s >= 2 && !f.entry(i+1).short {
			if s == 2 {
				return 100, i + 2
			}
			return 1, i + 1
		}
		return 0, 0
	}
	j := i
	for {
		k := j
		if j > i {
			k = f.hyphen(j)
			if f.key(k) == "and" && n >= 100 && f.entry(k+1).number > 0 {
				k++
			}
		}
		e := f.entry(k)
		switch {
		case e.number > 0 && (n%100 == 0 || n%10 == 0 && n%100 >= 20 && e.number < 10):
			if j > i && n < 100 && !(n >= 20 && e.number < 10) {
				return n, j
			}
			n += uint64(e.number)
		case e.scale == 2 && n > 0 && n < 100:
			n *= 100
		default:
			if j == i {
				return 0, 0
			}
			return n, j
		}
		j = k + 1
	}
}
