// Command gazetteer packs lists of names into analyzer/model/gazetteer.bin, in the
// format that package entity's gazetteer.go describes.
//
//	go run ./build/gazetteer
//
// It reads the lists written for this project (analyzer/entity/gazetteer), the commonest
// names of each country and companies under -data, and -cities, a table of GeoNames cities
// that build/gazetteer/cities.mjs writes. Long lists of surnames, forenames, towns and
// universities were tried: they took 190 KB and moved no score by more than 0.3 points.
package main

import (
	"encoding/binary"
	"flag"
	"fmt"
	"log"
	"math/bits"
	"os"
	"slices"

	"slugline/analyzer/entity"
)

func main() {
	log.SetFlags(0)
	own := flag.String("own", "analyzer/entity/gazetteer", "lists written for this project")
	data := flag.String("data", "../shared/data/gazetteer", "open lists")
	cities := flag.String("cities", "build/cache/cities.tsv", "GeoNames cities")
	out := flag.String("out", "analyzer/model/gazetteer.bin", "where the table goes")
	flag.Parse()

	b := &builder{sets: map[uint32]uint32{}}
	for _, err := range []error{
		b.readOwn(*own), b.readNames(*data), b.readCities(*cities), b.readCompanies(*data),
	} {
		if err != nil {
			log.Fatal(err)
		}
	}
	table := b.pack()
	if err := os.WriteFile(*out, table, 0o644); err != nil {
		log.Fatal(err)
	}
	for l := range entity.Lists {
		fmt.Printf("list %2d: %6d phrases\n", l, b.sizes[l])
	}
	fmt.Printf("%s: %d phrases, %d bytes\n", *out, len(b.sets), len(table))
}

// builder collects for each phrase's hash the lists it is in.
type builder struct {
	sets  map[uint32]uint32
	sizes [entity.Lists]int
}

// add puts a phrase into a list. Phrases too long to be looked up, and single letters,
// are passed over.
func (b *builder) add(phrase string, l entity.List) {
	h, n := entity.PhraseKey(phrase)
	if n == 0 || n > entity.MaxPhrase || len(phrase) < 2 {
		return
	}
	if b.sets[h]>>l&1 == 0 {
		b.sets[h] |= 1 << l
		b.sizes[l]++
	}
}

// maxSets is how many different sets of lists the table can name.
const maxSets = 256

// pack returns the table. Where there are more sets of lists than it can name, a
// phrase with a rare one gets the largest common set inside it.
func (b *builder) pack() []byte {
	counts := map[uint32]int{}
	for _, s := range b.sets {
		counts[s]++
	}
	var sets []uint32
	for s := range counts {
		sets = append(sets, s)
	}
	slices.SortFunc(sets, func(x, y uint32) int {
		if counts[x] != counts[y] {
			return counts[y] - counts[x]
		}
		return int(x) - int(y)
	})
	sets = sets[:min(len(sets), maxSets)]
	number := func(s uint32) int {
		best := -1
		for i, t := range sets {
			if t == s {
				return i
			}
			if t&^s == 0 && (best < 0 || bits.OnesCount32(t) > bits.OnesCount32(sets[best])) {
				best = i
			}
		}
		return best
	}
	hashes := make([]uint32, 0, len(b.sets))
	for h := range b.sets {
		hashes = append(hashes, h)
	}
	bucketBits := 4
	for 4<<bucketBits < len(hashes) {
		bucketBits++
	}
	slices.SortFunc(hashes, func(x, y uint32) int {
		if p, q := x>>(32-bucketBits), y>>(32-bucketBits); p != q {
			return int(p) - int(q)
		}
		if byte(x) != byte(y) {
			return int(byte(x)) - int(byte(y))
		}
		return int(x>>8) - int(y>>8)
	})
	put := binary.LittleEndian
	table := put.AppendUint32(nil, uint32(bucketBits))
	table = put.AppendUint32(table, uint32(len(sets)))
	for _, s := range sets {
		table = put.AppendUint32(table, s)
	}
	perBucket := make([]byte, 1<<bucketBits)
	var starts, prints, values []byte
	next := 0
	for bucket := range perBucket {
		if bucket%16 == 0 {
			starts = put.AppendUint32(starts, uint32(len(prints)))
		}
		for ; next < len(hashes) && int(hashes[next]>>(32-bucketBits)) == bucket; next++ {
			n := number(b.sets[hashes[next]])
			if n < 0 {
				continue
			}
			perBucket[bucket]++
			prints = append(prints, byte(hashes[next]))
			values = append(values, byte(n))
		}
	}
	for _, part := range [][]byte{starts, perBucket, prints, values} {
		table = append(table, part...)
	}
	return table
}
