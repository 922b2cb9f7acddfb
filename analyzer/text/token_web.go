package text

// Web addresses, e-mail addresses, handles and hashtags.

import "unicode/utf8"

// isScheme reports whether s opens a URL before "://".
func isScheme(s string) bool {
	switch s {
	case "http", "https", "ftp", "HTTP", "HTTPS", "Http", "Https":
		return true
	}
	return false
}

// urlEnd gives the end of the address whose host or path begins at i. Marks at its
// end are the sentence's, and so is a closing bracket that it did not open.
func (t *tokenizer) urlEnd(i int) int {
	s, j, open := t.s, i, 0
scan:
	for j < t.end {
		switch b := s[j]; {
		case b == '(':
			open++
		case b == ')':
			if open--; open < 0 {
				break scan
			}
		case b == '<' || b == '>' || b == '"' || b == '`' || b == '{' || b == '}' || b == '|' || b == '\\' || b == '^':
			break scan
		case b >= utf8.RuneSelf:
			c, n := classAt(s, j)
			if c != letter && c != digit && c != extend && c != ideograph {
				break scan
			}
			j += n
			continue
		case byteClass[b] == space:
			break scan
		}
		j++
	}
	for j > i {
		switch s[j-1] {
		case '.', ',', ';', ':', '!', '?', '\'', '*', ']', '(', '[':
			j--
			continue
		}
		break
	}
	return skipExtend(s, j, t.end)
}

// domain gives the end of the address that the word s[i:j], which holds periods,
// opens without a scheme, or 0. "Amazon.com" names a company and stays a word.
func (t *tokenizer) domain(i, j int) int {
	s := t.s
	if j-i > 4 && s[i]|0x20 == 'w' && s[i+1]|0x20 == 'w' && s[i+2]|0x20 == 'w' && s[i+3] == '.' {
		return t.urlEnd(i)
	}
	k := j
	for k > i && s[k-1] != '.' {
		k--
	}
	if k == i || !isTopDomain(s[k:j]) && !isSmallWord(s[k:j]) {
		return 0
	}
	if t.at(j) == '/' && byteClass[t.at(j+1)] == letter {
		return t.urlEnd(i)
	}
	if isUpper(s[i]) || !isTopDomain(s[k:j]) || t.at(j) == '@' {
		return 0
	}
	return j
}

// domainPiece reports whether what stands at i, behind a period, leads to the last
// part of a domain name: "com", "co.uk".
func (t *tokenizer) domainPiece(i int) bool {
	for range 4 {
		j := i
		for j < t.end && (byteClass[t.s[j]] == letter || byteClass[t.s[j]] == digit || t.s[j] == '-') {
			j++
		}
		if j == i || j-i > 63 {
			return false
		}
		if t.at(j) != '.' || byteClass[t.at(j+1)] != letter {
			return isTopDomain(t.s[i:j]) || isSmallWord(t.s[i:j]) && t.at(j) == '/' && byteClass[t.at(j+1)] == letter
		}
		if isTopDomain(t.s[i:j]) {
			return true
		}
		i = j + 1
	}
	return false
}

// isTopDomain reports whether s is a top-level domain that news cites and that is
// no English word.
func isTopDomain(s string) bool {
	return List("ac|ae|ai|app|ar|au|bd|bg|biz|br|ca|cc|ch|cl|cn|co|com|cz|de|dev|dk|edu|eg|es|eu|fm|fr|gh|gl|gov|gr|hk|hu|id|ie|il|info|int|io|ir|jp|ke|kr|" +
		"lk|ly|mil|mx|net|news|ng|nic|nl|np|nz|org|ph|pk|pl|pt|qa|ro|ru|sa|se|sg|th|tr|tv|ua|uk|vn|za").Has(s)
}

// isSmallWord reports whether s is a country's domain that is an English word too.
func isSmallWord(s string) bool {
	return List("a|am|an|and|as|at|be|but|by|do|for|he|if|in|is|it|me|my|no|of|on|or|she|so|that|the|they|this|to|us|we|you").Has(s)
}

// email turns the tokens that touch the "@" at i, and the domain behind it, into an
// e-mail address, if they are one.
func (t *tokenizer) email(i int) bool {
	s, j, dot := t.s, i+1, 0
	for j < t.end {
		if c := byteClass[s[j]]; c != letter && c != digit && s[j] != '-' && s[j] != '.' {
			break
		}
		if s[j] == '.' && j+1 < t.end && byteClass[s[j+1]] == letter {
			dot = j
		}
		j++
	}
	for j > i+1 && (s[j-1] == '.' || s[j-1] == '-') {
		j--
	}
	if dot <= i+1 || j-dot < 3 || !t.touches(i) {
		return false
	}
	k, first := len(t.dst), i
	for k > t.base && t.dst[k-1].End == first && isLocalPart(t.dst[k-1].Of(s)) {
		k--
		first = t.dst[k].Start
	}
	if k == len(t.dst) {
		return false
	}
	gap := t.dst[k].Space
	t.dst = t.dst[:k]
	t.add(first, skipExtend(s, j, t.end), Email, gap)
	return true
}

// isLocalPart reports whether s may stand before the "@" of an e-mail address.
func isLocalPart(s string) bool {
	for i := range len(s) {
		if c := byteClass[s[i]]; c != letter && c != digit && s[i] != '.' && s[i] != '_' && s[i] != '-' && s[i] != '+' && s[i] != '%' {
			return false
		}
	}
	return true
}

// name gives the end of the name of a handle or hashtag that begins at i.
func (t *tokenizer) name(i int) int {
	j, last := i, i
	for j < t.end {
		c, n := classAt(t.s, j)
		if c != letter && c != digit && c != ideograph && t.s[j] != '_' && (c != extend || j == i) {
			break
		}
		j += n
		last = j
	}
	return last
}
