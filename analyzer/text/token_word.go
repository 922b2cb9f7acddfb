package text

// Words and numbers: where they end, and which pieces they are cut into.

import "unicode/utf8"

// word adds the word or number at i, cut into its pieces.
func (t *tokenizer) word(i int, gap bool) {
	j, apostrophe, dotted := t.scan(i)
	s := t.s
	if t.at(j) == ':' && hasPrefix(s[j:t.end], "://") && isScheme(s[i:j]) {
		t.add(i, t.urlEnd(j+3), URL, gap)
		return
	}
	if dotted {
		if k := t.domain(i, j); k > 0 {
			t.add(i, k, URL, gap)
			return
		}
	}
	if byteClass[s[i]] == digit {
		k := i + 1
		for k < j && (byteClass[s[k]] == digit || s[k] < utf8.RuneSelf && byteClass[s[k]] != letter && s[k] != '-' && s[k] != '\'' && s[k] != '_') {
			k++
		}
		if k == j {
			t.add(i, j, Number, gap)
			return
		}
		if isUnit(s[k:j]) {
			t.add(i, k, Number, gap)
			i, gap = k, false
		} else if !dotted && !apostrophe && !hasHyphen(s[k:j]) {
			t.add(i, j, Number, gap) // 3rd, 1990s, 5G
			return
		}
	}
	if t.onlyDigits(i, j) {
		t.add(i, j, Number, gap)
		return
	}
	if apostrophe {
		i, gap = t.cutClitics(i, j, gap)
	}
	if t.at(j) == '.' && t.takesPeriod(i, j, dotted) {
		j = skipExtend(s, j+1, t.end)
	}
	t.add(i, j, Word, gap)
}

// onlyDigits reports whether s[i:j] is digits of a script other than Latin.
func (t *tokenizer) onlyDigits(i, j int) bool {
	for i < j {
		c, n := classAt(t.s, i)
		if c != digit {
			return false
		}
		i += n
	}
	return true
}

// scan gives the end of the word at i by the rules WB4 to WB13 of UAX #29 with the
// joints that news needs, and whether it holds an apostrophe or a period inside.
func (t *tokenizer) scan(i int) (end int, apostrophe, dotted bool) {
	s, j, piece, last := t.s, i, i, other
	for j < t.end {
		b := s[j]
		if b < utf8.RuneSelf {
			switch c := byteClass[b]; {
			case c == letter || c == digit:
				j, last = j+1, c
				continue
			case c == space:
				return t.trim(i, j), apostrophe, dotted
			}
			if !t.joins(b, i, piece, j, last, dotted) {
				return t.trim(i, j), apostrophe, dotted
			}
			apostrophe = apostrophe || b == '\''
			dotted = dotted || b == '.' && last != digit
			j, last = j+1, other
			if s[j] == '-' { // "U.S.-led"
				j++
			}
			piece = j
			continue
		}
		c, n := classAt(s, j)
		switch c {
		case letter, digit:
			last = c
		case extend, ignorable:
		case prepend: // GB9b: joins whatever follows
			if last = letter; j+n < t.end {
				c, m := classAt(s, j+n)
				if c != space || s[j+n] >= utf8.RuneSelf || s[j+n] == ' ' {
					n += m
				}
			}
		case punct:
			next := t.classAt(j + n)
			switch s[j : j+n] {
			case "’":
				if next != letter || last != letter && last != digit {
					return t.trim(i, j), apostrophe, dotted
				}
				apostrophe = true
			case "·", "‧", "״", "׳":
				if last != letter || next != letter {
					return t.trim(i, j), apostrophe, dotted
				}
			case "‐", "‑":
				if next != letter && next != digit || last == digit && next == digit {
					return t.trim(i, j), apostrophe, dotted
				}
			default:
				return t.trim(i, j), apostrophe, dotted
			}
			last, piece = other, j+n
		default:
			return t.trim(i, j), apostrophe, dotted
		}
		j += n
	}
	return t.trim(i, j), apostrophe, dotted
}

// trim takes format characters off the end of the word s[i:j].
func (t *tokenizer) trim(i, j int) int {
	for j > i+1 && t.s[j-1] >= utf8.RuneSelf {
		r, n := utf8.DecodeLastRuneInString(t.s[i:j])
		if classOf(r) != ignorable || j-n == i {
			break
		}
		j -= n
	}
	return j
}

// joins reports whether the ASCII mark b at j keeps together what stands before
// and behind it. The word began at i, its last piece at piece; last is the class
// of the character before the mark.
func (t *tokenizer) joins(b byte, i, piece, j int, last class, dotted bool) bool {
	if last != letter && last != digit {
		return false
	}
	next := t.classAt(j + 1)
	switch b {
	case '\'':
		return next == letter
	case '-':
		return next == letter || next == digit && last != digit
	case '_':
		return next == letter || next == digit
	case '&': // "AT&T", "R&D"
		return last == letter && next == letter && isUpper(t.s[j-1]) && isUpper(t.s[j+1])
	case '/', ':': // "24/7", "10:30"
		return last == digit && next == digit && byteClass[t.s[piece]] == digit
	case ',': // "1,250", "12,50,000", but not "1,2,3" or "2019,2020"
		if last != digit || next != digit {
			return false
		}
		k := j + 1
		for k < t.end && k < j+5 && byteClass[t.s[k]] == digit {
			k++
		}
		return k == j+3 || k == j+4
	case '.':
		return t.joinsPeriod(i, piece, j, last, next, dotted)
	}
	return false
}

