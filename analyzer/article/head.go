package article

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"slugline/analyzer/text"
)

// This file names the head of an article: title, deck and byline, and the headings
// between its paragraphs.

const (
	maxTitle   = 200 // bytes of a headline
	maxDeck    = 450 // bytes of a summary
	maxHeading = 90  // bytes of a heading between paragraphs
)

// nameHead names title, deck and byline among the first units.
func (p *parser) nameHead() {
	head := p.headUnits()
	given := p.Title.Len() > 0
	// The section's name above the headline: "TECHNOLOGY".
	if len(head) > 1 && isSection(fold(p.text(head[0]))) && p.isTitle(head, 1) {
		p.units[head[0]].reason = Navigation
		head = head[1:]
	}
	i := 0
	if i < len(head) && given && sameWords(p.Title.Of(p.Doc.Source), p.text(head[i])) {
		p.units[head[i]].kind = text.Title // the title pasted once more
		i++
	} else if i < len(head) && !given && p.isTitle(head, i) {
		p.units[head[i]].kind = text.Title
		p.Title = p.units[head[i]].Span
		i++
	}
	titled := p.Title.Len() > 0
	bylineAt := -1
	for k := i; k < len(head) && k < i+5; k++ {
		if s := p.text(head[k]); isByline(s) || k > 0 && titled && isNamePlace(s) {
			bylineAt = head[k]
			p.units[bylineAt].reason = Byline
			p.Byline = p.units[bylineAt].Span
			head = append(head[:k:k], head[k+1:]...)
			break
		}
		if len(p.text(head[k])) > maxDeck {
			break
		}
	}
	if p.Byline.Len() == 0 {
		p.findNamedByline(head)
	}
	if i+1 < len(head) && p.isDeck(head, i, titled, bylineAt) {
		p.units[head[i]].kind = text.Deck
		p.Deck = p.units[head[i]].Span
		i++
	}
	if i < len(head) {
		p.nameDateline(&p.units[head[i]])
	}
}

// headUnits returns the first units that belong to the article.
func (p *parser) headUnits() []int {
	var head []int
	for i := range p.units {
		if p.units[i].reason == "" {
			if head = append(head, i); len(head) == 8 {
				break
			}
		}
	}
	return head
}

// findNamedByline takes a line such as "Reuters Staff", already set aside, as the
// byline where the text has no other.
func (p *parser) findNamedByline(head []int) {
	for i := range p.units {
		if p.units[i].reason == Byline {
			p.Byline = p.units[i].Span
			return
		}
		if len(head) > 2 && i > head[2] {
			return
		}
	}
}

// text returns a unit's words.
func (p *parser) text(i int) string { return p.words(&p.units[i]) }

// isTitle decides whether the first line is the headline: short, no full stop, and
// followed by something longer that is prose.
func (p *parser) isTitle(head []int, i int) bool {
	s := p.text(head[i])
	if len(s) > maxTitle || len(strings.Fields(s)) > 30 {
		return false
	}
	stop := endsSentence(s) && !strings.HasSuffix(s, "?") && !strings.HasSuffix(s, "!")
	if i+1 == len(head) {
		return !stop && len(strings.Fields(s)) <= 20
	}
	if stop && !endsInAbbreviation(s) || datelineEnd(s) > 0 {
		return false
	}
	for _, k := range head[i+1 : min(len(head), i+4)] {
		if next := p.text(k); len(next) > len(s) && (endsSentence(next) || len(next) > 150) {
			return true
		}
	}
	return false
}

// endsInAbbreviation reports a final stop that ends no sentence: "… in U.S."
func endsInAbbreviation(s string) bool {
	f := s[strings.LastIndexByte(s, ' ')+1:]
	return strings.Count(f, ".") >= 2 && len(f) <= 6 && f[len(f)-1] == '.'
}

// isDeck decides whether unit head[i] sums the story up. It does when it stands
// between title and byline, when it is itself headline-like below a title, or when
// the paragraph after it says most of it again.
func (p *parser) isDeck(head []int, i int, titled bool, byline int) bool {
	s, next := p.text(head[i]), p.text(head[i+1])
	if len(s) > maxDeck || len(s) >= 2*len(next) || datelineEnd(s) > 0 || opensQuote(s) && !titled {
		return false
	}
	if titled && byline > head[i] {
		return true
	}
	if titled && !endsSentence(s) && !strings.HasSuffix(s, ":") && len(next) > len(s) && len(strings.Fields(s)) >= 4 {
		return true
	}
	return len(s) < len(next) && len(strings.Fields(s)) >= 8 && repeated(s, next) >= 0.6
}

// opensQuote reports a line that begins with a quotation mark.
func opensQuote(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return r == '"' || r == '“' || r == '\'' || r == '‘'
}

// repeated returns the share of a's longer words that b has too, 0-1.
func repeated(a, b string) float64 {
	n, hit := 0, 0
	b = " " + fold(b) + " "
	for rest := fold(a); rest != ""; {
		var w string
		w, rest = cutWord(rest)
		if len(w) < 4 {
			continue
		}
		n++
		// A shared stem of five letters will do: "discussing" and "discussions".
		if strings.Contains(b, " "+w[:min(len(w), max(5, len(w)-3))]) {
			hit++
		}
	}
	if n < 8 {
		return 0
	}
	return float64(hit) / float64(n)
}

