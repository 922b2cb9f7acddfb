package topic_test

import (
	"strconv"
	"testing"

	"slugline/analyzer/article"
	"slugline/analyzer/topic"
	"slugline/build/stories"
)

func classify(title, body string) (topics []topic.Topic, source string) {
	a := article.Parse(title, body)
	return topic.Classify(&a.Doc, nil, topic.Options{}), a.Doc.Source
}

// The golden stories are in no training set. The bar is on the mean over the 17 tops,
// so that a top that is never found cannot hide behind the common ones.
func TestGoldenStories(t *testing.T) {
	golden, err := stories.Read("testdata/golden")
	if err != nil {
		t.Fatal(err)
	}
	var tp, fp, fn [topic.Tops]float64
	first, labelled := 0.0, 0.0
	for _, s := range golden {
		topics, _ := classify(s.Title, s.Text[len(s.Title):])
		gold := map[string]bool{}
		for _, code := range s.Tops {
			gold[topic.Prefix+code+"000000"] = code != "00"
		}
		applied := map[string]bool{}
		for _, x := range topics {
			if x.Applied {
				applied[x.Top] = true
			}
		}
		for i := range topic.Tops {
			id := topic.Prefix + strconv.Itoa(100 + i + 1)[1:] + "000000"
			switch {
			case gold[id] && applied[id]:
				tp[i]++
			case gold[id]:
				fn[i]++
			case applied[id]:
				fp[i]++
			}
		}
		if s.Tops[0] != "00" {
			labelled++
			if len(topics) > 0 && gold[topics[0].Top] {
				first++
			} else if len(topics) > 0 {
				t.Logf("first topic of %q is %s, not %v", s.Title, topics[0].Path[0], s.Tops)
			} else {
				t.Logf("no topic for %q, which is %v", s.Title, s.Tops)
			}
		}
	}
	macro := 0.0
	for i := range topic.Tops {
		f1 := 2 * tp[i] / max(1, 2*tp[i]+fp[i]+fn[i])
		t.Logf("%02d: F1 %.2f (right %.0f, wrong %.0f, missed %.0f)", i+1, f1, tp[i], fp[i], fn[i])
		macro += f1 / topic.Tops
	}
	t.Logf("first topic %.3f, macro-F1 %.3f of %.0f stories", first/labelled, macro, labelled)
	if macro < 0.78 {
		t.Errorf("macro-F1 is %.3f, should be at least 0.78", macro)
	}
}
