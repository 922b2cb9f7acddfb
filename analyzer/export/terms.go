package export

import "slugline/analyzer/topic"

// Terms appends Media Topics as a JSON list of objects with id, name and path.
func Terms(dst []byte, terms []topic.Term) []byte {
	w := writer{out: dst}
	w.open('[')
	for i := range terms {
		w.open('{')
		w.key("id").text(terms[i].ID)
		w.key("name").text(terms[i].Name)
		w.key("path").texts(terms[i].Path)
		w.close('}')
	}
	w.close(']')
	return w.out
}
