package analyzer_test

import (
	"flag"
	"fmt"
	"hash/fnv"
	"os"
	"strconv"
	"strings"
	"testing"

	"slugline/analyzer"
	"slugline/analyzer/model"
)

var update = flag.Bool("update", false, "write the snapshots of the golden stories anew")

// tablesFile names the tables that the snapshots were made with. Training changes some
// mentions in some stories, and no test can say whether for the better: then the
// snapshots are to be made anew and the difference read. With the same tables every
// difference comes from the code, and the test fails.
const tablesFile = "testdata/golden/tables"

// TestGoldenSnapshots compares the whole analysis of each golden story with its snapshot.
//
//	go test ./analyzer -run Golden -update && git diff analyzer/testdata/golden
func TestGoldenSnapshots(t *testing.T) {
	tables := tablesHash()
	if *update {
		if err := os.WriteFile(tablesFile, []byte(tables), 0o644); err != nil {
			t.Fatal(err)
		}
	} else if made, err := os.ReadFile(tablesFile); err != nil || string(made) != tables {
		t.Skip("the tables of analyzer/model are not those that the snapshots were made with: run go test ./analyzer -run Golden -update, and read the difference")
	}
	z := analyzer.New()
	for _, s := range readGolden(t) {
		file := "testdata/golden/" + s.name + ".golden"
		got := snapshot(z.Analyze(analyzer.Input{Text: s.text}))
		if *update {
			if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		made, err := os.ReadFile(file)
		if err != nil {
			t.Error(err)
		} else if got != string(made) {
			t.Errorf("%s: %s", file, firstDifference(got, string(made)))
		}
	}
}

func tablesHash() string {
	h := fnv.New64a()
	for _, table := range []string{model.Background, model.Names, model.Gazetteer, model.POS, model.Taxonomy, model.TopicPhrases, model.Topics, model.WordClasses} {
		h.Write([]byte(table))
	}
	return strconv.FormatUint(h.Sum64(), 16) + "\n"
}

// snapshot writes an analysis as text that a diff of shows what changed.
func snapshot(a *analyzer.Analysis) string {
	var b strings.Builder
	line := func(head, text string) {
		if text != "" {
			fmt.Fprintf(&b, "%s: %s\n", head, strings.Join(strings.Fields(text), " "))
		}
	}
	line("title", a.Article.Title.Of(a.Source))
	line("deck", a.Article.Deck.Of(a.Source))
	line("dateline", a.Article.Dateline.Of(a.Source))
	fmt.Fprintf(&b, "%d words, %d sentences\n", a.Article.Words, a.Article.Sentences)
	for _, s := range a.Article.SetAside {
		line("set aside ("+s.Reason+")", s.Of(a.Source))
	}
	for _, t := range a.Topics {
		status := "suggested"
		if t.Applied {
			status = "applied"
		}
		line(status, strings.Join(t.Path, " > "))
	}
	for _, k := range a.Keyphrases {
		line("keyphrase", k.Text+" × "+strconv.Itoa(k.Count))
	}
	for _, e := range a.Entities {
		text := e.Name
		if len(e.Aliases) > 0 {
			text += " = " + strings.Join(e.Aliases, " = ")
		}
		if e.Role != "" {
			text += ", " + e.Role
		}
		line(e.Type, text+" × "+strconv.Itoa(e.Count))
	}
	b.WriteByte('\n')
	at := 0
	for _, m := range a.Mentions {
		b.WriteString(a.Source[at:m.Start])
		b.WriteString("[" + m.Type + " " + m.Of(a.Source))
		if m.Value != "" {
			b.WriteString(" = " + m.Value)
		}
		b.WriteByte(']')
		at = m.End
	}
	b.WriteString(a.Source[at:])
	return b.String()
}

// firstDifference shows the first line in which two snapshots differ.
func firstDifference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range max(len(g), len(w)) {
		a, b := "", ""
		if i < len(g) {
			a = g[i]
		}
		if i < len(w) {
			b = w[i]
		}
		if a != b {
			return fmt.Sprintf("line %d\ngot  %s\nwant %s", i+1, a, b)
		}
	}
	return ""
}
