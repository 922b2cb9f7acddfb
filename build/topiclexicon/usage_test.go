package main

import (
	"math"
	"testing"
)

func TestUsageCountsTextsInWhichPhrasesStand(t *testing.T) {
	terms := []term{{"20000639", "diplomacy", "11"}}
	texts := []labelled{
		{"Ministers held bilateral talks. The talks went on, and bilateral talks will follow.", []string{"11"}},
		{"Bilateral hip surgery was talked about.", []string{"07"}},
		{"Talks in the city of Geneva ended. Quad leaders met.", []string{"11"}},
		{"A quad bike was stolen in Geneva. Talks followed.", []string{"02"}},
	}
	for _, c := range []struct {
		phrase string
		want   float64
	}{
		{"bilateral talks", 1},     // twice in one text
		{"bilateral", 1 + astray},  // once in a text of another top
		{"talk~", 2 + 2*astray},    // talked, talks
		{"bilat*", 1 + astray},     // a beginning
		{"talks .. Geneva", 1},     // not across a full stop
		{"talks .. ended", 0},      // too far away
		{"Quad", 1},                // with a capital only
		{"talks in _ city", 1},     // any word
		{"bilateral agreement", 0}, // nowhere
		{"hip surgery", astray},    // another top's
	} {
		slots, err := plain(c.phrase)
		if err != nil {
			t.Fatal(err)
		}
		if got := usage([]phrase{{slots: slots}}, terms, texts)[0]; math.Abs(got-c.want) > 1e-9 {
			t.Errorf("%q stands in %g texts, should be %g", c.phrase, got, c.want)
		}
	}
}

func TestExpectationFollowsWhatWasSeen(t *testing.T) {
	e := expected([]float64{0, 3, 40, 0}, []float64{-8, -6, -4, -4})
	if !(e[0] < e[3] && e[3] < e[2] && e[1] < e[2]) {
		t.Errorf("expected %v", e)
	}
}
