package export

import (
	"strings"
	"unicode"

	"slugline/analyzer"
	"slugline/analyzer/topic"
)

// Superdesk appends the tags in the shape that Superdesk keeps them in a content
// item: applied topics in "subject" with qcode, name and scheme, those that an editor
// took off by qcode in "extra", keyphrases in "keywords", and names in "person", "organisation", "place", "event" and "object".
func Superdesk(dst []byte, a *analyzer.Analysis) []byte {
	w := writer{out: dst}
	w.open('{')
	w.optional("headline", oneLine(a.Article.Title.Of(a.Source)))
	w.optional("byline", author(a))
	w.optional("language", a.Language)
	w.key("word_count").int(a.Article.Words)
	w.key("subject").open('[')
	for i := range a.Topics {
		t := &a.Topics[i]
		if !t.Applied {
			continue
		}
		w.open('{')
		w.key("qcode").text(t.ID)
		w.key("name").text(t.Name)
		if strings.HasPrefix(t.ID, topic.Prefix) {
			w.key("scheme").text("mediatopics")
		} else {
			w.key("scheme").text(scheme(t.ID))
		}
		w.key("source").text("slugline")
		w.key("altids").open('{')
		if strings.HasPrefix(t.ID, topic.Prefix) {
			w.key("medtop").text(t.ID)
		}
		w.optional("wikidata", t.Wikidata)
		w.close('}')
		w.close('}')
	}
	w.close(']')
	if len(a.Rejected) > 0 {
		w.key("extra").open('{')
		w.key("slugline_rejected").open('[')
		for i := range a.Rejected {
			w.text(a.Rejected[i].ID)
		}
		w.close(']')
		w.close('}')
	}
	w.key("keywords").open('[')
	for i := range a.Keyphrases {
		w.text(a.Keyphrases[i].Text)
	}
	w.close(']')
	for _, l := range [...]struct{ key, types string }{
		{"person", "person"}, {"organisation", "organization"}, {"place", "place"}, {"event", "event"}, {"object", "product work"},
	} {
		w.superdeskEntities(a, l.key, l.types)
	}
	w.close('}')
	return w.out
}

func (w *writer) superdeskEntities(a *analyzer.Analysis, key, types string) {
	w.key(key).open('[')
	for i := range a.Entities {
		x := &a.Entities[i]
		if !hasWord(types, x.Type) {
			continue
		}
		wikidata := ""
		if at := strings.LastIndex(x.URI, "wikidata.org/entity/"); at >= 0 {
			wikidata = x.URI[at+len("wikidata.org/entity/"):]
		}
		w.open('{')
		w.key("qcode").text(qcode(x, wikidata))
		w.key("name").text(x.Name)
		w.key("scheme").text(key)
		w.key("source").text("slugline")
		w.key("aliases").texts(x.Aliases)
		w.key("altids").open('{')
		w.optional("wikidata", wikidata)
		if x.GeoNames > 0 {
			w.key("geonames").text(decimal(x.GeoNames))
		}
		w.close('}')
		w.optional("description", x.Role)
		w.close('}')
	}
	w.close(']')
}

// qcode returns an id for an entity: Wikidata's, GeoNames', else one made of its name.
func qcode(x *analyzer.Entity, wikidata string) string {
	switch {
	case wikidata != "":
		return "wikidata:" + wikidata
	case x.GeoNames > 0:
		return "geonames:" + decimal(x.GeoNames)
	}
	var b strings.Builder
	b.WriteString("slugline:")
	dash := false
	for _, r := range x.Name {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			if dash {
				b.WriteByte('-')
				dash = false
			}
			b.WriteRune(unicode.ToLower(r))
		} else {
			dash = b.Len() > len("slugline:")
		}
	}
	return b.String()
}
