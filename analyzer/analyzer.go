// Package analyzer finds the names, topics, keyphrases and earlier copies of a news
// article. Analyze is the map of the house: its stages stand in the order they run.
package analyzer

import (
	"strconv"

	"slugline/analyzer/article"
	"slugline/analyzer/desk"
	"slugline/analyzer/entity"
	"slugline/analyzer/entity/identity"
	"slugline/analyzer/entity/numex"
	"slugline/analyzer/keyphrase"
	"slugline/analyzer/pos"
	"slugline/analyzer/text"
	"slugline/analyzer/topic"
)

// Input is an article as the reader gave it.
type Input struct {
	Title       string        // a title given apart from the text; empty where the text has its own
	Text        string        // the text as pasted
	Date        string        // the story's date, "2026-11-24" or RFC 3339; empty where unknown
	Corrections []Correction  // what the reader has said about names, applied in order
	Rulings     []desk.Ruling // what the reader has said about tags of this story, in order
}

// Correction is one thing that a reader has said about a name.
type Correction struct {
	Kind  string // "type": Name is of Type; "not-a-name"; "same": Name and Other are one; "ignore": never highlight Name
	Name  string
	Type  string
	Other string
}

// Analyzer holds the buffers that analyses share. It is not safe for concurrent use.
type Analyzer struct {
	doc    *text.Document
	names  *entity.Recognizer
	places *identity.Resolver
	topics *topic.Classifier
	tags   []pos.Tag
	desk   *desk.Desk
}

// New returns an Analyzer. It costs a few milliseconds: the weights of names are laid out.
func New() *Analyzer {
	return &Analyzer{names: entity.New(), places: identity.New(), topics: topic.New()}
}

// notEnglish is the notice for text that the models do not know.
const notEnglish = "This does not look like English: only dates, times, money, percentages and quantities are marked."

// Analyze analyses one article. It never fails: text that is not English gets a
// Notice and rule types only.
func (z *Analyzer) Analyze(in Input) *Analysis {
	source, cut := shorten(in.Text)
	story := article.Parse(in.Title, source)
	doc := &story.Doc
	z.doc = doc
	a := &Analysis{Source: doc.Source, TextStart: doc.TextStart, Language: "en"}
	a.describe(story)
	if cut {
		a.Notice = tooLong
	}
	expressions := numex.Find(nil, doc, storyDate(in.Date, story))
	if !article.LooksEnglish(doc) {
		a.Language, a.Notice = "und", notEnglish
		a.addMentions(nil, nil, expressions)
		return a
	}
	corrections := corrections(in.Corrections)
	names := z.names.Agree(z.names.Names(nil, doc), doc)
	names = z.names.Correct(names, doc, corrections)
	names, expressions = settle(names, expressions)
	entities, of := z.names.Group(names, doc, corrections)
	a.addMentions(names, of, expressions)
	a.addEntities(entities, z.places.Resolve(entities, names, doc))
	found := z.topics.Classify(doc, topicNames(names), topic.Options{})
	a.addTopics(z.desk.Apply(doc, z.topics, found, in.Rulings))
	z.tags = pos.TagTokens(z.tags[:0], doc)
	leaveOut(z.tags, story, expressions)
	a.addKeyphrases(keyphrase.Extract(doc, z.tags, phraseNames(names, of), keyphrases))
	return a
}

// corrections turns the reader's corrections into what package entity takes. Those of
// unknown kind or type are passed over.
func corrections(in []Correction) []entity.Correction {
	var out []entity.Correction
	for _, c := range in {
		e := entity.Correction{Name: c.Name, Other: c.Other}
		ok := true
		switch c.Kind {
		case "type":
			e.Kind = entity.IsType
			e.Type, ok = entity.TypeOf(c.Type)
		case "not-a-name":
			e.Kind = entity.NotAName
		case "ignore":
			e.Kind = entity.Ignore
		case "same":
			e.Kind = entity.Same
		default:
			ok = false
		}
		if ok {
			out = append(out, e)
		}
	}
	return out
}