// sameWords reports whether two lines are the same but for case and decoration.
func sameWords(a, b string) bool { return len(a) < 2*maxTitle && fold(a) == fold(b) }

// isByline finds "By Jane Doe", "By JANE DOE and John Roe, Associated Press Writer",
// "Jane Doe | Staff Reporter".
func isByline(s string) bool {
	if len(s) > 140 || len(s) < 6 || endsWithLetterStop(s) {
		return false
	}
	rest := s
	if len(s) > 3 && (s[0] == 'B' || s[0] == 'b') && (s[1] == 'y' || s[1] == 'Y') {
		rest = strings.TrimLeft(s[2:], ": \u00a0")
		if len(rest) == len(s)-2 {
			return false
		}
		return namesOnly(rest, 12)
	}
	if at := strings.IndexByte(s, '|'); at > 0 && isStaff(fold(s[at+1:])) {
		return namesOnly(s[:at], 5)
	}
	if at := strings.IndexByte(s, ','); at > 0 && isStaff(fold(s[at+1:])) {
		return namesOnly(s[:at], 5)
	}
	return false
}

// isStaff names what stands behind a reporter's name.
func isStaff(key string) bool {
	return text.List("afp|associated press|associated press writer|bbc news|bureau chief|business reporter|chief reporter|columnist|contributing writer|" +
		"contributor|correspondent|et bureau|express news service|guest columnist|health reporter|news editor|political correspondent|reporter|" +
		"reuters|senior correspondent|senior reporter|special correspondent|special to the post|sports reporter|staff correspondent|staff reporter|" +
		"staff writer|the associated press|tnn").Has(key)
}

// namesOnly reports whether s is at most limit words that are names, their particles
// and what joins them.
func namesOnly(s string, limit int) bool {
	n, caps := 0, 0
	for _, w := range strings.Fields(s) {
		n++
		w = strings.Trim(w, ",;|()&@/-–—:")
		if w == "" {
			continue
		}
		r, _ := utf8.DecodeRuneInString(w)
		switch {
		case unicode.IsUpper(r):
			caps++
		case isParticle(w) || !unicode.IsLetter(r) && !unicode.IsDigit(r):
		case unicode.IsDigit(r) && caps > 0: // a date behind the names
		case unicode.IsLetter(r) && !unicode.IsLower(r): // scripts without case
			caps++
		default:
			return false
		}
	}
	return n >= 1 && n <= limit && caps > 0
}

// isParticle names the small words inside names and between them.
func isParticle(w string) bool {
	switch w {
	case "and", "in", "of", "for", "the", "at", "de", "da", "do", "dos", "du", "del", "della", "di", "la", "le", "van", "von", "der", "den", "bin", "bint", "ibn", "al", "el", "ter",
		"y", "e", "a", "with":
		return true
	}
	return strings.HasPrefix(w, "al-") || strings.HasPrefix(w, "el-") || strings.HasPrefix(w, "d'")
}

// isNamePlace finds "Jane Doe, Nairobi" and "Jane Doe in Nairobi" below a title.
func isNamePlace(s string) bool {
	if len(s) > 60 || endsSentence(s) {
		return false
	}
	at, n := strings.IndexByte(s, ','), 1
	if at < 0 {
		at, n = strings.Index(s, " in "), 4
	}
	if at < 0 {
		return false
	}
	name, place := strings.Fields(s[:at]), strings.Fields(s[at+n:])
	if len(name) < 2 || len(name) > 4 || len(place) < 1 || len(place) > 3 {
		return false
	}
	for _, w := range append(name, place...) {
		r, _ := utf8.DecodeRuneInString(w)
		if !unicode.IsUpper(r) || strings.ContainsAny(w, "0123456789:'’") {
			return false
		}
	}
	return true
}

// nameHeadings finds the short lines between paragraphs.
func (p *parser) nameHeadings() {
	last := -1
	for i := range p.units {
		u := &p.units[i]
		if u.reason != "" {
			continue
		}
		if u.kind == text.Paragraph && last >= 0 && p.isHeading(i) {
			u.kind = text.Heading
		}
		last = i
	}
}

// isHeading reports a short line without a stop that a longer paragraph follows.
func (p *parser) isHeading(i int) bool {
	s := p.text(i)
	if len(s) > maxHeading || len(strings.Fields(s)) > 12 || hasBullet(s) || opensQuote(s) {
		return false
	}
	r, _ := utf8.DecodeLastRuneInString(s)
	if !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '?' && r != '’' && r != ')' {
		return false
	}
	if r, _ = utf8.DecodeRuneInString(s); !unicode.IsUpper(r) && !unicode.IsDigit(r) && r != '(' || capitals(s) == 0 {
		return false
	}
	for j := i + 1; j < len(p.units) && j < i+4; j++ {
		if p.units[j].reason == "" {
			next := p.text(j)
			return len(next) > len(s) && endsSentence(next)
		}
	}
	return false
}
