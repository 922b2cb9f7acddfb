package entity

import (
	"strings"

	"slugline/analyzer/text"
)

// Entity is one person, organization, place … with all its mentions.
type Entity struct {
	Name       string // the fullest form found, as the text has it
	Type       Type
	Role       string   // "External Affairs Minister"; empty where none stands beside the name
	Mentions   []int    // indices into the names, in text order
	Aliases    []string // other forms found, in text order, without Name
	Salience   float64  // how much the article is about it, 0-1
	Confidence float64  // that of its surest mention, 0-1
}

// Group joins the names of one thing into entities, most salient first. of has for each
// name the index of its entity. It is called after Names, on the same document.
func (r *Recognizer) Group(names []Name, doc *text.Document, corrections []Correction) (entities []Entity, of []int) {
	j := joiner{r: r, doc: doc, names: names}
	j.join(corrections)
	entities, of = j.entities()
	r.roles(entities, names, doc)
	rank(entities, names, of, doc)
	return entities, of
}

// joiner joins forms: a form is what names with the same folded tokens and type share.
type joiner struct {
	r      *Recognizer
	doc    *text.Document
	names  []Name
	forms  []form
	parent []int // union-find over forms
}

// form is one way of writing a name.
type form struct {
	low   []string // folded tokens, periods and hyphens apart
	hash  uint32   // of low
	known int      // the number of the well-known thing that it names, 0 for none
	t     Type
	names []int
	first int  // index of its first name
	upper bool // written in capitals
}

// join builds the forms and unites those of one thing.
func (j *joiner) join(corrections []Correction) {
	for i := range j.names {
		j.addForm(i)
	}
	j.parent = make([]int, len(j.forms))
	for i := range j.parent {
		j.parent[i] = i
	}
	for b := range j.forms {
		for a := range j.forms[:b] {
			if j.forms[a].t == j.forms[b].t && j.find(a) != j.find(b) && sameThing(&j.forms[a], &j.forms[b]) {
				j.unite(a, b)
			}
		}
	}
	j.brackets()
	j.uniteCorrected(corrections)
	for b := range j.forms {
		j.attach(b)
	}
	j.misspelt()
}

func (j *joiner) addForm(i int) {
	n := j.names[i]
	low := make([]string, 0, n.Last-n.First)
	upper, hash := true, uint32(n.Type)
	for k := n.First; k < n.Last; k++ {
		a := &j.r.attrs[k]
		upper = upper && (a.upper || !a.strong || len(a.low) == 1)
		word := a.low
		if n.Len() < a.head.Len() { // half of a twin
			word = string(appendFolded(nil, n.Of(j.doc.Source)))
		}
		if w := bare(word); w != "" {
			low = append(low, w)
			hash = mix(0, hash, hashString(w))
		}
	}
	for f := range j.forms {
		if j.forms[f].hash == hash && j.forms[f].t == n.Type && equal(j.forms[f].low, low) {
			j.forms[f].names = append(j.forms[f].names, i)
			j.forms[f].upper = j.forms[f].upper && upper
			return
		}
	}
	j.forms = append(j.forms, form{low: low, hash: hash, known: known(low), t: n.Type, names: []int{i}, first: i, upper: upper})
}

// bare returns a folded token without periods, empty for a token of marks only:
// "u.s." and "us" are one form.
func bare(low string) string {
	letters, periods := 0, 0
	for i := 0; i < len(low); i++ {
		switch c := low[i]; {
		case c == '.':
			periods++
		case c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c >= 0x80 || c == '&':
			letters++
		}
	}
	if letters == 0 {
		return ""
	}
	if periods == 0 {
		return low
	}
	b := make([]byte, 0, len(low))
	for i := 0; i < len(low); i++ {
		if low[i] != '.' {
			b = append(b, low[i])
		}
	}
	return string(b)
}

func equal(a, b []string) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

func (j *joiner) find(i int) int {
	for j.parent[i] != i {
		j.parent[i] = j.parent[j.parent[i]]
		i = j.parent[i]
	}
	return i
}

// unite joins two sets; the one whose first mention comes first stays its root.
func (j *joiner) unite(a, b int) {
	a, b = j.find(a), j.find(b)
	if j.forms[a].first > j.forms[b].first {
		a, b = b, a
	}
	j.parent[b] = a
}

// entities collects the sets in the order of their first mention.
func (j *joiner) entities() ([]Entity, []int) {
	of := make([]int, len(j.names))
	number := make([]int, len(j.forms))
	var out []Entity
	for f := range j.forms {
		root := j.find(f)
		if root == f {
			number[f] = len(out)
			out = append(out, Entity{Type: j.forms[f].t})
		}
	}
	for f := range j.forms {
		n := number[j.find(f)]
		for _, i := range j.forms[f].names {
			of[i] = n
		}
	}
	for i := range j.names {
		e := &out[of[i]]
		e.Mentions = append(e.Mentions, i)
		e.Confidence = max(e.Confidence, j.names[i].Confidence)
	}
	for i := range out {
		j.nameEntity(&out[i])
	}
	return out, of
}

// nameEntity chooses the fullest form as the entity's name. A form in capitals, as in the
// dateline "NAIROBI", names it only where there is no other.
func (j *joiner) nameEntity(e *Entity) {
	best, bestScore := "", -1
	for _, i := range e.Mentions {
		s := j.names[i].Of(j.doc.Source)
		score := 2*(j.names[i].Last-j.names[i].First) + 1
		if j.r.attrs[j.names[i].First].shouted || j.isCapitalsOfAnother(s, e) {
			score = 0
		}
		if score > bestScore || score == bestScore && len(s) > len(best)+3 {
			best, bestScore = s, score
		}
	}
	e.Name = oneLine(best)
	for _, i := range e.Mentions {
		s := oneLine(j.names[i].Of(j.doc.Source))
		known := s == e.Name
		for _, a := range e.Aliases {
			known = known || a == s
		}
		if !known {
			e.Aliases = append(e.Aliases, s)
		}
	}
}

// isCapitalsOfAnother reports whether a form is another one of the entity's in capitals.
func (j *joiner) isCapitalsOfAnother(form string, e *Entity) bool {
	if strings.ToUpper(form) != form {
		return false
	}
	for _, i := range e.Mentions {
		if s := j.names[i].Of(j.doc.Source); s != form && strings.EqualFold(s, form) {
			return true
		}
	}
	return false
}

// oneLine folds the white space inside a name to single spaces.
func oneLine(s string) string {
	clean := true
	for i := 0; i < len(s); i++ {
		if s[i] < ' ' || s[i] == ' ' && i > 0 && s[i-1] == ' ' {
			clean = false
		}
	}
	if clean {
		return s
	}
	b := make([]byte, 0, len(s))
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c <= ' ' {
			if len(b) > 0 && b[len(b)-1] == ' ' {
				continue
			}
			c = ' '
		}
		b = append(b, c)
	}
	return string(b)
}