// joinsPeriod is joins for a period. UAX #29 joins any two letters (WB6); in news a
// missing space ("said.The") is commoner than a word with a period inside, so
// a capital behind a whole word opens another word.
func (t *tokenizer) joinsPeriod(i, piece, j int, last, next class, dotted bool) bool {
	s := t.s
	if last == digit || next == digit {
		return last == next || next == letter && t.domainPiece(j+1)
	}
	if next != letter {
		return dotted && j-piece == 1 && t.at(j+1) == '-' && t.classAt(j+2) == letter
	}
	k := j + 1
	for k < t.end && byteClass[s[k]] == letter {
		k++
	}
	single := j-piece == 1 || byteClass[s[j-2]] == digit && s[j+1]|0x20 == 'm' // "5p.m"
	if single && k == j+2 && t.classAt(k) != letter {                          // "U.S", "a.m"
		return true
	}
	if isDegree(s[piece:j], s[j+1:k]) { // "Ph.D", "M.Sc"
		return true
	}
	if t.domainPiece(j + 1) {
		return true
	}
	if j-piece == 1 {
		return false
	}
	return isLower(s[piece]) && isLower(s[j-1]) && isLower(s[j+1]) && !isSmallWord(s[j+1:k])
}

// cutClitics adds the stem of the word s[i:j] and all its clitics but the last,
// which it leaves to the caller: "I" + "'d" + "'ve".
func (t *tokenizer) cutClitics(i, j int, gap bool) (int, bool) {
	k := cliticStart(t.s, i, j)
	if k <= i {
		return i, gap
	}
	if m := cliticStart(t.s, i, k); m > i {
		t.add(i, m, Word, gap)
		i, gap = m, false
	}
	kind := Word
	if byteClass[t.s[i]] == digit && byteClass[t.s[k-1]] == digit {
		kind = Number
	}
	t.add(i, k, kind, gap)
	return k, false
}

// cliticStart gives where the clitic that ends the word s[i:j] begins, or i.
func cliticStart(s string, i, j int) int {
	k := j
	for k > i && byteClass[s[k-1]] == letter && j-k < 3 {
		k--
	}
	a := k - 1 // where the apostrophe begins
	if k-3 >= i && s[k-3:k] == "’" {
		a = k - 3
	} else if k == i || s[k-1] != '\'' {
		return i
	}
	if a <= i {
		return i
	}
	switch j - k {
	case 1:
		switch s[k] | 0x20 {
		case 's', 'm', 'd':
			return a
		case 't':
			if s[a-1]|0x20 == 'n' && a-1 > i {
				return a - 1
			}
		}
	case 2:
		switch string([]byte{s[k] | 0x20, s[k+1] | 0x20}) {
		case "re", "ve", "ll":
			return a
		}
	}
	return i
}

// takesPeriod reports whether the period behind the word s[i:j] belongs to it.
func (t *tokenizer) takesPeriod(i, j int, dotted bool) bool {
	s := t.s
	next := t.at(j + 1)
	if next == '.' {
		return false
	}
	k := j // where the last piece begins
	for k > i && s[k-1] != '-' && s[k-1] != '.' {
		k--
	}
	if dotted && (j-k == 1 || k-i == 2 && isDegree(s[i:i+1], s[k:j])) {
		return true
	}
	_, width := utf8.DecodeRuneInString(s[k:])
	if k+width == j && s[k] != 'v' && s[k] != 'c' && s[k] != 'p' {
		return k == i && t.isInitial(i, j)
	}
	if dotted {
		return false
	}
	switch abbreviationOf(s[k:j]) {
	case noAbbreviation:
		return false
	case running: // "Roe v. Wade"
		m := t.afterBlanks(j + 1)
		return j-k > 1 || m > j+1 && isUpper(t.at(m))
	case counter:
		m := t.afterBlanks(j + 1)
		return byteClass[t.at(m)] == digit
	case region:
		return isUpper(s[k])
	case month:
		m := t.afterBlanks(j + 1)
		return isUpper(s[k]) && (byteClass[t.at(m)] == digit || t.at(m) == ',' || m < t.end && !isMonthWord(s[k:j]))
	}
	return true
}

// isInitial reports whether the letter s[i:j] before a period is an initial or a
// letter that names ("Plan B.").
func (t *tokenizer) isInitial(i, j int) bool {
	r, _ := utf8.DecodeRuneInString(t.s[i:])
	if !isUpperRune(r) {
		return false
	}
	k := t.afterBlanks(j + 1)
	if k >= t.end || t.s[k] == '\n' {
		return false
	}
	if c := t.classAt(k); c == digit { // "E. 42nd St."
		return r == 'N' || r == 'E' || r == 'S' || r == 'W'
	} else if c != letter || isLower(t.s[k]) {
		return t.at(k) == ',' || t.at(k) == '-'
	}
	if t.at(k+1) == '.' && k > j+1 {
		return true
	}
	if len(t.dst) > t.base && t.dst[len(t.dst)-1].Kind == Word {
		return !takesLetter(t.dst[len(t.dst)-1].Of(t.s))
	}
	return true
}

// afterBlanks returns the first place from i on that is no space, be it one that breaks
// lines or one that does not, as typesetters put behind initials.
func (t *tokenizer) afterBlanks(i int) int {
	for {
		switch {
		case t.at(i) == ' ':
			i++
		case t.at(i) == 0xC2 && t.at(i+1) == 0xA0: // U+00A0
			i += 2
		case t.at(i) == 0xE2 && t.at(i+1) == 0x80 && t.at(i+2) == 0xAF: // U+202F
			i += 3
		default:
			return i
		}
	}
}

func hasHyphen(s string) bool {
	for i := range len(s) {
		if s[i] == '-' || s[i] == 0xE2 {
			return true
		}
	}
	return false
}
