//go:build wasip1

// Command stages is the analyzer's stages one by one behind the ABI of wasm/reactor, so that
// stages.js can time each in WebAssembly: operation 0 takes a text and makes what the
// stages need, the others carry out one stage on it.
package main

import (
	"slugline/analyzer/article"
	"slugline/analyzer/entity"
	"slugline/analyzer/keyphrase"
	"slugline/analyzer/pos"
	"slugline/analyzer/text"
	"slugline/analyzer/topic"
	"slugline/wasm/reactor"
)

// stages holds an article and what the stages before each have made of it.
type stages struct {
	source    string
	doc       *text.Document
	names     *entity.Recognizer
	topics    *topic.Classifier
	tags      []pos.Tag
	inTopics  []topic.Name
	inPhrases []keyphrase.Name
}

func init() {
	s := &stages{names: entity.New(), topics: topic.New()}
	reactor.Serve(s.handle)
}

func main() {}

func (s *stages) handle(op int32, in *reactor.Frame, out []byte) ([]byte, error) {
	switch op {
	case 0:
		s.source = in.String()
		s.parse()
		s.find()
		s.tags = pos.TagTokens(s.tags[:0], s.doc)
	case 1:
		s.parse()
	case 2:
		s.find()
	case 3:
		s.topics.Classify(s.doc, s.inTopics, topic.Options{})
	case 4:
		s.tags = pos.TagTokens(s.tags[:0], s.doc)
	case 5:
		keyphrase.Extract(s.doc, s.tags, s.inPhrases, 10)
	default:
		return nil, reactor.ErrOperation
	}
	return out, nil
}

func (s *stages) parse() { s.doc = &article.Parse("", s.source).Doc }

// find finds the names, as the analyzer does but for the reader's corrections.
func (s *stages) find() {
	names := s.names.Agree(s.names.Names(nil, s.doc), s.doc)
	_, of := s.names.Group(names, s.doc, nil)
	s.inTopics, s.inPhrases = s.inTopics[:0], s.inPhrases[:0]
	for i, n := range names {
		s.inTopics = append(s.inTopics, topic.Name{Span: n.Span, Type: n.Type.String()})
		s.inPhrases = append(s.inPhrases, keyphrase.Name{Span: n.Span, Entity: of[i], Person: n.Type == entity.Person})
	}
}
