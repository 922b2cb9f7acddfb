// Command deskeval measures what a desk's decisions change, on labelled stories:
//
//	go run ./build/deskeval ../shared/data/topics/dev/bbc.jsonl ../shared/data/topics/dev/w*.jsonl
//
// It takes the commonest mistakes of the first topic, "filed under X, is Y", has an editor
// put 20 stories of each right, and looks at those not seen: how many of that kind are still
// wrong, and how far anything else has moved. Nothing is trained on the sets.
package main

import (
	"bufio"
	"cmp"
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"slices"

	"slugline/analyzer/article"
	"slugline/analyzer/desk"
	"slugline/analyzer/text"
	"slugline/analyzer/topic"
)

type story struct {
	ID, Title, Text string
	IPTC            []string

	doc    *text.Document
	before []topic.Topic
}

// first returns the top of the first tag.
func first(tags []topic.Topic) string {
	if len(tags) == 0 {
		return ""
	}
	return tags[0].Top
}

func main() {
	decisions := flag.Int("decisions", 20, "stories that the editor puts right")
	kinds := flag.Int("kinds", 6, "mistakes looked at")
	flag.Parse()
	log.SetFlags(0)
	c := topic.New()
	var sets [][]*story
	for _, path := range flag.Args() {
		stories, err := read(path)
		if err != nil {
			log.Fatal(err)
		}
		for _, s := range stories {
			s.before = c.Classify(s.doc, nil, topic.Options{})
		}
		sets = append(sets, stories)
	}
	if len(sets) == 0 {
		log.Fatal("name a labelled set")
	}
	count := map[[2]string]int{}
	for _, s := range sets[0] {
		if f := first(s.before); f != s.IPTC[0] && f != "" {
			count[[2]string{f, s.IPTC[0]}]++
		}
	}
	mistakes := make([][2]string, 0, len(count))
	for m := range count {
		mistakes = append(mistakes, m)
	}
	slices.SortFunc(mistakes, func(a, b [2]string) int {
		return cmp.Or(cmp.Compare(count[b], count[a]), cmp.Compare(a[0]+a[1], b[0]+b[1]))
	})
	for _, m := range mistakes[:min(*kinds, len(mistakes))] {
		taught, d := teach(c, sets[0], m, *decisions)
		fmt.Printf("filed under %s, is %s, put right in %d stories:\n", name(m[0]), name(m[1]), len(taught))
		for i, stories := range sets {
			measure(c, d, stories, taught, m, flag.Arg(i))
		}
	}
}

// teach has an editor put the first n stories with a mistake right.
func teach(c *topic.Classifier, stories []*story, mistake [2]string, n int) (map[*story]bool, *desk.Desk) {
	taught := map[*story]bool{}
	var decisions []desk.Decision
	for _, s := range stories {
		if len(taught) == n {
			break
		}
		if first(s.before) != mistake[0] || s.IPTC[0] != mistake[1] {
			continue
		}
		taught[s] = true
		c.Classify(s.doc, nil, topic.Options{})
		say := func(tag string, v desk.Verdict) {
			x, _ := (*desk.Desk)(nil).Observe(s.doc, c, tag)
			x.Verdict = v
			decisions = append(decisions, x)
		}
		for _, t := range s.before {
			if !slices.Contains(s.IPTC, t.Top) {
				say(t.ID, desk.Reject)
			}
		}
		right := slices.IndexFunc(s.before, func(t topic.Topic) bool { return t.Top == mistake[1] })
		if right >= 0 {
			say(s.before[right].ID, desk.Accept)
		} else {
			say(mistake[1], desk.Accept)
		}
	}
	return taught, desk.New(nil, decisions)
}

// measure prints what the desk changes in the stories it was not taught on: in those with
// the mistake, in those like them that were right, and in all others.
func measure(c *topic.Classifier, d *desk.Desk, stories []*story, taught map[*story]bool, mistake [2]string, path string) {
	var wrong, still, lost, others, rightBefore, rightAfter, changed float64
	moved := map[string][2]float64{} // by top: tagged before and after, among the others
	for _, s := range stories {
		if taught[s] {
			continue
		}
		found := c.Classify(s.doc, nil, topic.Options{})
		result := d.Apply(s.doc, c, found, nil)
		var after []topic.Topic
		for _, t := range result.Tags {
			after = append(after, t.Topic)
		}
		if s.IPTC[0] == mistake[1] && first(found) == mistake[0] {
			wrong++
			if first(after) != mistake[1] {
				still++
			}
			continue
		}
		if s.IPTC[0] == mistake[1] {
			if first(found) == mistake[1] && first(after) != mistake[1] {
				lost++
			}
			continue
		}
		others++
		if slices.Contains(s.IPTC, first(found)) {
			rightBefore++
		}
		if slices.Contains(s.IPTC, first(after)) {
			rightAfter++
		}
		if first(found) != first(after) {
			changed++
		}
		for side, tags := range [][]topic.Topic{found, after} {
			seen := map[string]bool{}
			for _, t := range tags {
				if t.Applied && !seen[t.Top] {
					seen[t.Top] = true
					m := moved[t.Top]
					m[side]++
					moved[t.Top] = m
				}
			}
		}
	}
	worst, at := 0.0, ""
	for top, m := range moved {
		if share := 100 * (m[1] - m[0]) / others; share*share > worst*worst {
			worst, at = share, top
		}
	}
	fmt.Printf("  %s: wrong %.0f -> %.0f, right ones lost %.0f; first topic right on %.0f others %.2f %% -> %.2f %% (%.0f changed), most moved is %s, by %+.2f points of stories\n",
		filepath.Base(path), wrong, still, lost, others, 100*rightBefore/others, 100*rightAfter/others, changed, cmp.Or(name(at), "nothing"), worst)
}

func name(id string) string {
	t, _ := topic.Lookup(id)
	return t.Name
}

func read(path string) ([]*story, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var all []*story
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		s := &story{}
		if err := json.Unmarshal(lines.Bytes(), s); err != nil {
			return nil, err
		}
		if len(s.IPTC) == 0 {
			continue
		}
		doc := article.Parse(s.Title, s.Text).Doc
		s.doc = &doc
		all = append(all, s)
	}
	return all, lines.Err()
}
