package numex

import "strings"

// This file finds amounts of money: a sign or code before the figures ("$4.5bn",
// "Rs 500", "USD 3 million") or a name behind them ("200 baht", "30 cents").

// moneyAt matches money at atom i.
func (f *finder) moneyAt(i int) match {
	if m := f.moneyBySign(i); m.to > 0 {
		return m
	}
	return f.moneyByName(i)
}

// moneyBySign matches a currency sign or code and the figures behind it.
func (f *finder) moneyBySign(i int) match {
	code, j := f.signAt(i)
	if code == "" || f.is(i-1, clsCurrency) && f.glued(i) {
		return match{}
	}
	a := f.amountAt(j)
	if a.to == 0 || a.words || a.minus {
		return match{}
	}
	if !f.isFigures(j) {
		return match{}
	}
	// "$3m-$5m", "$8 to $12 billion"
	dash := f.is(a.to, clsDash) && f.glued(a.to) && f.glued(a.to+1)
	if !a.ranged && (dash || f.key(a.to) == "to" && !a.scaled) {
		if code2, k := f.signAt(a.to + 1); code2 == code {
			if b := f.amountAt(k); b.to > 0 && !b.ranged && !b.words && !b.minus && (dash || b.scaled) {
				lo := a.lo
				if b.scaled && !a.scaled {
					lo.e += b.scale()
				}
				if less(lo, b.lo) {
					a.lo, a.hi, a.ranged, a.to = lo, b.lo, true, b.to
				}
			}
		}
	}
	if f.looseLetter(i, j, &a) {
		return match{}
	}
	to := a.to
	// A currency name may follow: "$5 million dollars", "$30 Canadian".
	k := f.hyphen(to)
	if c := f.entry(k).currency; c != "" && !f.entry(k).code && !f.entry(k).short && c != "penny" && c != "cent" && f.sameFamily(code, c) {
		to = k + 1
	}
	return f.money(i, to, code, &a)
}

// sameFamily reports whether a currency name only repeats the sign.
func (f *finder) sameFamily(code, family string) bool {
	return family == code || family == "dollar" && strings.HasSuffix(code, "D") || family == "pound" && code == "GBP"
}

// looseLetter rejects codes of one letter that are more likely names: "R22", "N95".
func (f *finder) looseLetter(i, j int, a *amount) bool {
	if f.get(i).kind != letters || f.get(i).end-f.get(i).start > 1 || j != i+1 {
		return false
	}
	digits := f.get(j).end - f.get(j).start
	return !a.scaled && digits < 3 && a.to == j+1 || !f.glued(j)
}

// money makes the match; there is none in a currency that has no code, such as "120₥".
func (f *finder) money(from, to int, code string, a *amount) match {
	if code == "" {
		return match{}
	}
	b := append(make([]byte, 0, 24), code...)
	b = a.append(append(b, ' '))
	return match{from, to, TypeMoney, string(b)}
}

// signAt reads a currency sign with its prefix, or a code or abbreviation that
// stands before figures; code is "" where there is none.
func (f *finder) signAt(i int) (code string, to int) {
	a := f.get(i)
	switch {
	case a.class == clsCurrency:
		if f.text(i) == "¢" {
			return "", 0
		}
		code, to = f.signCode(f.text(i)), i+1
		// "$US108", "£E5"
		if n := f.get(to); n.kind == letters && f.glued(to) && f.glued(to+1) && f.isFigures(to+1) {
			if c := prefixed(f.text(to) + f.text(i)); c != "" {
				return c, to + 1
			}
			return "", 0
		}
		return code, to
	case a.kind == letters && f.is(i+1, clsCurrency) && f.glued(i+1):
		if c := prefixed(f.text(i) + f.text(i+1)); c != "" {
			return c, i + 2
		}
		return "", 0
	case a.kind == letters:
		return f.codeAt(i)
	}
	return "", 0
}

