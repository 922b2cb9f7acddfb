package entity

import "github.com/agnivade/levenshtein"

// minSpelling is the least length, in bytes, of a word whose spelling is questioned:
// among shorter ones, "Iran" and "Iraq" are too common.
const minSpelling = 6

// misspelt joins a form that differs from a commoner one of the article by a letter or
// two with it, and suggests the commoner spelling: "Jaishanker" beside "Jaishankar".
// Words that a list or the class table knows are taken to be meant.
func (j *joiner) misspelt() {
	for b := range j.forms {
		rare := &j.forms[b]
		for a := range j.forms {
			usual := &j.forms[a]
			if a == b || usual.t != rare.t || len(usual.low) != len(rare.low) || len(usual.names) <= len(rare.names) {
				continue
			}
			if j.oneWordApart(usual, rare) {
				j.unite(a, b)
				for _, i := range rare.names {
					j.names[i].Suggestion = oneLine(j.names[usual.first].Of(j.doc.Source))
				}
				break
			}
		}
	}
}

// oneWordApart reports whether two forms of as many words differ in one word, by a slip.
func (j *joiner) oneWordApart(usual, rare *form) bool {
	apart := 0
	for k := range usual.low {
		if usual.low[k] == rare.low[k] {
			continue
		}
		if apart++; apart > 1 || !slip(usual.low[k], rare.low[k]) || j.isKnown(rare, rare.low[k]) {
			return false
		}
	}
	return apart == 1
}

// slip reports whether one word can be the other mistyped: one edit, or two in a long
// word, and not at its first letter; a plural is none.
func slip(a, b string) bool {
	if len(a) < minSpelling || len(b) < minSpelling || a[0] != b[0] || a+"s" == b || b+"s" == a {
		return false
	}
	allowed := 1
	if min(len(a), len(b)) >= 10 {
		allowed = 2
	}
	if d := len(a) - len(b); d > allowed || -d > allowed {
		return false
	}
	return levenshtein.ComputeDistance(a, b) <= allowed
}

// isKnown reports whether a word of a form is one that the class table or a list has.
func (j *joiner) isKnown(f *form, low string) bool {
	n := j.names[f.first]
	for i := n.First; i < n.Last; i++ {
		if a := &j.r.attrs[i]; bare(a.low) == low {
			return a.fine != 0 || a.listed != 0
		}
	}
	return false
}
