package analyzer

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"slugline/analyzer/article"
	"slugline/analyzer/entity"
	"slugline/analyzer/entity/identity"
	"slugline/analyzer/keyphrase"
	"slugline/analyzer/pos"
	"slugline/analyzer/topic"
)

// Each stage by itself on 5,000 bytes of the golden stories, for the budgets that are set
// for stages. build/bench/stages.js runs them in WebAssembly; by `go test -bench Stage`
// they run natively, three to five times faster.

const benchBytes = 5000

func benchText(b *testing.B) string {
	files, err := filepath.Glob("testdata/golden/*.txt")
	if err != nil || len(files) == 0 {
		b.Fatalf("no golden stories: %v", err)
	}
	var all strings.Builder
	for _, f := range files {
		s, err := os.ReadFile(f)
		if err != nil {
			b.Fatal(err)
		}
		all.Write(s)
		if all.Len() > benchBytes {
			break
		}
	}
	s := all.String()[:benchBytes]
	return s[:strings.LastIndexByte(s, '.')+1]
}

func BenchmarkStageAll(b *testing.B) {
	in := Input{Text: benchText(b)}
	z := New()
	for b.Loop() {
		z.Analyze(in)
	}
}

func BenchmarkStageArticle(b *testing.B) {
	s := benchText(b)
	for b.Loop() {
		article.Parse("", s)
	}
}

func BenchmarkStageNames(b *testing.B) {
	doc := &article.Parse("", benchText(b)).Doc
	r := entity.New()
	for b.Loop() {
		r.Agree(r.Names(nil, doc), doc)
	}
}

func BenchmarkStageEntities(b *testing.B) {
	doc := &article.Parse("", benchText(b)).Doc
	r := entity.New()
	for b.Loop() {
		names := r.Agree(r.Names(nil, doc), doc)
		entities, _ := r.Group(names, doc, nil)
		identity.Resolve(entities, names, doc)
	}
}

func BenchmarkStageTopics(b *testing.B) {
	doc := &article.Parse("", benchText(b)).Doc
	r := entity.New()
	names := topicNames(r.Agree(r.Names(nil, doc), doc))
	c := topic.New()
	for b.Loop() {
		c.Classify(doc, names, topic.Options{})
	}
}

func BenchmarkStageKeyphrases(b *testing.B) {
	doc := &article.Parse("", benchText(b)).Doc
	r := entity.New()
	names := r.Agree(r.Names(nil, doc), doc)
	_, of := r.Group(names, doc, nil)
	phrases := phraseNames(names, of)
	var tags []pos.Tag
	for b.Loop() {
		tags = pos.TagTokens(tags[:0], doc)
		keyphrase.Extract(doc, tags, phrases, keyphrases)
	}
}
