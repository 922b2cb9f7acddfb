// Command places writes analyzer/model/places.bin, the table of places and well-known
// things that package identity describes and reads.
//
//	go run ./build/places
//
// It takes GeoNames' cities from -cities (build/gazetteer/cities.mjs writes them), the
// countries, groups and ids of the lists written for this project, and the regions and
// aliases beside package identity. Cities have 100,000 inhabitants or are capitals; of a
// name that such a city bears, every other bearer of 15,000 or more is kept too, so that
// the article can choose between them.
package main

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"flag"
	"fmt"
	"log"
	"math"
	"os"
	"slices"

	"slugline/analyzer/entity/identity"
)

func main() {
	log.SetFlags(0)
	lists := flag.String("lists", "analyzer/entity/gazetteer", "lists written for this project")
	regions := flag.String("regions", "analyzer/entity/identity", "folder of regions.tsv and aliases.tsv")
	cities := flag.String("cities", "build/cache/cities.tsv", "GeoNames cities")
	large := flag.Int("large", 100000, "inhabitants that a city has at least")
	small := flag.Int("small", 15000, "inhabitants that a namesake of such a city has at least")
	out := flag.String("out", "analyzer/model/places.bin", "where the table goes")
	flag.Parse()

	b := newBuilder()
	for _, err := range []error{
		b.readCountries(*lists + "/countries.tsv"), b.readCities(*cities, *large, *small),
		b.readRegions(*regions+"/regions.tsv", *lists+"/places-extra.tsv"), b.readAliases(*regions + "/aliases.tsv"),
		b.readContexts(*lists), b.readThings(*lists),
	} {
		if err != nil {
			log.Fatal(err)
		}
	}
	table := b.pack()
	if err := os.WriteFile(*out, table, 0o644); err != nil {
		log.Fatal(err)
	}
	fmt.Printf("%s: %d places under %d names, %d contexts, %d things, %d bytes\n", *out, len(b.records), len(b.names), len(b.contexts), len(b.things), len(table))
}

// record is one place.
type record struct {
	kind, country, region int
	id                    int
	lat, lon              float64
	located               bool
	inhabitants           float64
	wikidata              int
}

// entry files something under a key: columns are the bytes that the index has beside it.
type entry struct {
	key     uint32
	order   float64 // of entries with one key, the highest first
	columns []byte
	record  *record
}

// pack returns the table.
func (b *builder) pack() []byte {
	slices.SortStableFunc(b.records, func(x, y *record) int {
		return cmp.Or(x.kind-y.kind, x.country-y.country, x.id-y.id)
	})
	number := map[*record]int{}
	for i, r := range b.records {
		number[r] = i
	}
	for i := range b.names {
		n := number[b.names[i].record]
		b.names[i].columns = []byte{byte(n), byte(n >> 8)}
		b.names[i].order = b.names[i].record.inhabitants
	}
	var out bytes.Buffer
	for _, n := range []int{len(b.codes), len(b.records), len(b.names), len(b.contexts), len(b.things), 0, 0, 0} {
		if n > math.MaxUint16 {
			log.Fatalf("%d do not fit into the table's counts", n)
		}
		binary.Write(&out, binary.LittleEndian, uint16(n))
	}
	for _, c := range b.codes {
		out.WriteString((c + "\x00\x00")[:2])
	}
	for column := range identity.RecordColumns {
		for _, r := range b.records {
			out.WriteByte(r.bytes()[column])
		}
	}
	packIndex(&out, b.names)
	packIndex(&out, b.contexts)
	packIndex(&out, b.things)
	return out.Bytes()
}

// bytes returns the record's columns, in the order that package identity gives.
func (r *record) bytes() [identity.RecordColumns]byte {
	lat, lon := 0, 0
	if r.located {
		lat, lon = int(math.Round(100*r.lat))+9000, int(math.Round(100*r.lon))+18000
	}
	size := min(63, int(4*math.Log10(max(1, r.inhabitants))))
	return [identity.RecordColumns]byte{
		byte(r.kind<<6 | size), byte(r.country), byte(r.region),
		byte(r.id), byte(r.id >> 8), byte(r.id >> 16),
		byte(lat), byte(lat >> 8), byte(lon), byte(lon >> 8),
		byte(r.wikidata), byte(r.wikidata >> 8), byte(r.wikidata >> 16), byte(r.wikidata >> 24),
	}
}

// packIndex writes entries as package identity's index.go describes.
func packIndex(out *bytes.Buffer, entries []entry) {
	slices.SortStableFunc(entries, func(x, y entry) int {
		xb, xr := identity.Split(x.key)
		yb, yr := identity.Split(y.key)
		return cmp.Or(xb-yb, int(xr)-int(yr), cmp.Compare(y.order, x.order))
	})
	var counts [identity.Buckets]byte
	for _, e := range entries {
		bucket, _ := identity.Split(e.key)
		if counts[bucket]++; counts[bucket] == 0 {
			log.Fatal("more than 255 names in one bucket: raise identity.Buckets")
		}
	}
	out.Write(counts[:])
	for shift := 0; shift <= 8; shift += 8 {
		for _, e := range entries {
			_, rest := identity.Split(e.key)
			out.WriteByte(byte(rest >> shift))
		}
	}
	if len(entries) == 0 {
		return
	}
	for c := range entries[0].columns {
		for _, e := range entries {
			out.WriteByte(e.columns[c])
		}
	}
}
