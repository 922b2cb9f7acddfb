//go:build wasip1

// Command stages is the analyzer's stages one by one behind the ABI of wasm/reactor, so that
// stages.js can time each in WebAssembly: operation 0 adds a text and makes what the
// stages need, the others carry out one stage on one of them.
package main

import (
	"slugline/analyzer/article"
	"slugline/analyzer/entity"
	"slugline/analyzer/entity/identity"
	"slugline/analyzer/keyphrase"
	"slugline/analyzer/pos"
	"slugline/analyzer/text"
	"slugline/analyzer/topic"
	"slugline/wasm/reactor"
)

// stages holds what articles share.
type stages struct {
	names    *entity.Recognizer
	places   *identity.Resolver
	topics   *topic.Classifier
	articles []*prepared
}

// prepared is an article and what each stage needs from those before.
type prepared struct {
	source    string
	doc       *text.Document
	tags      []pos.Tag
	inTopics  []topic.Name
	inPhrases []keyphrase.Name
}

func init() {
	s := &stages{names: entity.New(), places: identity.New(), topics: topic.New()}
	reactor.Serve(s.handle)
}

func main() {}

func (s *stages) handle(op int32, in *reactor.Frame, out []byte) ([]byte, error) {
	if op == 0 {
		a := &prepared{source: in.String()}
		a.parse()
		s.find(a)
		a.tags = pos.TagTokens(nil, a.doc)
		s.articles = append(s.articles, a)
		return out, nil
	}
	a := s.articles[in.Uint()]
	switch op {
	case 1:
		a.parse()
	case 2:
		s.find(a)
	case 3:
		s.topics.Classify(a.doc, a.inTopics, topic.Options{})
	case 4:
		a.tags = pos.TagTokens(a.tags[:0], a.doc)
	case 5:
		keyphrase.Extract(a.doc, a.tags, a.inPhrases, 10)
	default:
		return nil, reactor.ErrOperation
	}
	return out, nil
}

func (a *prepared) parse() { a.doc = &article.Parse("", a.source).Doc }

// find finds the names and what they stand for, as the analyzer does but for the reader's
// corrections.
func (s *stages) find(a *prepared) {
	names := s.names.Agree(s.names.Names(nil, a.doc), a.doc)
	entities, of := s.names.Group(names, a.doc, nil)
	s.places.Resolve(entities, names, a.doc)
	a.inTopics, a.inPhrases = a.inTopics[:0], a.inPhrases[:0]
	for i, n := range names {
		a.inTopics = append(a.inTopics, topic.Name{Span: n.Span, Type: n.Type.String()})
		a.inPhrases = append(a.inPhrases, keyphrase.Name{Span: n.Span, Entity: of[i], Person: n.Type == entity.Person})
	}
}
