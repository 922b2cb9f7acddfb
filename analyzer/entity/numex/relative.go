package numex

// This file finds dates that lean on the day of the story, and resolves them.

// nearestYear completes a day and month. A day belongs to the year that the tense
// says, else to the one that brings it closest to the story; a bare month is the last
// one, unless the words before say that it is still to come.
func (f *finder) nearestYear(i, month, day int) int {
	s := f.story
	if day == 0 {
		switch {
		case f.key(i-1) == "next" || f.future(i):
			if month < s.Month || month == s.Month && f.key(i-1) == "next" {
				return s.Year + 1
			}
			return s.Year
		case month > s.Month || month == s.Month && f.key(i-1) == "last":
			return s.Year - 1
		}
		return s.Year
	}
	best := s.Year
	tense := f.tense(i)
	for _, y := range [...]int{s.Year, s.Year - 1, s.Year + 1} {
		if day > daysIn(y, month) {
			continue
		}
		n := Date{y, month, day}.number() - s.number()
		if tense == past && n <= 0 || tense == ahead && n >= 0 {
			return y
		}
		if b := (Date{best, month, day}).number() - s.number(); abs(n) < abs(b) {
			best = y
		}
	}
	return best
}

// lookBack is how many atoms before a date are searched for what tells the tense.
const lookBack = 14

// tense is what the words before a date say of its time.
type tense uint8

const (
	unsaid tense = iota
	past
	ahead
)

// future reports whether the words before atom i speak of what is to come.
func (f *finder) future(i int) bool { return f.tense(i) == ahead }

// tense looks for the closest verb before atom i that tells the time.
func (f *finder) tense(i int) tense {
	for k := i - 1; k >= 0 && k >= i-lookBack; k-- {
		a := &f.atoms[k]
		if a.kind == sign {
			if s := f.text(k); s == "." || s == ";" || s == "!" || s == "?" || s == ":" {
				return unsaid
			}
			continue
		}
		if a.kind != letters {
			continue
		}
		switch w := f.text(k); w {
		case "will", "shall", "'ll", "’ll", "scheduled", "due", "upcoming", "expected", "slated", "plans", "planned", "planning", "set", "hopes", "tomorrow", "coming", "next", "may", "must":
			return ahead
		case "said", "told", "announced", "added", "reported", "was", "were", "had", "has", "have", "did", "last", "since", "died", "met", "held", "fell", "rose", "won", "lost",
			"began", "came", "went", "took", "gave", "made", "saw", "left", "hit", "killed", "struck", "sank", "became", "ran", "quit", "shot", "sent", "spoke", "wrote":
			if !f.passive(k) {
				return past
			}
		default:
			if len(w) > 4 && w[len(w)-2:] == "ed" && !f.passive(k) {
				return past
			}
		}
	}
	return unsaid
}

// passive reports "be" or "been" before a participle: "will be held".
func (f *finder) passive(k int) bool {
	if k == 0 || f.atoms[k-1].kind != letters {
		return false
	}
	w := f.text(k - 1)
	return w == "be" || w == "get"
}

// weekday matches "Tuesday", "Tuesday, March 3, 2022", "Tuesday-Friday".
func (f *finder) weekday(i int) match {
	e := f.entry(i)
	j := i + 1
	if f.is(j, clsComma) {
		j++
	}
	var rest match
	switch {
	case f.entry(j).month > 0 && f.get(j).upper && (f.isFigures(j + 1)):
		rest = f.monthFirst(j)
	case f.isFigures(j):
		if rest = f.dayFirst(j); rest.to == 0 {
			rest = f.numericDate(j)
		}
	}
	if rest.to > 0 && len(rest.value) >= 6 {
		rest.from = i
		return rest
	}
	if e.short || f.weekdayName(i) {
		return match{}
	}
	day := f.weekdayValue(i, int(e.weekday))
	if f.is(i+1, clsDash) && f.glued(i+1) && f.glued(i+2) && f.get(i+2).upper {
		if n := f.entry(i + 2); n.weekday > 0 && !n.short {
			m := match{i, i + 3, TypeDate, ""}
			if f.story.known() {
				last := day.add((int(n.weekday) - int(e.weekday) + 7) % 7)
				m.value = day.iso() + "/" + last.iso()
			}
			return m
		}
		return match{}
	}
	m := match{i, i + 1, TypeDate, ""}
	if f.story.known() {
		m.value = day.iso()
	}
	return m
}

// weekdayName reports a weekday inside a name: "Sunday Times", "Black Friday".
func (f *finder) weekdayName(i int) bool {
	switch f.key(i - 1) {
	case "super", "black", "good", "ash", "bloody", "holy", "maundy", "cyber", "giving", "easter", "palm", "shrove":
		if f.get(i - 1).upper {
			return true
		}
	}
	if f.get(i+1).upper && f.get(i+1).gap {
		switch f.key(i + 1) {
		case "times", "telegraph", "mirror", "mail", "express", "post", "school", "star", "herald", "tribune", "night", "morning":
			return true
		}
	}
	return f.is(i+1, clsDash) && f.glued(i+1) && f.get(i+2).kind == letters && f.entry(i+2).weekday == 0 && f.glued(i+2)
}