// storyDate returns the day that relative dates are counted from: the one given, else
// the one that the article's own date line names.
func storyDate(given string, story *article.Article) numex.Date {
	if d := numex.ParseDate(given); d != (numex.Date{}) {
		return d
	}
	line := text.Document{Source: story.Doc.Source}
	line.Append(text.Paragraph, story.Published)
	for _, x := range numex.Find(nil, &line, numex.Date{}) {
		if d := numex.ParseDate(x.Value); d != (numex.Date{}) {
			return d
		}
	}
	return numex.Date{}
}

// describe copies what article.Parse found.
func (a *Analysis) describe(story *article.Article) {
	a.Article = Article{Title: story.Title, Deck: story.Deck, Byline: story.Byline, Dateline: story.Dateline,
		Sentences: len(story.Doc.Sentences)}
	for _, t := range story.Doc.Tokens {
		if t.Kind != text.Punctuation && t.Kind != text.Symbol {
			a.Article.Words++
		}
	}
	for _, s := range story.SetAside {
		a.Article.SetAside = append(a.Article.SetAside, SetAside{s.Span, s.Reason})
	}
}

// leaveOut tags as marks, which stand in no phrase, the tokens of the dateline ("NAIROBI
// (Reuters)" says where a story was filed, not what it is about) and of dates and amounts
// (the "cent" of "14 per cent").
func leaveOut(tags []pos.Tag, story *article.Article, expressions []numex.Expression) {
	for i, t := range story.Doc.Tokens {
		if story.Dateline.Contains(t.Span) {
			tags[i] = pos.Mark
		}
	}
	for _, x := range expressions {
		for i := x.First; i < x.Last; i++ {
			tags[i] = pos.Mark
		}
	}
}

// keyphrases is how many keyphrases an article gets at most.
const keyphrases = 10

func topicNames(names []entity.Name) []topic.Name {
	out := make([]topic.Name, len(names))
	for i, n := range names {
		out[i] = topic.Name{Span: n.Span, Type: n.Type.String()}
	}
	return out
}

func phraseNames(names []entity.Name, of []int) []keyphrase.Name {
	out := make([]keyphrase.Name, len(names))
	for i, n := range names {
		out[i] = keyphrase.Name{Span: n.Span, Entity: of[i], Person: n.Type == entity.Person}
	}
	return out
}

func (a *Analysis) addTopics(found desk.Result) {
	list := func(tags []*desk.Tagged) []Topic {
		topics := make([]Topic, 0, len(tags))
		for _, t := range tags {
			topics = append(topics, Topic{ID: t.ID, Name: t.Name, Path: t.Path, Top: t.Top, Wikidata: t.Wikidata,
				Confidence: t.Confidence, Applied: t.Applied, Evidence: t.Evidence,
				Reason: string(t.Reason), Before: t.Before, Like: t.Like})
		}
		return topics
	}
	a.Topics, a.Rejected = list(found.Tags), list(found.Rejected)
}

func (a *Analysis) addKeyphrases(phrases []keyphrase.Phrase) {
	for _, p := range phrases {
		a.Keyphrases = append(a.Keyphrases, Keyphrase{Text: p.Text, Score: p.Score, Count: p.Count})
	}
}

// wikidata is what an item's number comes behind, as the URI of a thing and not of a page
// about it.
const wikidata = "http://www.wikidata.org/entity/Q"

func (a *Analysis) addEntities(entities []entity.Entity, identities []identity.Identity) {
	a.Entities = make([]Entity, 0, len(entities))
	for i, e := range entities {
		is := identities[i]
		x := Entity{
			Name: e.Name, Type: e.Type.String(), Aliases: e.Aliases, Role: e.Role,
			Count: len(e.Mentions), Salience: e.Salience, Confidence: e.Confidence,
			Country: is.Country, Latitude: is.Latitude, Longitude: is.Longitude, GeoNames: is.GeoNames,
		}
		if is.Wikidata > 0 {
			x.URI = wikidata + strconv.Itoa(is.Wikidata)
		}
		a.Entities = append(a.Entities, x)
	}
}
