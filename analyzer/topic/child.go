package topic

import "math"

// childFeatures is what the confidence of a topic below a top is computed from, by
// logistic regression over the labelled newswire (build/topictrain): the first is the
// bias. Each topic has an offset besides, for some are hardly ever what a story is about
// however often their words stand in it: "government", "products and services".
func (c *Classifier) childFeatures(term int, top ranked) [ChildFeatures]float32 {
	e := &c.ledger.of[term]
	x := [ChildFeatures]float32{1}
	x[1] = float32(math.Log1p(float64(e.sum)))
	x[2] = float32(math.Log1p(float64(max(e.own, 0))))
	x[3] = max(logit(top.confidence), -3)
	x[4] = e.sum / (1 + c.ledger.tops[top.term])
	x[5] = min(float32(e.phrases), 4) / 4
	if e.title {
		x[6] = 1
	}
	x[7] = float32(c.tax.level(term)-2) / 2
	return x
}

// Candidate is a topic below a top for which there is evidence, as build/topictrain
// sees it.
type Candidate struct {
	Term     Term
	Index    int // in the taxonomy
	Top      int // 0 to Tops-1
	Features [ChildFeatures]float32
}

// Count is the number of topics in the taxonomy.
func Count() int { return readTaxonomy().n }

// Candidates returns the topics below the tops that the article last given to Features
// has evidence for, when the tops have these confidences.
func (c *Classifier) Candidates(confidence [Tops]float32) []Candidate {
	var all []Candidate
	for _, t := range c.ledger.touched {
		if top := c.tax.top(int(t)); c.tax.parent(int(t)) >= 0 {
			all = append(all, Candidate{c.tax.term(int(t)), int(t), top, c.childFeatures(int(t), ranked{top, confidence[top], false})})
		}
	}
	return all
}
