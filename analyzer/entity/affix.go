package entity

import "slugline/analyzer/text"

// A hyphen hangs words on names: "UN-led", "Nairobi-based", "pro-Syrian". The token stays
// whole for other stages; here its head, the part that names, stands for it. Names that
// have a hyphen of their own ("Moo-hyun", "Al-Qaeda", "Wal-Mart") are all head.

// head returns the part of a token that a name can be, as offsets into s.
func head(s string) (start, end int) {
	end = len(s)
	for i := end - 1; i > 0; i-- {
		if s[i] == '-' {
			if hangsOn(s[i+1:]) && hasUpper(s[:i]) {
				end = i
			}
			break
		}
	}
	for i := range end {
		if s[i] == '-' {
			if isPrefix(s[:i]) && i+1 < end && 'A' <= s[i+1] && s[i+1] <= 'Z' {
				start = i + 1
			}
			break
		}
	}
	return start, end
}

func hasUpper(s string) bool {
	for i := range len(s) {
		if 'A' <= s[i] && s[i] <= 'Z' {
			return true
		}
	}
	return false
}

// hangsOn reports words that follow a name and a hyphen and are no part of the name.
// Participles in -ed do; those in -ing are listed, for many Chinese given names end so.
func hangsOn(tail string) bool {
	for i := range len(tail) {
		if tail[i] < 'a' || tail[i] > 'z' {
			return false
		}
	}
	if n := len(tail); n > 4 && tail[n-2:] == "ed" {
		return true
	}
	return text.List("area|born|bound|brand|built|coalition|critic|dominant|era|flagged|friendly|held|inspired|language|leaning|led|like|loyal|made|majority|minority|" +
		"only|orbiting|owned|registered|related|run|speaking|style|themed|trained|type|wide|winning|worth").Has(tail)
}

// isPrefix reports the small prefixes that stand before a name and a hyphen.
func isPrefix(s string) bool {
	return text.List("anti|cross|ethnic|ex|intra|mid|non|pan|post|pre|pro|then|trans|ultra").Has(s)
}
