package entity

import (
	"slices"

	"slugline/analyzer/text"
)

// Which forms name one thing. Each rule wants evidence in the article itself or in the
// list of known aliases; what could be two things stays two.

// sameThing reports whether two forms of one type name one thing wherever they stand.
func sameThing(a, b *form) bool {
	if a.known != 0 && a.known == b.known || initialsOf(a, b) || initialsOf(b, a) {
		return true
	}
	switch a.t {
	case Person:
		return samePerson(a.low, b.low)
	case Group:
		return sameGroup(a.low, b.low)
	}
	return withoutForm(a, b) || turned(a.low, b.low) || turned(b.low, a.low)
}

// turned reports whether a is "Ministry of Health" where b is "Health Ministry".
func turned(a, b []string) bool {
	n := len(a)
	return n > 2 && n == len(b)+1 && a[1] == "of" && a[0] == b[len(b)-1] &&
		text.List("agency|bureau|department|faculty|ministry|office").Has(a[0]) && equal(a[2:], b[:len(b)-1])
}

// samePerson reports whether two full names (two words or more) can be one person's:
// same last word, and first words that agree or abbreviate each other.
func samePerson(a, b []string) bool {
	a, b = withoutSuffix(a), withoutSuffix(b)
	if len(a) < 2 || len(b) < 2 {
		return false
	}
	if a[len(a)-1] != b[len(b)-1] {
		return false
	}
	x, y := a[0], b[0]
	if x == y {
		return true
	}
	if len(x) > len(y) {
		x, y = y, x
	}
	return len(x) <= 2 && y[0] == x[0] || shortForename(x, y)
}

// withoutSuffix drops "jr", "sr", "ii" … from a name.
func withoutSuffix(a []string) []string {
	if n := len(a); n > 2 && isSuffix(a[n-1]) {
		return a[:n-1]
	}
	return a
}

// isSuffix reports whether a folded word is "Jr", "II" or the like behind a name.
func isSuffix(low string) bool {
	return text.List("ii|iii|iv|jnr|jnr.|jr|jr.|snr|snr.|sr|sr.").Has(low)
}

// shortForename reports whether x is a usual short form of the forename y.
func shortForename(x, y string) bool {
	switch y {
	case "joseph":
		return x == "joe"
	case "william":
		return x == "bill" || x == "will"
	case "robert":
		return x == "bob" || x == "rob"
	case "james":
		return x == "jim"
	case "michael":
		return x == "mike"
	case "thomas":
		return x == "tom"
	case "richard":
		return x == "dick" || x == "rick"
	case "edward":
		return x == "ed" || x == "ted"
	case "benjamin":
		return x == "ben"
	case "anthony":
		return x == "tony"
	case "alexander":
		return x == "alex"
	case "daniel":
		return x == "dan"
	case "christopher":
		return x == "chris"
	case "matthew":
		return x == "matt"
	case "elizabeth":
		return x == "liz"
	case "charles":
		return x == "chuck"
	case "kenneth":
		return x == "ken"
	case "ronald":
		return x == "ron"
	case "timothy":
		return x == "tim"
	case "nicholas":
		return x == "nick"
	case "andrew":
		return x == "andy"
	case "david":
		return x == "dave"
	}
	return false
}

// sameGroup joins singular and plural: "Russian", "Russians".
func sameGroup(a, b []string) bool {
	if len(a) != len(b) || len(a) == 0 {
		return false
	}
	last := len(a) - 1
	return equal(a[:last], b[:last]) && (a[last]+"s" == b[last] || b[last]+"s" == a[last])
}

// withoutForm reports whether two names differ only in a company's legal form, a
// leading place's article or the like: "Toyota Motor Corp", "Toyota Motor".
func withoutForm(a, b *form) bool {
	x, y := bareOfForm(a.low), bareOfForm(b.low)
	return len(x) > 0 && (len(x) < len(a.low) || len(y) < len(b.low)) && equal(x, y)
}

func bareOfForm(low []string) []string {
	for len(low) > 1 {
		switch low[len(low)-1] {
		case "inc", "corp", "corporation", "co", "company", "ltd", "limited", "plc", "llc", "ag", "sa", "nv", "gmbh", "bhd", "pty", "group", "holdings":
			low = low[:len(low)-1]
			continue
		}
		break
	}
	return low
}

// initialsOf reports whether a is one word of capitals that spells the initials of b.
func initialsOf(a, b *form) bool {
	if len(a.low) != 1 || len(b.low) < 2 || !a.upper && len(a.low[0]) > 2 {
		return false
	}
	return spells(a.low[0], b.low, true) || spells(a.low[0], b.low, false)
}

