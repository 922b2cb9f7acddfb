package entity

import (
	"slugline/analyzer/model"
	"slugline/analyzer/text"
)

// maxRole is how many tokens a role has at most.
const maxRole = 9

// roles sets the roles of persons from the title before a mention ("External Affairs
// Minister S. Jaishankar") or the apposition behind it ("Jane Roe, the finance minister
// of Kenya,"). The longest one found in the first mentions stands.
func (r *Recognizer) roles(entities []Entity, names []Name, doc *text.Document) {
	for i := range entities {
		e := &entities[i]
		if e.Type != Person {
			continue
		}
		for k, m := range e.Mentions {
			if k == 4 {
				break
			}
			role := r.titleBefore(names, m, doc)
			if role == "" {
				role = r.appositionAfter(names[m], doc)
			}
			if len(role) > len(e.Role) {
				e.Role = role
			}
		}
	}
}

// titleBefore returns the title that ends right before name m.
func (r *Recognizer) titleBefore(names []Name, m int, doc *text.Document) string {
	end := names[m].First
	floor := sentenceOf(doc, end).First
	for k := m - 1; k >= 0 && names[k].Last > floor; k-- {
		if names[k].Type == Person { // a title never reaches across another person
			floor = names[k].Last
		}
	}
	start := end
	for start > floor && end-start < maxRole && r.titleWord(start-1) {
		start--
	}
	// The office's place or body before it, whole: "US Secretary of State", "Ivory Coast coach".
	if start < end {
		for k := m - 1; k >= 0 && names[k].Last >= start && names[k].First >= floor; k-- {
			start = min(start, names[k].First)
		}
	}
	for start < end && (text.List("'s|-|and|of").Has(r.attrs[start].low) || isHonorific(r.attrs[start].low)) {
		start++
	}
	for end > start && (r.attrs[end-1].low == "." || isHonorific(r.attrs[end-1].low)) {
		end--
	}
	if start == end || !r.isCue(end-1) && !r.cueWithin(start, end) {
		return ""
	}
	return oneLine(doc.Source[doc.Tokens[start].Start:doc.Tokens[end-1].End])
}

// titleWord reports whether token i can be part of a title: a listed title word, or a
// capitalised word or "of" that stands in a name of an office.
func (r *Recognizer) titleWord(i int) bool {
	a := &r.attrs[i]
	if r.isCue(i) {
		return true
	}
	switch a.low {
	case "of", "for", "-", "&":
		return true
	case "former", "deputy", "acting", "vice", "chief", "senior", "foreign", "finance", "prime", "interim", "outgoing", "then", "ex", "and":
		return !a.opening || !isFunctionWord(a.low)
	}
	return a.capital && !a.opening
}

// isCue reports whether token i is in a listed title, or is one by itself that is
// written small: the recogniser looks up capitalised words only, but "finance minister"
// is as much a role as "Finance Minister".
func (r *Recognizer) isCue(i int) bool {
	a := &r.attrs[i]
	if a.strong {
		return a.listed>>(3*PersonCue)&7 != 0
	}
	return gazetteer{model.Gazetteer}.lists(mix(0, 0, a.word))>>PersonCue&1 != 0
}

func (r *Recognizer) cueWithin(first, last int) bool {
	for i := first; i < last; i++ {
		if r.isCue(i) {
			return true
		}
	}
	return false
}

// appositionAfter returns the role between commas behind a name.
func (r *Recognizer) appositionAfter(n Name, doc *text.Document) string {
	i := n.Last
	sentence := sentenceOf(doc, n.First)
	if i >= sentence.Last || r.attrs[i].low != "," {
		return ""
	}
	start := i + 1
	for start < sentence.Last && (r.attrs[start].low == "the" || r.attrs[start].low == "a" || r.attrs[start].low == "an" || r.attrs[start].low == "who") {
		if r.attrs[start].low == "who" {
			return ""
		}
		start++
	}
	end := start
	for end < sentence.Last && end-start <= maxRole && doc.Tokens[end].Kind != text.Punctuation {
		end++
	}
	if end >= sentence.Last || end-start > maxRole || end == start {
		return ""
	}
	if closing := r.attrs[end].low; closing != "," && closing != "." {
		return ""
	}
	// The role noun stands early: "finance minister of Kenya", not "said the minister".
	for k := start; k < min(end, start+4); k++ {
		if r.isCue(k) {
			return oneLine(doc.Source[doc.Tokens[start].Start:doc.Tokens[end-1].End])
		}
	}
	return ""
}

// sentenceOf returns the sentence that token i is in.
func sentenceOf(doc *text.Document, i int) text.Sentence {
	low, high := 0, len(doc.Sentences)
	for low+1 < high {
		if mid := (low + high) / 2; doc.Sentences[mid].First <= i {
			low = mid
		} else {
			high = mid
		}
	}
	return doc.Sentences[low]
}
