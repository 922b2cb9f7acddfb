package main

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"slugline/analyzer/entity"
	"slugline/analyzer/entity/identity"
)

// builder collects what the table holds.
type builder struct {
	codes    []string       // ISO codes of countries; number 0 stands for none
	number   map[string]int // their numbers
	records  []*record
	names    []entry
	filed    map[string]bool    // key and record, so that no name is filed twice
	cities   map[string]*record // "name|country" of every GeoNames city kept or not, the largest
	inRegion map[string]*region // "country|first-level code"
	regions  map[string]int     // the numbers of regions that have a record
	contexts []entry
	things   []entry
}

// region adds up the cities of one first-level division.
type region struct{ lat, lon, n, inhabitants float64 }

func newBuilder() *builder {
	return &builder{codes: []string{""}, number: map[string]int{}, filed: map[string]bool{}, cities: map[string]*record{},
		inRegion: map[string]*region{}, regions: map[string]int{}}
}

// eachLine calls f with the fields of every line that is not empty and no comment.
func eachLine(path string, f func(c []string) error) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	lines := bufio.NewScanner(file)
	for n := 1; lines.Scan(); n++ {
		if l := lines.Text(); l != "" && !strings.HasPrefix(l, "#") {
			if err := f(append(strings.Split(l, "\t"), "", "", "", "")); err != nil {
				return fmt.Errorf("%s:%d: %w", path, n, err)
			}
		}
	}
	return lines.Err()
}

// country returns the number of a country, a new one for a code not seen before.
func (b *builder) country(code string) int {
	if b.number[code] == 0 {
		b.number[code] = len(b.codes)
		b.codes = append(b.codes, code)
	}
	return b.number[code]
}

// file adds a name of a record.
func (b *builder) file(name string, r *record) {
	k := identity.Key(name)
	if id := fmt.Sprintf("%x %p", k, r); !b.filed[id] {
		b.filed[id] = true
		b.names = append(b.names, entry{key: k, record: r})
	}
}

// wikidata returns the number of a Q; 0 for an empty field.
func wikidata(field string) (int, error) {
	if field == "" {
		return 0, nil
	}
	return strconv.Atoi(strings.TrimPrefix(field, "Q"))
}

// forms returns a list's name and its aliases.
func forms(c []string) []string {
	if c[2] == "" {
		return c[:1]
	}
	return append([]string{c[0]}, strings.Split(c[2], "|")...)
}

// readCountries files countries and territories: the note begins with the ISO code.
func (b *builder) readCountries(path string) error {
	return eachLine(path, func(c []string) error {
		if c[0] == "name" {
			return nil
		}
		if len(c[4]) < 2 {
			return fmt.Errorf("%s has no country code in its note", c[0])
		}
		q, err := wikidata(c[3])
		if err != nil {
			return err
		}
		r := &record{kind: identity.Country, country: b.country(c[4][:2]), wikidata: q, inhabitants: 1e6}
		b.records = append(b.records, r)
		for _, name := range forms(c) {
			b.file(name, r)
		}
		return nil
	})
}

// readCities files the cities that news names and their namesakes; the table is sorted by
// inhabitants, largest first.
func (b *builder) readCities(path string, large, small int) error {
	famous := map[uint32]bool{}
	return eachLine(path, func(c []string) error {
		if len(c) < 8 {
			return fmt.Errorf("want id, name, country, region, feature, inhabitants, latitude, longitude")
		}
		id, err1 := strconv.Atoi(c[0])
		inhabitants, err2 := strconv.Atoi(c[5])
		lat, err3 := strconv.ParseFloat(c[6], 64)
		lon, err4 := strconv.ParseFloat(c[7], 64)
		for _, err := range []error{err1, err2, err3, err4} {
			if err != nil {
				return err
			}
		}
		within := c[2] + "|" + c[3]
		a := b.inRegion[within]
		if a == nil {
			a = &region{}
			b.inRegion[within] = a
		}
		*a = region{a.lat + lat, a.lon + lon, a.n + 1, a.inhabitants + float64(inhabitants)}
		if c[4] == "PPLX" { // a part of a town
			return nil
		}
		r := &record{kind: identity.City, id: id, lat: lat, lon: lon, located: true, inhabitants: float64(inhabitants)}
		if c[4] == "PPLC" {
			r.inhabitants *= 10 // a capital is named as often as a city ten times its size
		}
		r.country = b.country(c[2])
		if name := c[1] + "|" + c[2]; b.cities[name] == nil {
			b.cities[name] = r
		}
		k := identity.Key(c[1])
		if inhabitants >= large || c[4] == "PPLC" {
			famous[k] = true
		} else if !famous[k] || inhabitants < small {
			r.region = -1 // kept only if an alias names it
		}
		if r.region == 0 {
			b.records = append(b.records, r)
			b.file(c[1], r)
		}
		b.placeIn(r, within)
		return nil
	})
}

