package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"strings"

	"slugline/analyzer/entity"
	"slugline/build/stories"
)

// A passage is a text with the names that annotators marked in it.
type passage struct {
	id, text string
	names    []marked
	source   *source
}

// marked is one annotation: byte offsets and the set of types it may have. An empty set
// means that somebody marked something here that says nothing about our types.
type marked struct {
	start, end int
	types      typeSet
	outside    bool // it may also be no name at all
}

type typeSet uint8

func setOf(types ...entity.Type) typeSet {
	var s typeSet
	for _, t := range types {
		s |= 1 << t
	}
	return s
}

// A source is a set of passages annotated in one way.
type source struct {
	name, file string  // file of the train folder
	folder     string  // instead: a folder of stories written for this project
	own        bool    // annotated in exactly our conventions
	weight     float64 // how much an example counts
	types      map[string]marked
	lenient    bool    // types that are not mapped are passed over
	silent     typeSet // types that the source does not mark: unmarked text may be one of them
}

var (
	nom    = setOf(entity.Group, entity.Event, entity.Work, entity.Product)
	things = setOf(entity.Event, entity.Work, entity.Product)
)

func only(t entity.Type) marked { return marked{types: setOf(t)} }
func oneOf(s typeSet) marked    { return marked{types: s} }
func perhaps(s typeSet) marked  { return marked{types: s, outside: true} }
func fourTypes(misc marked) map[string]marked {
	return map[string]marked{"PER": only(entity.Person), "ORG": only(entity.Organization), "LOC": only(entity.Place), "MISC": misc}
}

// sources are the TRAIN sets that shape the weights. What was tried and left out is in
// analyzer/model/NAMES.md.
var sources = []*source{
	{name: "wikinews", file: "wikinews.jsonl", own: true, weight: 1},
	{name: "newswire", file: "newswire.jsonl", own: true, weight: 1},
	{name: "stories", folder: "build/stories", own: true, weight: 1},
	{name: "wikigold", file: "wikigold.conll", weight: 0.5, types: fourTypes(oneOf(nom))},
	{name: "uner_ewt", file: "uner_ewt.conll", weight: 0.5, types: fourTypes(perhaps(nom)), silent: nom},
	{name: "gum", file: "gum.conll", weight: 0.3, silent: nom, types: map[string]marked{
		"person": only(entity.Person), "organization": only(entity.Organization), "place": only(entity.Place),
		"event": perhaps(things), "abstract": perhaps(nom), "object": perhaps(things | setOf(entity.Place)), "time": perhaps(0),
		"substance": perhaps(things), "animal": perhaps(setOf(entity.Person)), "plant": perhaps(0),
	}},
	{name: "crossner", file: "crossner_politics.conll", weight: 0.4, silent: nom, types: map[string]marked{
		"politician": only(entity.Person), "person": only(entity.Person), "politicalparty": only(entity.Organization),
		"organisation": only(entity.Organization), "country": only(entity.Place), "location": only(entity.Place),
		"election": only(entity.Event), "event": only(entity.Event), "misc": perhaps(nom),
	}},
	{name: "redocred_a", file: "redocred_a.conll", weight: 0.3, types: redocred, silent: nom},
	{name: "redocred_b", file: "redocred_b.conll", weight: 0.3, types: redocred, silent: nom},
	{name: "multiner_lk", file: "multiner_lk.conll", weight: 0.2, silent: nom, types: map[string]marked{
		"PER": only(entity.Person), "ORG": only(entity.Organization), "LOC": only(entity.Place), "MISC": perhaps(nom),
	}},
}

var redocred = map[string]marked{
	"PER": only(entity.Person), "ORG": only(entity.Organization), "LOC": oneOf(setOf(entity.Place, entity.Group)),
	"MISC": perhaps(nom), "TIME": perhaps(0), "NUM": perhaps(0),
}

// read returns the passages of a source found in folder.
func (s *source) read(folder string) ([]passage, error) {
	path := folder + "/" + s.file
	var passages []passage
	var err error
	if s.folder != "" {
		passages, err = readStories(s)
	} else if strings.HasSuffix(path, ".conll") {
		passages, err = readConll(path, s)
	} else {
		passages, err = readJSONL(path, s)
	}
	for i := range passages {
		passages[i].source = s
	}
	return passages, err
}

// readStories returns the stories whose names are annotated.
func readStories(s *source) ([]passage, error) {
	all, err := stories.Read(s.folder)
	if err != nil {
		return nil, err
	}
	var passages []passage
	for _, story := range all {
		if !story.Named {
			continue
		}
		p := passage{id: fmt.Sprintf("%s:%d", story.File, story.Line), text: story.Text}
		for _, n := range story.Names {
			t, _ := entity.TypeOf(n.Type)
			m := only(t)
			m.start, m.end = n.Start, n.End
			p.names = append(p.names, m)
		}
		passages = append(passages, p)
	}
	return passages, nil
}

// readJSONL reads {"id","text","entities":[[start,end,type],…]} lines with offsets in
// code points.
func readJSONL(path string, s *source) ([]passage, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var passages []passage
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		var row struct {
			ID, Text string
			Entities [][3]any
		}
		if err := json.Unmarshal(lines.Bytes(), &row); err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		offsets := make([]int, 0, len(row.Text)+1) // code point -> byte
		for i := range row.Text {
			offsets = append(offsets, i)
		}
		offsets = append(offsets, len(row.Text))
		p := passage{id: row.ID, text: row.Text}
		for _, e := range row.Entities {
			m, ok := s.mark(e[2].(string))
			if !ok {
				return nil, fmt.Errorf("%s: %s: type %v is not mapped", path, row.ID, e[2])
			}
			m.start, m.end = offsets[int(e[0].(float64))], offsets[int(e[1].(float64))]
			p.names = append(p.names, m)
		}
		passages = append(passages, p)
	}
	return passages, lines.Err()
}

func (s *source) mark(tag string) (marked, bool) {
	if m, ok := s.types[tag]; ok {
		return m, true
	}
	if t, ok := entity.TypeOf(tag); ok && s.types == nil {
		return only(t), true
	}
	return marked{outside: true}, s.lenient
}
