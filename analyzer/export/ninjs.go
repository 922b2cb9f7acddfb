package export

import "slugline/analyzer"

// ninjsSchema is the schema that Ninjs writes to.
const ninjsSchema = "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#"

// Ninjs appends the article and its tags as IPTC ninjs 3.1
// (https://iptc.org/standards/ninjs/). Only applied topics are subjects the story is
// "about"; those that an editor took off are related as "rejected", keyphrases as
// "keyword", and groups as "mentions".
func Ninjs(dst []byte, a *analyzer.Analysis) []byte {
	w := writer{out: dst}
	w.open('{')
	w.key("uri").text(identity(a))
	w.key("type").text("text")
	w.key("representationType").text("full")
	w.key("standard").open('{')
	w.key("name").text("ninjs")
	w.key("version").text("3.1")
	w.key("schema").text(ninjsSchema)
	w.close('}')
	w.optional("language", a.Language)
	w.optional("by", author(a))
	w.optional("located", origin(a))
	if title := oneLine(a.Article.Title.Of(a.Source)); title != "" {
		w.key("title").text(title)
		w.valued("headlines", title)
	}
	if deck := oneLine(a.Article.Deck.Of(a.Source)); deck != "" {
		w.valued("descriptions", deck)
	}
	value := body(a)
	w.key("bodies").open('[')
	w.open('{')
	w.key("role").text("main")
	w.key("contentType").text("text/plain")
	w.key("charCount").int(len([]rune(value)))
	w.key("wordCount").int(a.Article.Words)
	w.key("value").text(value)
	w.close('}')
	w.close(']')
	w.ninjsSubjects(a)
	for _, l := range [...]struct{ key, types string }{
		{"people", "person"}, {"organisations", "organization"}, {"places", "place"}, {"events", "event"}, {"objects", "product work"},
	} {
		w.ninjsEntities(a, l.key, l.types)
	}
	w.close('}')
	return w.out
}

// valued writes a list of one object with a main value.
func (w *writer) valued(key, value string) {
	w.key(key).open('[')
	w.open('{')
	w.key("role").text("main")
	w.key("value").text(value)
	w.close('}')
	w.close(']')
}

func (w *writer) ninjsSubjects(a *analyzer.Analysis) {
	w.key("subjects").open('[')
	for i := range a.Topics {
		t := &a.Topics[i]
		if t.Applied {
			w.ninjsTopic(t, "about")
		}
	}
	for i := range a.Rejected {
		w.ninjsTopic(&a.Rejected[i], "rejected")
	}
	for i := range a.Keyphrases {
		k := &a.Keyphrases[i]
		w.open('{')
		w.key("name").text(k.Text)
		w.key("rel").text("keyword")
		w.key("creator").text("Slugline")
		w.key("relevance").int(percent(k.Score))
		w.close('}')
	}
	for i := range a.Entities {
		if x := &a.Entities[i]; x.Type == "group" {
			w.open('{')
			w.key("name").text(x.Name)
			w.key("rel").text("mentions")
			w.key("creator").text("Slugline")
			w.key("relevance").int(percent(x.Salience))
			w.key("confidence").int(percent(x.Confidence))
			w.close('}')
		}
	}
	w.close(']')
}

func (w *writer) ninjsTopic(t *analyzer.Topic, rel string) {
	w.open('{')
	w.key("name").text(t.Name)
	w.key("rel").text(rel)
	w.key("uri").text(topicURI(t.ID))
	w.key("literal").text(t.ID)
	w.key("creator").text(creator(t))
	w.key("confidence").int(percent(t.Confidence))
	w.close('}')
}

// ninjsEntities writes the entities of the types, a list of words.
func (w *writer) ninjsEntities(a *analyzer.Analysis, key, types string) {
	w.key(key).open('[')
	for i := range a.Entities {
		x := &a.Entities[i]
		if !hasWord(types, x.Type) {
			continue
		}
		w.open('{')
		w.key("name").text(x.Name)
		w.key("rel").text("mentions")
		w.optional("uri", entityURI(x))
		if x.Type == "place" && located(x) {
			w.key("geoJSON").open('{')
			w.key("type").text("Point")
			w.key("coordinates").open('[')
			w.number(x.Longitude)
			w.number(x.Latitude)
			w.close(']')
			w.close('}')
		}
		w.close('}')
	}
	w.close(']')
}

// hasWord reports whether a list of words separated by spaces holds w.
func hasWord(list, w string) bool {
	for list != "" {
		i := 0
		for i < len(list) && list[i] != ' ' {
			i++
		}
		if list[:i] == w {
			return true
		}
		list = list[min(i+1, len(list)):]
	}
	return false
}