// spells reports whether the words' first letters, with or without those of linking
// words, are short.
func spells(short string, words []string, skipLinks bool) bool {
	n := 0
	for _, w := range words {
		if skipLinks && isLink(w) {
			continue
		}
		if n >= len(short) || short[n] != w[0] {
			return false
		}
		n++
	}
	return n == len(short) && n >= 2
}

func isLink(w string) bool {
	return text.List("&|a|against|an|and|at|da|de|del|des|do|du|et|for|in|la|of|on|the|to|with|y").Has(w)
}

// brackets joins a name with the acronym that stands in brackets right behind it, also
// where the letters come from another language: "Workers' Party (PT)".
func (j *joiner) brackets() {
	byFirst := make(map[int]int, len(j.names)) // first token of a name -> its form
	for f := range j.forms {
		for _, i := range j.forms[f].names {
			byFirst[j.names[i].First] = f
		}
	}
	for f := range j.forms {
		for _, i := range j.forms[f].names {
			at := j.names[i].Last
			if at+2 >= len(j.doc.Tokens) || j.doc.Tokens[at].Of(j.doc.Source) != "(" || j.doc.Tokens[at+2].Of(j.doc.Source) != ")" {
				continue
			}
			g, ok := byFirst[at+1]
			if ok && j.forms[g].t == j.forms[f].t && j.forms[g].upper && len(j.forms[g].low) == 1 && len(j.forms[f].low) > 1 {
				j.unite(f, g)
			}
		}
	}
}

// attach joins a short form to the one fuller form that it can stand for: one named
// before it, else the only one after. Of several persons of one surname it is the one
// named most often in full, of equals the first: stories give the others' names in full.
func (j *joiner) attach(b int) {
	short := &j.forms[b]
	var before, after []int
	for f := range j.forms {
		full := &j.forms[f]
		if f == b || full.t != short.t || len(full.low) <= len(short.low) || !shortens(short, full) {
			continue
		}
		if j.find(f) == j.find(b) {
			return
		}
		if full.first < short.first {
			before = appendRoot(before, j.find(f))
		} else {
			after = appendRoot(after, j.find(f))
		}
	}
	switch {
	case len(before) == 1:
		j.unite(before[0], b)
	case len(before) > 1 && short.t == Person:
		j.unite(j.mostNamed(before), b)
	case len(before) == 0 && len(after) == 1:
		j.unite(after[0], b)
	}
}

// appendRoot appends a root that is not yet there.
func appendRoot(roots []int, root int) []int {
	if slices.Contains(roots, root) {
		return roots
	}
	return append(roots, root)
}

// mostNamed returns the root with the most mentions, of equals the one that comes first.
func (j *joiner) mostNamed(roots []int) int {
	best, most := roots[0], 0
	for _, root := range roots {
		n := 0
		for f := range j.forms {
			if j.find(f) == root {
				n += len(j.forms[f].names)
			}
		}
		if n > most || n == most && j.forms[root].first < j.forms[best].first {
			best, most = root, n
		}
	}
	return best
}

// shortens reports whether short can stand for full, given that the article has both.
func shortens(short, full *form) bool {
	s, f := short.low, full.low
	switch short.t {
	case Person:
		f = withoutSuffix(f)
		// The last words of the full name ("bin Salman"), or its first alone ("Lula").
		return endsWith(f, s) || len(s) == 1 && len(s[0]) > 1 && f[0] == s[0] || len(s) >= 2 && startsWith(f, s)
	case Organization:
		// "Security Council" of "UN Security Council"; "Toyota" of "Toyota Motor"; not
		// "Bank" of "Bank of America" nor "University".
		if len(s) == 1 && genericHead(s[0]) {
			return false
		}
		return startsWith(f, s) && !isLink(f[len(s)]) || len(s) >= 2 && endsWith(f, s)
	case Place, Event:
		return len(s) >= 2 && (startsWith(f, s) || endsWith(f, s)) || short.t == Event && len(s) == 1 && len(s[0]) > 4 && endsWith(f, s) && !genericHead(s[0])
	case Work, Product:
		return startsWith(f, s)
	}
	return false
}

func startsWith(f, s []string) bool { return len(s) < len(f) && equal(f[:len(s)], s) }
func endsWith(f, s []string) bool   { return len(s) < len(f) && equal(f[len(f)-len(s):], s) }

// genericHead reports words that many names begin or end with.
func genericHead(w string) bool {
	return text.List("air|american|bank|british|central|city|council|county|court|cup|democratic|department|east|european|federal|first|games|general|" +
		"international|ministry|national|new|north|party|people|real|republican|royal|social|south|state|summit|supreme|union|united|university|war|" +
		"west|world").Has(w)
}