// weekdayValue returns the day that a weekday means: the last one up to the day of
// the story, unless the words before point ahead.
func (f *finder) weekdayValue(i, weekday int) Date {
	if !f.story.known() {
		return Date{}
	}
	back := (f.story.weekday() - weekday + 7) % 7
	switch prev := f.key(i - 1); {
	case prev == "last":
		if back == 0 {
			back = 7
		}
		return f.story.add(-back)
	case prev == "next" || prev == "coming":
		if back == 0 {
			return f.story.add(7)
		}
		return f.story.add(7 - back)
	case prev == "this" || f.future(i):
		if back == 0 {
			return f.story
		}
		if prev == "this" && !f.future(i) && f.key(i-2) != "coming" {
			return f.story.add(-back)
		}
		return f.story.add(7 - back)
	}
	return f.story.add(-back)
}

// relative matches "yesterday", "last month", "next year", "this week", "last Tuesday".
func (f *finder) relative(i int) match {
	a := f.get(i)
	shift := 0
	switch a.e.key {
	case "today", "tonight":
		return f.dayFromStory(i, i+1, 0)
	case "yesterday":
		return f.dayFromStory(i, i+1, -1)
	case "tomorrow":
		return f.dayFromStory(i, i+1, 1)
	case "last":
		shift = -1
	case "next":
		shift = 1
	case "this":
	default:
		return match{}
	}
	j := i + 1
	if f.key(j) == "coming" || f.key(j) == "past" {
		j++
	}
	n := f.get(j)
	if a.upper && n.upper && !f.titleCase(i) {
		return match{} // "This Week", a programme
	}
	switch {
	case n.e.weekday > 0 && n.upper && !n.e.short:
		if m := f.weekday(j); m.to > 0 {
			m.from = i
			return m
		}
		return match{}
	case n.e.month > 0 && n.upper:
		if m := f.monthFirst(j); m.to > 0 {
			m.from = i
			return m
		}
		return match{}
	}
	return f.period(i, j, shift)
}

// titleCase reports a headline, in which every word may have a capital.
func (f *finder) titleCase(i int) bool {
	n := 0
	for k := max(0, i-4); k < len(f.atoms) && k < i+6; k++ {
		if f.atoms[k].kind == letters && !f.atoms[k].upper && f.atoms[k].end-f.atoms[k].start > 3 {
			n++
		}
	}
	return n == 0
}

// period matches the period at atom j, shifted from the story's by shift.
func (f *finder) period(i, j, shift int) match {
	m := match{i, j + 1, TypeDate, ""}
	s := f.story
	known := s.known()
	switch f.key(j) {
	case "night", "evening", "morning", "afternoon":
		if shift > 0 || shift < 0 && f.key(j) != "night" {
			return match{}
		}
		return f.dayFromStory(i, j+1, shift)
	case "week":
		if known {
			y, w := s.add(7 * shift).week()
			m.value = iso(y, 0, 0) + "-W" + string([]byte{byte('0' + w/10), byte('0' + w%10)})
		}
	case "weekend":
		if known {
			saturday := s.add(6 - s.weekday() + 7*shift)
			if shift < 0 && s.weekday() >= 6 { // said at a weekend, "last weekend" is the one before
				saturday = s.add(6 - s.weekday() - 7)
			}
			m.value = saturday.iso() + "/" + saturday.add(1).iso()
		}
	case "month":
		if known {
			y, mo := s.addMonths(shift)
			m.value = iso(y, mo, 0)
		}
	case "year":
		if known {
			m.value = iso(s.Year+shift, 0, 0)
		}
	case "quarter":
		if known {
			q := s.Year*4 + (s.Month-1)/3 + shift
			m.value = iso(q/4, 0, 0) + "-Q" + string(rune('1'+q%4))
		}
	case "decade":
		if known {
			m.value = iso(s.Year+10*shift, 0, 0)[:3] + "X"
		}
	case "century":
		if known {
			m.value = iso(s.Year+100*shift, 0, 0)[:2] + "XX"
		}
	case "spring", "summer", "autumn", "winter":
	case "fall":
		if shift == 0 {
			return match{}
		}
	default:
		return match{}
	}
	return m
}

// dayFromStory makes the match of the day n days after the story's.
func (f *finder) dayFromStory(from, to, n int) match {
	a := f.get(from)
	if a.upper && from > 0 && a.gap && f.get(from-1).kind == letters && !f.titleCase(from) {
		return match{} // "USA Today"
	}
	m := match{from, to, TypeDate, ""}
	if f.story.known() {
		m.value = f.story.add(n).iso()
	}
	return m
}

// ago matches "two weeks ago", "3 years ago", "a month ago".
func (f *finder) ago(i int) match {
	n, j := 0, i+1
	switch e := f.entry(i); {
	case e.key == "a" || e.key == "an":
		n = 1
	case f.isFigures(i) && len(f.text(i)) <= 3:
		n = digits(f.text(i))
	case e.number > 0:
		v, to := f.spelled(i)
		n, j = int(v), to
	}
	if n <= 0 || n > 2000 || f.key(j+1) != "ago" {
		return match{}
	}
	m := match{i, j + 2, TypeDate, ""}
	known := f.story.known()
	switch f.key(j) {
	case "day", "days":
		if known {
			m.value = f.story.add(-n).iso()
		}
	case "week", "weeks":
		if known {
			m.value = f.story.add(-7 * n).iso()
		}
	case "month", "months":
		if known {
			y, mo := f.story.addMonths(-n)
			m.value = iso(y, mo, 0)
		}
	case "year", "years":
		if known && n < f.story.Year-1000 {
			m.value = iso(f.story.Year-n, 0, 0)
		}
	default:
		return match{}
	}
	return m
}
