// Largearchive writes the export of an archive of generated articles, for measuring how an
// archive behaves when it is large. The articles have the length of news (4 KB) and words
// as frequent as in English (Zipf), but say nothing. The same number gives the same bytes.
//
//	go run ./build/largearchive -n 100000 -o build/cache/large.slugline
//
// Beside it, in large.json, lie a few of the articles, to ask for. With -simulate nothing
// is written: the index alone grows, and is asked at the sizes given.
package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"math/rand"
	"os"
	"strings"

	"slugline/analyzer/archive"
	"slugline/analyzer/article"
	"slugline/analyzer/dedup"
)

const (
	words     = 650 // of an article
	sentence  = 18  // words
	paragraph = 3   // sentences
	flushed   = 64  // articles that are added before a flush
	asked     = 20  // articles written beside the archive
)

func main() {
	n := flag.Int("n", 100_000, "articles")
	path := flag.String("o", "build/cache/large.slugline", "file to write")
	sizes := flag.String("simulate", "", "articles at which an index without texts is asked, for instance 100000,1000000")
	flag.Parse()
	log.SetFlags(0)
	if *sizes != "" {
		simulate(*sizes)
		return
	}

	// Reading an article is asked of a Comparer over an empty archive: comparing each
	// with all before it would take hours and change nothing in the bytes.
	empty, comparer := archive.New(), dedup.New()
	a, blobs := archive.New(), map[string][]byte{}
	store := func() {
		for _, op := range a.Flush() {
			if op.Data == nil {
				delete(blobs, op.Name)
			} else {
				blobs[op.Name] = op.Data
			}
		}
	}
	r := rand.New(rand.NewSource(1))
	w := newWriter(r)
	var shown []map[string]string
	for i := range *n {
		title, text := w.article(i)
		if i%(*n/asked+1) == 7 {
			shown = append(shown, map[string]string{"title": title, "text": text})
		}
		meta := dedup.Meta{ID: fmt.Sprintf("generated-%06d", i), FirstSeen: int64(1_600_000_000 + 60*i), Names: w.names()}
		doc := &article.Parse(title, text).Doc
		comparer.Query(empty, doc, meta)
		a.Add(comparer.Article(doc, meta, nil))
		if i%flushed == flushed-1 {
			store()
		}
	}
	store()

	names := make([]string, 0, len(blobs))
	for name := range blobs {
		names = append(names, name)
	}
	archive.ExportOrder(names)
	file, err := os.Create(*path)
	check(err)
	out := bufio.NewWriterSize(file, 1<<20)
	out.Write(archive.ExportHead())
	for _, name := range names {
		out.Write(archive.ExportBlob(name, blobs[name]))
	}
	check(out.Flush())
	check(file.Close())
	beside, err := json.Marshal(shown)
	check(err)
	check(os.WriteFile(strings.TrimSuffix(*path, ".slugline")+".json", beside, 0o644))
	st := a.Stats()
	fmt.Printf("%d articles, %d segments, %d files; index %d MB (%d bytes an article), texts %d MB\n",
		st.Articles, st.Segments, len(blobs), st.IndexBytes>>20, st.IndexBytes/st.Articles, st.TextBytes>>20)
}

// A writer writes articles of words that do not exist.
type writer struct {
	r    *rand.Rand
	zipf *rand.Zipf
	word []string
}

func newWriter(r *rand.Rand) *writer {
	w := &writer{r: r, zipf: rand.NewZipf(r, 1.07, 3, 59_999)}
	for i := range 60_000 {
		w.word = append(w.word, syllables(i))
	}
	return w
}

// syllables spells a number: 0 is "ba", and common words are short.
func syllables(n int) string {
	const consonants, vowels = "bdfgklmnprstvz", "aeiou"
	word := ""
	for {
		word += string(consonants[n%len(consonants)]) + string(vowels[n/len(consonants)%len(vowels)])
		if n /= len(consonants) * len(vowels); n == 0 {
			return word
		}
	}
}

func (w *writer) next() string { return w.word[w.zipf.Uint64()] }

func (w *writer) name() string { return capital(w.word[2000+w.r.Intn(58_000)]) }

func (w *writer) names() []string { return []string{w.name() + " " + w.name(), w.name(), w.name()} }

func (w *writer) article(n int) (title, text string) {
	var b strings.Builder
	for i := range words {
		word := w.next()
		switch {
		case i%sentence == 0:
			word = capital(word)
		case w.r.Intn(20) == 0:
			word = w.name()
		}
		b.WriteString(word)
		switch {
		case i%(sentence*paragraph) == sentence*paragraph-1 && i < words-1:
			b.WriteString(".\n\n")
		case i%sentence == sentence-1 || i == words-1:
			b.WriteString(". ")
		default:
			b.WriteByte(' ')
		}
	}
	return fmt.Sprintf("%s %s %s, says report %d", w.name(), w.next(), w.next(), n), strings.TrimSpace(b.String())
}

func capital(word string) string { return strings.ToUpper(word[:1]) + word[1:] }

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
