package order

import (
	"cmp"
	"math/rand"
	"slices"
	"testing"
)

type pair struct{ key, place int }

func TestSortsAsSlicesDoes(t *testing.T) {
	r := rand.New(rand.NewSource(1))
	for n := range 300 {
		s := make([]pair, n)
		for i := range s {
			s[i] = pair{r.Intn(1 + n/3), i}
		}
		byKey := func(a, b pair) int { return cmp.Compare(a.key, b.key) }
		stable, want, sorted := slices.Clone(s), slices.Clone(s), slices.Clone(s)
		StableBy(stable, byKey)
		slices.SortStableFunc(want, byKey)
		if !slices.Equal(stable, want) {
			t.Fatalf("%v, should be %v", stable, want)
		}
		if By(sorted, byKey); !slices.IsSortedFunc(sorted, byKey) {
			t.Fatalf("%v is not sorted", sorted)
		}
	}
}
