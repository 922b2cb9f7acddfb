// Command postrain trains the part-of-speech tagger of package pos and writes
// analyzer/model/pos.bin.
//
//	go run ./build/postrain -data ../shared/data/ner/train
//
// The openly licensed texts of the training folder are cut by package text, tagged by
// prose v2's tagger (the teacher), cleaned where a lexicon or the annotated names show
// the teacher wrong, and learned by an averaged perceptron. Every twentieth document is
// held out, and the agreement with the teacher on it is printed.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"

	"slugline/analyzer/model"
	"slugline/analyzer/pos"
)

func main() {
	data := flag.String("data", "../shared/data/ner/train", "the folder of training texts")
	closed := flag.String("closed", "build/postrain/closed.txt", "words of closed classes and their tags")
	out := flag.String("out", "analyzer/model/pos.bin", "where the model goes")
	bits := flag.Uint("bits", 12, "the model has 1<<bits rows")
	epochs := flag.Int("epochs", 6, "passes over the training texts")
	errors := flag.Int("errors", 0, "print this many of the commonest disagreements")
	flag.Parse()
	log.SetFlags(0)

	lexicon, err := readClosed(*closed)
	if err != nil {
		log.Fatal(err)
	}
	texts, err := readTexts(*data)
	if err != nil {
		log.Fatal(err)
	}
	teach(texts)
	clean(texts, lexicon)
	var train, held []*lesson
	for i, t := range texts {
		if i%20 == 7 {
			held = append(held, t)
		} else {
			train = append(train, t)
		}
	}
	dictionary := learnDictionary(train)
	weights := learn(train, dictionary, *bits, *epochs)
	packed := pack(dictionary, weights)
	if err := os.WriteFile(*out, packed, 0o644); err != nil {
		log.Fatal(err)
	}
	model.POS = string(packed)
	report(held, *errors)
}

// report prints how often the new model agrees with the teacher, as it was and cleaned.
func report(held []*lesson, errors int) {
	type miss struct {
		word      string
		want, got pos.Tag
	}
	var n, raw, cleaned int
	misses := map[miss]int{}
	kinds := map[[2]pos.Tag]int{}
	for _, t := range held {
		tags := pos.TagTokens(nil, t.doc)
		for i, got := range tags {
			if !t.sure[i] {
				continue
			}
			n++
			if got == t.teacher[i] {
				raw++
			}
			if got == t.tags[i] {
				cleaned++
			} else {
				misses[miss{t.doc.Tokens[i].Of(t.doc.Source), t.tags[i], got}]++
				kinds[[2]pos.Tag{t.tags[i], got}]++
			}
		}
	}
	fmt.Printf("held out: %d tokens, agreement with the teacher %.2f %%, with the cleaned teacher %.2f %%\n",
		n, 100*float64(raw)/float64(n), 100*float64(cleaned)/float64(n))
	for _, m := range commonest(kinds, errors) {
		fmt.Printf("%6d %s taken for %s\n", kinds[m], m[0], m[1])
	}
	for _, m := range commonest(misses, errors) {
		fmt.Printf("%6d %s %s taken for %s\n", misses[m], m.word, m.want, m.got)
	}
}
