package main

import (
	"fmt"
	"math"
	"slices"

	"slugline/analyzer/topic"
)

// report prints how often the highest score is one of the right tops.
func report(seen []*example, scores []row) {
	right, total := map[string]float64{}, map[string]float64{}
	for i, e := range seen {
		if e.first < 0 {
			continue
		}
		best := 0
		for t, s := range scores[i] {
			if s > scores[i][best] {
				best = t
			}
		}
		total[e.set]++
		if e.labels[best] {
			right[e.set]++
		}
	}
	for _, set := range []string{"newswire", "stories", "wikinews"} {
		fmt.Printf("%s: first topic right %.3f of %.0f\n", set, right[set]/max(total[set], 1), total[set])
	}
}

// confidence is the calibrated probability of a top of a text.
func confidence(h *topic.Header, e *example, score float32) float32 {
	return float32(1 / (1 + math.Exp(-float64(h.Slope*score+h.Offset+h.Length*topic.LogLength(len(e.doc.Tokens))))))
}

// Precision that applied tags keep on texts not seen. Topics below the tops lose points on
// outlets that were not in training, whose phrases the lexicon was not chosen by: 0.94 here
// is 0.86 there.
const (
	topPrecision   = 0.92
	childPrecision = 0.94
)

// limits sets the thresholds of the tops and prints what they find.
func limits(h *topic.Header, seen []*example, scores []row) {
	var c []float32
	var right []bool
	bins := map[int][3]float64{}
	for i, e := range seen {
		for t := range topic.Tops {
			p := confidence(h, e, scores[i][t])
			c, right = append(c, p), append(right, e.labels[t])
			b := bins[int(p*10)]
			b[0]++
			b[1] += float64(p)
			if e.labels[t] {
				b[2]++
			}
			bins[int(p*10)] = b
		}
	}
	var recall float64
	h.Apply, recall = threshold(c, right, topPrecision)
	h.Suggest = h.Apply / 2
	wrong := 0.0
	for _, b := range bins {
		wrong += math.Abs(b[1]-b[2]) / float64(len(c))
	}
	fmt.Printf("tops are applied from %.3f on: recall %.3f; calibration error %.4f\n", h.Apply, recall, wrong)
}

// children fits the confidence of topics below the tops, and returns each topic's offset in
// sixteenths of log odds.
func children(h *topic.Header, seen []*example, scores []row, c *topic.Classifier) []byte {
	var list []candidate
	for i, e := range seen {
		if len(e.specific) == 0 {
			continue
		}
		var tops [topic.Tops]float32
		for t := range tops {
			tops[t] = confidence(h, e, scores[i][t])
		}
		c.Features(&e.doc)
		for _, k := range c.Candidates(tops) {
			if tops[k.Top] < h.Suggest {
				continue
			}
			if right, sure := judge(k.Term, e.specific); sure {
				list = append(list, candidate{k, right, e.fold})
			}
		}
	}
	h.Child = fitLogistic(list, 1)
	conf, right := make([]float32, len(list)), make([]bool, len(list))
	for f := range folds {
		offsets := topicOffsets(h, list, topic.Count(), func(k *candidate) bool { return k.fold != f })
		for i := range list {
			if k := &list[i]; k.fold == f {
				conf[i], right[i] = float32(k.probability(h, offsets[k.Index])), k.right
			}
		}
	}
	var recall float64
	h.ApplyChild, recall = threshold(conf, right, childPrecision)
	h.SuggestChild = min(0.3, h.ApplyChild/2)
	fmt.Printf("%d candidates below the tops, applied from %.3f on: recall %.3f; weights %.2f\n", len(list), h.ApplyChild, recall, h.Child)
	var sixteenths []byte
	for _, x := range topicOffsets(h, list, topic.Count(), func(*candidate) bool { return true }) {
		sixteenths = append(sixteenths, byte(int8(max(-127, min(127, math.Round(16*x))))))
	}
	return sixteenths
}

// judge says whether a topic is right for a text labelled so. It is where a label is it
// or lies below it. Where it lies below a label it may be right: not sure.
func judge(t topic.Term, labels []string) (right, sure bool) {
	sure = true
	for _, id := range labels {
		label, ok := topic.Lookup(id)
		if !ok {
			continue
		}
		if slices.Contains(label.Path, t.Name) && label.Top == t.Top {
			return true, true
		}
		if slices.Contains(t.Path, label.Name) && label.Top == t.Top {
			sure = false
		}
	}
	return false, sure
}
