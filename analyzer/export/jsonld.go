package export

import (
	"strings"

	"slugline/analyzer"
	"slugline/analyzer/topic"
)

// JSONLD appends the article as a schema.org NewsArticle (https://schema.org/NewsArticle).
// It may stand in a script element: "<" is escaped.
func JSONLD(dst []byte, a *analyzer.Analysis) []byte {
	w := writer{out: dst}
	w.open('{')
	w.key("@context").text("https://schema.org")
	w.key("@type").text("NewsArticle")
	w.key("identifier").text(identity(a))
	w.optional("headline", oneLine(a.Article.Title.Of(a.Source)))
	w.optional("description", oneLine(a.Article.Deck.Of(a.Source)))
	w.optional("dateline", oneLine(a.Article.Dateline.Of(a.Source)))
	w.optional("inLanguage", a.Language)
	if name := author(a); name != "" {
		w.key("author").open('{')
		w.key("@type").text("Person")
		w.key("name").text(name)
		w.close('}')
	}
	if place := origin(a); place != "" {
		w.key("locationCreated").open('{')
		w.key("@type").text("Place")
		w.key("name").text(place)
		w.close('}')
	}
	w.key("wordCount").int(a.Article.Words)
	w.key("articleBody").text(body(a))
	w.ldSections(a)
	w.key("keywords").open('[')
	for i := range a.Keyphrases {
		w.text(a.Keyphrases[i].Text)
	}
	w.close(']')
	w.key("about").open('[')
	for i := range a.Topics {
		if t := &a.Topics[i]; t.Applied {
			w.ldTopic(t)
		}
	}
	w.close(']')
	w.key("mentions").open('[')
	for i := range a.Entities {
		w.ldEntity(&a.Entities[i])
	}
	w.close(']')
	w.close('}')
	return w.out
}

// ldSections writes the names of the top-level topics, each once.
func (w *writer) ldSections(a *analyzer.Analysis) {
	var seen []string
next:
	for i := range a.Topics {
		t := &a.Topics[i]
		if !t.Applied || len(t.Path) == 0 {
			continue
		}
		for _, s := range seen {
			if s == t.Path[0] {
				continue next
			}
		}
		seen = append(seen, t.Path[0])
	}
	w.key("articleSection").texts(seen)
}

func (w *writer) ldTopic(t *analyzer.Topic) {
	w.open('{')
	w.key("@type").text("DefinedTerm")
	w.key("@id").text(topicURI(t.ID))
	w.key("name").text(t.Name)
	w.key("termCode").text(t.ID)
	if strings.HasPrefix(t.ID, topic.Prefix) {
		w.key("inDefinedTermSet").text("http://cv.iptc.org/newscodes/mediatopic/")
	} else {
		w.key("inDefinedTermSet").text(scheme(t.ID))
	}
	if t.Wikidata != "" {
		w.key("sameAs").text("http://www.wikidata.org/entity/" + t.Wikidata)
	}
	w.close('}')
}

func (w *writer) ldEntity(x *analyzer.Entity) {
	w.open('{')
	w.key("@type").text(ldType(x.Type))
	w.key("name").text(x.Name)
	if len(x.Aliases) > 0 {
		w.key("alternateName").texts(x.Aliases)
	}
	if x.Type == "person" {
		w.optional("jobTitle", x.Role)
	}
	w.optional("sameAs", entityURI(x))
	if x.Type == "place" {
		if x.Country != "" {
			w.key("address").open('{')
			w.key("@type").text("PostalAddress")
			w.key("addressCountry").text(x.Country)
			w.close('}')
		}
		if located(x) {
			w.key("geo").open('{')
			w.key("@type").text("GeoCoordinates")
			w.key("latitude").number(x.Latitude)
			w.key("longitude").number(x.Longitude)
			w.close('}')
		}
	}
	w.close('}')
}

// ldType names the schema.org type of an entity type.
func ldType(t string) string {
	switch t {
	case "person":
		return "Person"
	case "organization":
		return "Organization"
	case "place":
		return "Place"
	case "event":
		return "Event"
	case "work":
		return "CreativeWork"
	case "product":
		return "Product"
	}
	return "Thing"
}
