package numex

// This file finds percentages and quantities: an amount and what it counts.

// percentAt matches "39%", "39 per cent", "39 percentage points", "thirty-nine percent".
func (f *finder) percentAt(i int) match {
	a := f.amountAt(i)
	if a.to == 0 {
		return match{}
	}
	// "10%-15%"
	if !a.ranged && f.is(a.to, clsPercent) && f.is(a.to+1, clsDash) && f.glued(a.to+1) {
		if b := f.amountAt(a.to + 2); b.to > 0 && !b.ranged && f.is(b.to, clsPercent) && less(a.lo, b.lo) {
			a.hi, a.ranged, a.to = b.lo, true, b.to
		}
	}
	to := f.percentSign(a.to)
	if to == 0 {
		return match{}
	}
	return match{i, to, TypePercent, string(append(a.append(nil), " %"...))}
}

// percentSign returns the atom behind "%", "percent", "per cent", "percentage points"
// at j, 0 where there is none.
func (f *finder) percentSign(j int) int {
	if f.is(j, clsPercent) {
		return f.points(j + 1)
	}
	j = f.hyphen(j)
	switch f.key(j) {
	case "percent", "pct", "percentage":
		if f.key(j) == "percentage" && f.points(j+1) == j+1 {
			return 0
		}
		return f.points(j + 1)
	case "per":
		if f.key(f.hyphen(j+1)) == "cent" {
			return f.points(f.hyphen(j+1) + 1)
		}
	}
	return 0
}

// points steps over "points".
func (f *finder) points(j int) int {
	k := f.hyphen(j)
	if w := f.key(k); w == "point" || w == "points" {
		return k + 1
	}
	return j
}

// quantityAt matches "473,000 tons", "25-mile", "37 °C", "magnitude 5.9".
func (f *finder) quantityAt(i int) match {
	if f.key(i) == "magnitude" { // "magnitude 5.9", "magnitude-5.9"
		j := f.hyphen(i + 1)
		if f.isFigures(j) {
			if d, ok := parseDecimal(f.text(j)); ok && d.m < 100 {
				return match{i, j + 1, TypeQuantity, string(append(d.append(nil), " magnitude"...))}
			}
		}
		return match{}
	}
	a := f.amountAt(i)
	if a.to == 0 {
		return match{}
	}
	if a.letter { // "800m race": the letter may be metres
		if to := f.metres(&a); to > 0 {
			b := amount{lo: decimal{a.lo.m, a.lo.e - a.scale()}}
			return match{i, to, TypeQuantity, string(append(b.append(nil), " m"...))}
		}
	}
	unit, to := f.unitAt(&a)
	if unit == "" {
		return match{}
	}
	return match{i, to, TypeQuantity, string(append(append(a.append(nil), ' '), unit...))}
}

// metres returns the atom behind the "m" of "800m" where it means metres.
func (f *finder) metres(a *amount) int {
	if a.ranged || f.key(a.to-1) != "m" || f.get(a.to-1).upper {
		return 0
	}
	switch f.key(f.hyphen(a.to)) {
	case "long", "high", "tall", "deep", "wide", "hurdles", "sprint", "race", "final", "freestyle":
		return a.to
	}
	return 0
}

// unitAt reads the unit behind an amount.
func (f *finder) unitAt(a *amount) (unit string, to int) {
	j := f.hyphen(a.to)
	if f.is(j, clsDegree) { // "37 °C"
		if w := f.key(j + 1); f.glued(j+1) || w != "" {
			switch w {
			case "c", "celsius":
				return "°C", j + 2
			case "f", "fahrenheit":
				return "°F", j + 2
			}
		}
		return "°", j + 1
	}
	if f.glued(j) && !a.words && f.get(j).kind == letters { // "37C"
		switch w := f.text(j); {
		case w == "C" && a.lo.m < 1000 && !a.scaled:
			return "°C", j + 1
		case (w == "g" || w == "l") && a.lo.m >= 10 && !a.scaled:
			return w, j + 1
		}
	}
	prefix := ""
	k := j
	switch f.key(j) {
	case "square", "sq":
		prefix, k = "2", f.hyphen(j+1)
	case "cubic":
		prefix, k = "3", f.hyphen(j+1)
	case "metric":
		if f.entry(f.hyphen(j+1)).unit == "ton" {
			return "t", f.hyphen(j+1) + 1
		}
		return "", 0
	case "nautical":
		if f.entry(j+1).unit == "mi" {
			return "nmi", j + 2
		}
		return "", 0
	case "basis":
		if w := f.key(f.hyphen(j + 1)); w == "points" || w == "point" {
			return "bp", f.hyphen(j+1) + 1
		}
		return "", 0
	case "pound", "pounds":
		if f.unitCapital(j, a) {
			return "", 0
		}
		return "lb", j + 1
	case "m", "km":
		if f.key(j) == "m" && (f.glued(j) || a.words || f.get(j).upper) {
			return "", 0
		}
		if f.is(j+1, clsSlash) && f.glued(j+1) && f.get(j+2).isText(f, "h") {
			return f.key(j) + "/h", j + 3
		}
		if f.key(j) == "m" {
			return "m", j + 1
		}
	}
	unit = f.entry(k).unit
	if unit == "" || f.unitCapital(k, a) || prefix != "" && (unit == "t" || unit == "kg") {
		return "", 0
	}
	if w := f.text(k); w == "in" || len(w) == 1 {
		return "", 0
	}
	to = k + 1
	switch unit {
	case "deg":
		switch f.key(to) {
		case "celsius", "c", "centigrade":
			return "°C", to + 1
		case "fahrenheit", "f":
			return "°F", to + 1
		}
		return "°", to
	case "km", "mi", "m":
		if prefix == "" { // "100 kilometres per hour", "100 km an hour"
			if w := f.key(to); (w == "per" || w == "an") && f.get(to+1).isText(f, "hour") {
				if unit == "mi" {
					return "mph", to + 2
				}
				return unit + "/h", to + 2
			}
		}
	}
	return unit + prefix, to
}

// unitCapital reports a unit's name with a capital where it belongs to a title:
// "8 Mile", "Seven Pounds". Symbols and "Megawatts" behind figures are units.
func (f *finder) unitCapital(k int, a *amount) bool {
	if !f.get(k).upper || f.get(k).end-f.get(k).start <= 3 {
		return false
	}
	s := f.text(k)
	return a.words || s[len(s)-1] != 's' && !f.glued(k)
}
