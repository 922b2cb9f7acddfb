package main

import (
	"log"
	"strings"
	"sync"

	"github.com/jdkato/prose/v2"

	"slugline/analyzer/pos"
	"slugline/analyzer/text"
)

// penn folds the Penn Treebank tags; what is absent is a Mark.
var penn = map[string]pos.Tag{
	"NN": pos.Noun, "NNS": pos.NounPlural, "NNP": pos.Name, "NNPS": pos.Name,
	"JJ": pos.Adjective, "JJR": pos.Adjective, "JJS": pos.Adjective,
	"VB": pos.Verb, "VBD": pos.Verb, "VBP": pos.Verb, "VBZ": pos.Verb, "MD": pos.Verb,
	"VBG": pos.Gerund, "VBN": pos.Participle,
	"RB": pos.Adverb, "RBR": pos.Adverb, "RBS": pos.Adverb, "RP": pos.Adverb, "WRB": pos.Adverb,
	"IN": pos.Preposition, "TO": pos.To,
	"DT": pos.Determiner, "PDT": pos.Determiner, "WDT": pos.Determiner, "PRP$": pos.Determiner, "WP$": pos.Determiner,
	"PRP": pos.Pronoun, "WP": pos.Pronoun, "EX": pos.Pronoun,
	"CC": pos.Conjunction, "CD": pos.Numeral, "POS": pos.Possessive,
}

// teach has prose tag every sentence, both cores at work.
func teach(texts []*lesson) {
	var wait sync.WaitGroup
	for part := range 2 {
		wait.Go(func() {
			none, err := prose.NewDocument("", prose.WithExtraction(false), prose.WithSegmentation(false))
			if err != nil {
				log.Fatal(err)
			}
			for i := part; i < len(texts); i += 2 {
				for _, s := range texts[i].doc.Sentences {
					teachSentence(texts[i], s, none.Model)
				}
			}
		})
	}
	wait.Wait()
}

// plain writes the typographic quotes as prose's tokenizer does.
var plain = strings.NewReplacer("\u201c", `"`, "\u201d", `"`, "\u2018", "'", "\u2019", "'")

// teachSentence gives prose our tokens with spaces between and keeps the tags of
// those that it left whole. Prose stores one token for all repetitions of a word in a
// text, so that only the last one's tag can be trusted: the others are not sure.
func teachSentence(t *lesson, s text.Sentence, model *prose.Model) {
	var b strings.Builder
	for _, token := range t.doc.Tokens[s.First:s.Last] {
		b.WriteString(plain.Replace(token.Of(t.doc.Source)))
		b.WriteByte(' ')
	}
	doc, err := prose.NewDocument(b.String(), prose.UsingModel(model), prose.WithExtraction(false), prose.WithSegmentation(false))
	if err != nil {
		log.Fatal(err)
	}
	theirs := doc.Tokens()
	last := map[string]int{}
	k := 0
	for i := s.First; i < s.Last; i++ {
		word := plain.Replace(t.doc.Tokens[i].Of(t.doc.Source))
		if k < len(theirs) && theirs[k].Text == word {
			t.teacher[i], t.sure[i] = penn[theirs[k].Tag], true
			k++
		} else {
			for part := ""; k < len(theirs) && len(part) < len(word); k++ {
				part += theirs[k].Text
			}
		}
		if before, ok := last[word]; ok {
			t.sure[before] = false
		}
		last[word] = i
	}
}
