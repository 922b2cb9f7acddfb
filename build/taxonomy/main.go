// Command taxonomy makes analyzer/model/taxonomy.bin from the IPTC Media Topics:
//
//	go run ./build/taxonomy
//
// The input is the vocabulary as JSON, a list of terms with id, name, broader, wikidata
// and, where it is so, retired. The layout is described in analyzer/topic/taxonomy.go.
package main

import (
	"encoding/binary"
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"os"
	"slices"
	"strconv"
	"strings"
)

type term struct {
	ID       string   `json:"id"`
	Name     string   `json:"name"`
	Broader  []string `json:"broader"`
	Wikidata string   `json:"wikidata"`
	Relation string   `json:"wikidata_rel"`
	Retired  string   `json:"retired"`
}

func main() {
	data := flag.String("data", "../shared/data/topics/mediatopics.json", "the vocabulary")
	out := flag.String("out", "analyzer/model/taxonomy.bin", "where the table goes")
	flag.Parse()
	log.SetFlags(0)
	raw, err := os.ReadFile(*data)
	if err != nil {
		log.Fatal(err)
	}
	var terms []term
	if err := json.Unmarshal(raw, &terms); err != nil {
		log.Fatal(err)
	}
	slices.SortFunc(terms, func(a, b term) int { return strings.Compare(a.ID, b.ID) })
	table, err := pack(terms)
	if err != nil {
		log.Fatal(err)
	}
	if err := os.WriteFile(*out, table, 0o644); err != nil {
		log.Fatal(err)
	}
	fmt.Printf("%d terms, %d bytes\n", len(terms), len(table))
}

// pack lays the sorted terms out in columns.
func pack(terms []term) ([]byte, error) {
	byID, index := map[string]term{}, map[string]int{}
	var active, retired []term
	for _, t := range terms {
		byID[t.ID] = t
		if t.Retired == "" {
			index[t.ID] = len(active)
			active = append(active, t)
		} else {
			retired = append(retired, t)
		}
	}
	var numbers, parents, items, starts, oldNumbers, targets []byte
	names := ""
	for _, t := range active {
		parent := 0xFFFF
		if len(t.Broader) > 0 {
			p, ok := index[t.Broader[0]]
			if !ok {
				return nil, fmt.Errorf("%s has no active parent", t.ID)
			}
			parent = p
		}
		item := 0
		if t.Wikidata != "" && t.Relation == "exactMatch" {
			item, _ = strconv.Atoi(t.Wikidata[1:])
		}
		numbers = binary.LittleEndian.AppendUint32(numbers, number(t.ID))
		parents = binary.LittleEndian.AppendUint16(parents, uint16(parent))
		items = binary.LittleEndian.AppendUint32(items, uint32(item))
		starts = binary.LittleEndian.AppendUint16(starts, uint16(len(names)))
		names += t.Name
	}
	starts = binary.LittleEndian.AppendUint16(starts, uint16(len(names)))
	for _, t := range retired {
		for t.Retired != "" {
			t = byID[t.Broader[0]]
		}
		targets = binary.LittleEndian.AppendUint16(targets, uint16(index[t.ID]))
	}
	for _, t := range retired {
		oldNumbers = binary.LittleEndian.AppendUint32(oldNumbers, number(t.ID))
	}
	table := binary.LittleEndian.AppendUint16(nil, uint16(len(active)))
	table = binary.LittleEndian.AppendUint16(table, uint16(len(retired)))
	return slices.Concat(table, numbers, parents, items, starts, oldNumbers, targets, []byte(names)), nil
}

// number is the eight digits of an identifier.
func number(id string) uint32 {
	n, err := strconv.ParseUint(strings.TrimPrefix(id, "medtop:"), 10, 32)
	if err != nil {
		log.Fatal(err)
	}
	return uint32(n)
}
