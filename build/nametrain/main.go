// Command nametrain fits the name recogniser's weights to the TRAIN sets and writes
// analyzer/model/names.bin.
//
//	go run ./build/nametrain -data ../shared/data/ner
//
// The order of examples, and so every byte, follows from the inputs and the flags. Dev
// sets, where given, are only scored.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"runtime/pprof"
	"strings"
	"time"

	"slugline/analyzer/entity"
)

func main() {
	data := flag.String("data", "../shared/data/ner", "folder with train and dev")
	epochs := flag.Int("epochs", 5, "passes over the examples")
	rate := flag.Float64("rate", 0.1, "FTRL learning rate")
	l1 := flag.Float64("l1", 1, "FTRL L1")
	l2 := flag.Float64("l2", 0.05, "FTRL L2")
	least := flag.Int("least", 2, "features seen fewer times are dropped")
	only := flag.String("sources", "", "comma-separated names of the sources used; empty for all")
	out := flag.String("out", "analyzer/model/names.bin", "where the weights go")
	limit := flag.Int("limit", 112000, "weights kept at most, the largest")
	holdout := flag.Int("holdout", 0, "measure on every n-th passage of our own instead of training on it; 0 trains on all")
	own := flag.String("own", "analyzer/entity/gazetteer", "lists written for this project")
	cities := flag.String("cities", "build/cache/cities.tsv", "GeoNames cities")
	copies := flag.Int("copies", 2, "copies of our own passages with other names")
	errors := flag.String("errors", "", "name of the set whose errors are printed")
	levels := flag.Int("levels", 11, "quantisation steps up to the 1,000th largest weight")
	profile := flag.String("profile", "", "write a CPU profile here")
	flag.Parse()
	log.SetFlags(0)
	if *profile != "" {
		f, err := os.Create(*profile)
		if err != nil {
			log.Fatal(err)
		}
		if err := pprof.StartCPUProfile(f); err != nil {
			log.Fatal(err)
		}
		defer pprof.StopCPUProfile()
	}

	pools, err := readPools(*data+"/../gazetteer", *own, *cities)
	if err != nil {
		log.Fatal(err)
	}
	c, held, err := gather(*data, *only, pools, *copies, *holdout)
	if err != nil {
		log.Fatal(err)
	}
	raw := len(c.features)
	hashes := c.index(*least)
	fmt.Printf("%d chains, %d tokens, %d features in place of %d, %d distinct\n", len(c.examples), len(c.offsets)-1, len(c.features), raw, len(hashes))

	sets, err := devSets(*data)
	if err != nil {
		log.Fatal(err)
	}
	if held != nil {
		sets = append(sets, held)
	}
	l := &learner{rate: float32(*rate), beta: 1, l1: float32(*l1), l2: float32(*l2),
		general: newTable(len(hashes)), own: newTable(len(hashes)), transitions: newTable(entity.Labels)}
	l.train(c, *epochs, func(epoch int) {
		if epoch+1 < *epochs {
			return
		}
		m := l.export(hashes, *limit, *levels)
		fmt.Println(m)
		r := entity.NewRecognizer(m.bytes())
		for _, d := range sets {
			d.measure(func(p passage) []entity.Name {
				doc := document(p.text)
				return r.Agree(r.Names(nil, doc), doc)
			}, *errors == d.name)
		}
		if err := os.WriteFile(*out, m.bytes(), 0o644); err != nil {
			log.Fatal(err)
		}
	})
}

// gather reads the sources and extracts the features of all passages but those held out.
func gather(data, only string, names *pools, copies, holdout int) (*corpus, *devSet, error) {
	c, r := &corpus{}, &entity.Recognizer{}
	var held *devSet
	start, number := time.Now(), 0
	for _, s := range sources {
		if only != "" && !contains(strings.Split(only, ","), s.name) {
			continue
		}
		passages, err := s.read(data + "/train")
		if err != nil {
			return nil, nil, err
		}
		lost := 0
		for i, p := range passages {
			if s.own && holdout > 0 && i%holdout == 0 {
				if held == nil {
					held = &devSet{name: "held out", types: 1<<entity.Types - 1}
				}
				held.add(p)
				continue
			}
			lost += c.add(r, p, number)
			number++
			if s.own {
				for round := range copies {
					c.add(r, names.swapped(p, uint64(round)), number)
				}
			}
		}
		fmt.Printf("%-12s %5d passages, %d tokens of names outside any chain\n", s.name, len(passages), lost)
	}
	fmt.Printf("features in %.1f s\n", time.Since(start).Seconds())
	return c, held, nil
}

func devSets(data string) ([]*devSet, error) {
	three := setOf(entity.Person, entity.Organization, entity.Place)
	var sets []*devSet
	for _, d := range []struct {
		file  string
		types typeSet
	}{
		{"worldwide_dev.jsonl", three}, {"own_dev.jsonl", three | nom}, {"gum_dev.conll", three}, {"uner_ewt_test.conll", three},
	} {
		path := data + "/dev/" + d.file
		if _, err := os.Stat(path); err != nil {
			continue
		}
		set, err := readDev(path, d.types)
		if err != nil {
			return nil, err
		}
		sets = append(sets, set)
	}
	return sets, nil
}