// pending holds the divisions of cities until the regions have numbers.
var pending = map[*record]string{}

func (b *builder) placeIn(r *record, within string) { pending[r] = within }

// readRegions files the first-level divisions that have a name in regions.tsv, in the
// middle of their towns, and gives their cities the region's number.
func (b *builder) readRegions(path, aliases string) error {
	other := map[string][]string{}
	if err := eachLine(aliases, func(c []string) error {
		if f := forms(c); len(f) > 1 && strings.Contains(c[4], "state") || strings.Contains(c[4], "province") {
			other[c[0]] = f[1:]
		}
		return nil
	}); err != nil {
		return err
	}
	if err := eachLine(path, func(c []string) error {
		if c[0] == "name" {
			return nil
		}
		within := c[1] + "|" + c[2]
		a := b.inRegion[within]
		if a == nil {
			return fmt.Errorf("GeoNames has no town in %s (%s)", c[0], within)
		}
		id := 0
		if c[3] != "" {
			var err error
			if id, err = strconv.Atoi(c[3]); err != nil {
				return err
			}
		}
		q, err := wikidata(c[4])
		if err != nil {
			return err
		}
		b.regions[within] = len(b.regions) + 1
		r := &record{kind: identity.Region, country: b.country(c[1]), region: b.regions[within], id: id, wikidata: q,
			lat: a.lat / a.n, lon: a.lon / a.n, located: true, inhabitants: a.inhabitants / 6} // of a name's readings the city is meant more often
		b.records = append(b.records, r)
		b.file(c[0], r)
		for _, name := range other[c[0]] {
			b.file(name, r)
		}
		return nil
	}); err != nil {
		return err
	}
	if len(b.regions) > 255 {
		return fmt.Errorf("%d regions do not fit into a byte", len(b.regions))
	}
	for r, within := range pending {
		if r.region == 0 {
			r.region = b.regions[within]
		}
	}
	return nil
}

// readAliases files the names that news gives cities which GeoNames calls otherwise.
func (b *builder) readAliases(path string) error {
	return eachLine(path, func(c []string) error {
		r := b.cities[c[1]+"|"+c[2]]
		if r == nil {
			return fmt.Errorf("GeoNames has no %s in %s", c[1], c[2])
		}
		if r.region < 0 {
			r.region = b.regions[pending[r]]
			b.records = append(b.records, r)
			b.file(c[1], r)
		}
		b.file(c[0], r)
		return nil
	})
}

// readContexts files groups and lesser regions whose note names one country.
func (b *builder) readContexts(folder string) error {
	seen := map[uint32]bool{}
	for _, file := range []string{"groups.tsv", "places-extra.tsv"} {
		if err := eachLine(folder+"/"+file, func(c []string) error {
			code, kind, _ := strings.Cut(c[4], " ")
			if len(code) != 2 || b.number[code] == 0 || kind == "site" {
				return nil
			}
			for _, name := range forms(c) {
				if k := identity.Key(name); !seen[k] {
					seen[k] = true
					b.contexts = append(b.contexts, entry{key: k, columns: []byte{byte(b.number[code])}})
				}
			}
			return nil
		}); err != nil {
			return err
		}
	}
	return nil
}

// readThings files names whose Wikidata id the lists give: the name itself and such other
// forms as no other thing of the type has; of a person, only forms of two words.
func (b *builder) readThings(folder string) error {
	files, err := filepath.Glob(folder + "/*.tsv")
	if err != nil {
		return err
	}
	bearers := map[string]int{}
	for pass := range 2 {
		for _, file := range files {
			if err := eachLine(file, func(c []string) error {
				t, ok := entity.TypeOf(c[1])
				if !ok || t == entity.Place && filepath.Base(file) == "countries.tsv" || t == entity.Group {
					return nil
				}
				own := map[string]bool{} // "UN" and "U.N." are one form
				for i, name := range forms(c) {
					form := fmt.Sprint(t, identity.Key(name))
					if own[form] {
						continue
					}
					own[form] = true
					if pass == 0 {
						bearers[form]++
						continue
					}
					if c[3] == "" || i > 0 && bearers[form] > 1 || t == entity.Person && !strings.Contains(name, " ") {
						continue
					}
					q, err := wikidata(c[3])
					if err != nil {
						return err
					}
					b.things = append(b.things, entry{key: identity.Key(name), columns: []byte{byte(t), byte(q), byte(q >> 8), byte(q >> 16), byte(q >> 24)}})
				}
				return nil
			}); err != nil {
				return err
			}
		}
	}
	return nil
}