// codeAt reads "USD", "Rs", "KSh", "R" before figures.
func (f *finder) codeAt(i int) (code string, to int) {
	if !f.isFigures(i+1) && !(f.key(i) == "cfa" && f.isFigures(i+1)) {
		return "", 0
	}
	e, w := f.entry(i), f.text(i)
	switch {
	case e.code && w == strings.ToUpper(w):
		return e.currency, i + 1
	case w == "Rs" || w == "Rs." || w == "Re" || w == "Re." || w == "RS":
		return f.resolve("rupee"), i + 1
	case w == "Sh" || w == "Sh." || w == "Shs" || w == "Shs.":
		return f.resolve("shilling"), i + 1
	case w == "Tk" || w == "Tk." || w == "RM" || w == "Rp" || w == "KSh" || w == "Ksh" || w == "Kshs" || w == "KShs" || w == "Sh." || w == "TSh" || w == "Tsh" ||
		w == "USh" || w == "Ush" || w == "Dh" || w == "Dhs" || w == "QR" || w == "SR" || w == "KD" || w == "BD" || w == "RO" || w == "CFA" || w == "RMB":
		return f.resolve(e.currency), i + 1
	case w == "R":
		return "ZAR", i + 1
	case w == "N":
		return "NGN", i + 1
	}
	return "", 0
}

// moneyByName matches figures or number words and the currency's name behind them.
func (f *finder) moneyByName(i int) match {
	half := 0
	if f.key(i) == "half" && f.key(i+1) == "a" && f.entry(i+2).scale > 2 { // "half a million dollars"
		half = i + 1
	}
	var a amount
	if half > 0 {
		a = amount{lo: decimal{5, int(f.entry(half+1).scale) - 1}, words: true, scaled: true, to: half + 2}
	} else {
		a = f.amountAt(i)
	}
	if a.to == 0 || a.minus {
		return match{}
	}
	j := f.hyphen(a.to)
	if f.is(j, clsCurrency) && f.glued(j) { // 100€, 30¢
		if f.text(j) == "¢" {
			a.lo.e -= 2
			a.hi.e -= 2
			return f.money(i, j+1, "USD", &a)
		}
		if next := f.get(j + 1); next.kind == figures && !next.gap {
			return match{}
		}
		return f.money(i, j+1, f.signCode(f.text(j)), &a)
	}
	nation, k := f.nationAt(j)
	e := f.entry(k)
	family := e.currency
	if family == "" || e.code && f.text(k) != strings.ToUpper(f.text(k)) && !isCurrencyName(e) {
		return match{}
	}
	if !f.nameFits(k, e, &a, nation) {
		return match{}
	}
	to := k + 1
	switch family {
	case "cent", "penny", "paisa":
		a.lo.e -= 2
		a.hi.e -= 2
		return f.money(i, to, f.resolveSmall(family, nation), &a)
	}
	if e.key == "cfa" && f.entry(to).currency == "franc" || family == "pound" && f.key(to) == "sterling" {
		to++
	}
	return f.money(i, to, f.resolveFor(family, nation), &a)
}

// isCurrencyName reports a word that is both a code and a name.
func isCurrencyName(e *entry) bool { return e.key == "php" }

// nameFits rejects names of currencies that mean something else.
func (f *finder) nameFits(k int, e *entry, a *amount, nation string) bool {
	w, capital := f.text(k), f.get(k).upper
	switch e.key {
	case "rs", "re", "sh", "shs", "dh", "qr", "sr", "kd", "bd", "ro", "rp", "tk", "rm":
		return e.key == "sh" && !a.words || e.key == "dhs" || e.key == "kd" && w == "KD" || e.key == "tk" && w == "Tk"
	case "pound", "pounds": // of weight, unless the rest speaks for money
		return nation != "" || a.scaled || f.key(k+1) == "sterling"
	case "p": // "50p"
		return f.glued(k) && !capital && !a.words
	case "kr":
		return !a.words
	case "won": // "the party that 20 won"
		return (a.scaled || nation != "" || a.lo.m >= 100 || a.lo.e > 0) && !capital
	case "dong", "kip", "som", "real", "lev", "lek", "lei", "bucks":
		return !capital
	case "cent": // 50 Cent
		return !capital && (a.lo == decimal{1, 0} || f.is(k-1, clsDash))
	case "marks":
		return false
	}
	// "Seven Pounds", "Million Dollar Baby": capitalised words, no figures
	return !(capital && a.words && !e.code && nation == "")
}

// nationAt reads "Kenyan", "US", "New Zealand", "South African" before a currency's
// name; to is the atom behind it, i where there is none.
func (f *finder) nationAt(i int) (nation string, to int) {
	e := f.entry(i)
	if !f.get(i).upper || e.nation == "" || e.month > 0 {
		return "", i
	}
	if e.nation == "+" {
		if n := f.entry(i + 1).nation; n != "" && n != "+" && f.get(i+1).upper {
			return n, i + 2
		}
		return "", i
	}
	if e.key == "hong" && f.key(i+1) == "kong" {
		return "HK", i + 2
	}
	return e.nation, i + 1
}
