package main

import (
	"bufio"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"slugline/analyzer/entity"
)

// eachLine calls f with every line of a file that is not empty and no comment.
func eachLine(path string, f func(fields []string) error) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	lines := bufio.NewScanner(file)
	for n := 1; lines.Scan(); n++ {
		l := strings.TrimPrefix(lines.Text(), "\uFEFF")
		if l == "" || strings.HasPrefix(l, "#") {
			continue
		}
		if err := f(strings.Split(l, "\t")); err != nil {
			return fmt.Errorf("%s:%d: %w", path, n, err)
		}
	}
	return lines.Err()
}

var listOfType = [entity.Types]entity.List{
	entity.Person: entity.PersonList, entity.Organization: entity.OrganizationList, entity.Place: entity.PlaceList,
	entity.Group: entity.GroupList, entity.Event: entity.EventList, entity.Work: entity.WorkList, entity.Product: entity.ProductList,
}

// listOfFile names files whose entries go to a list of their own.
var listOfFile = map[string]entity.List{
	"companies.tsv": entity.CompanyList, "media.tsv": entity.MediaList, "countries.tsv": entity.CountryList,
}

// readOwn reads name, type and aliases of the lists written for this project, and the
// cue words of titles.txt.
func (b *builder) readOwn(folder string) error {
	files, err := filepath.Glob(folder + "/*.tsv")
	if err != nil || len(files) == 0 {
		return fmt.Errorf("no lists in %s: %v", folder, err)
	}
	for _, path := range files {
		err := eachLine(path, func(c []string) error {
			if len(c) < 2 {
				return errors.New("want name<TAB>type")
			}
			t, ok := entity.TypeOf(c[1])
			if !ok {
				return fmt.Errorf("unknown type %q", c[1])
			}
			l := listOfType[t]
			if special, ok := listOfFile[filepath.Base(path)]; ok {
				l = special
			}
			b.add(c[0], l)
			if len(c) > 2 {
				for _, alias := range strings.Split(c[2], "|") {
					b.add(alias, l)
				}
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	cues := map[string]entity.List{
		"": entity.PersonCue, "person": entity.PersonCue, "organization": entity.OrganizationCue, "place": entity.PlaceCue, "event": entity.EventCue,
		"work": entity.WorkCue, "product": entity.ProductCue, "group": entity.GroupCue,
	}
	err = eachLine(folder+"/titles.txt", func(c []string) error {
		kind := ""
		if len(c) > 1 {
			kind = c[1]
		}
		l, ok := cues[kind]
		if !ok {
			return fmt.Errorf("unknown cue type %q", kind)
		}
		b.add(c[0], l)
		return nil
	})
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	return err
}

// readNames reads the commonest names of each country.
func (b *builder) readNames(folder string) error {
	if err := eachRecord(folder+"/forenames_by_country.csv", func(c []string) { b.add(c[len(c)-1], entity.ForenameList) }); err != nil {
		return err
	}
	return eachRecord(folder+"/surnames_by_country.csv", func(c []string) { b.add(c[5], entity.SurnameList) })
}

// eachRecord calls f with every record of a CSV file but the first.
func eachRecord(path string, f func(fields []string)) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	r := csv.NewReader(file)
	for first := true; ; first = false {
		c, err := r.Read()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
		if !first {
			f(c)
		}
	}
}

// bigCity is the least number of inhabitants of a city that is listed.
const bigCity = 100000

func (b *builder) readCities(path string) error {
	return eachLine(path, func(c []string) error {
		people, err := strconv.Atoi(c[5])
		if err == nil && people >= bigCity {
			b.add(c[1], entity.CityList)
		}
		return err
	})
}

// readCompanies reads the S&P 500, with and without their legal form.
func (b *builder) readCompanies(folder string) error {
	return eachRecord(folder+"/sp500.csv", func(c []string) {
		name := c[1]
		b.add(name, entity.CompanyList)
		for _, form := range []string{" Inc.", " Inc", " Corporation", " Company", " Companies", " Group", " Incorporated", ", Inc.", " plc", " Co.", " Ltd."} {
			if short, ok := strings.CutSuffix(name, form); ok && strings.Contains(short, " ") {
				b.add(short, entity.CompanyList)
			}
		}
	})
}
