package identity_test

import (
	"strings"
	"testing"

	"slugline/analyzer/entity"
	"slugline/analyzer/entity/identity"
	"slugline/analyzer/text"
)

// resolve marks the names of a text, written [l|Paris], as entities of their own.
func resolve(marked string) (map[string]identity.Identity, string) {
	kinds := map[byte]entity.Type{'l': entity.Place, 'g': entity.Group, 'o': entity.Organization, 'p': entity.Person}
	var plain strings.Builder
	var names []entity.Name
	var entities []entity.Entity
	of := map[string]int{}
	for rest := marked; rest != ""; {
		open := strings.IndexByte(rest, '[')
		if open < 0 {
			plain.WriteString(rest)
			break
		}
		end := strings.IndexByte(rest, ']')
		form, t := rest[open+3:end], kinds[rest[open+1]]
		plain.WriteString(rest[:open])
		names = append(names, entity.Name{Span: text.Span{Start: plain.Len(), End: plain.Len() + len(form)}, Type: t})
		plain.WriteString(form)
		if _, ok := of[form]; !ok {
			of[form] = len(entities)
			entities = append(entities, entity.Entity{Name: form, Type: t})
		}
		e := &entities[of[form]]
		e.Mentions = append(e.Mentions, len(names)-1)
		rest = rest[end+1:]
	}
	doc := &text.Document{Source: plain.String()}
	out := map[string]identity.Identity{}
	for i, is := range identity.New().Resolve(entities, names, doc) {
		out[entities[i].Name] = is
	}
	return out, doc.Source
}

func TestPlacesAreToldByTheirArticle(t *testing.T) {
	for _, c := range []struct {
		why, text, name string
		country         string
		geonames        int // 0 for none
	}{
		{"the capital without a word of context", "The mayor of [l|Paris] spoke.", "Paris", "FR", 2988507},
		{"the state that stands behind", "A storm hit [l|Paris], [l|Texas], on Monday.", "Paris", "US", 4717560},
		{"the country that stands behind", "Prices in [l|Hyderabad], [l|Pakistan], rose.", "Hyderabad", "PK", 1176734},
		{"the article's other places", "From [l|Mumbai] and [l|Delhi] to [l|Hyderabad] and [l|Chennai], [l|India] waits.", "Hyderabad", "IN", 1269843},
		{"two of one name and nothing to tell them", "Police in [l|Springfield] said so.", "Springfield", "US", 0},
		{"the state where the story is", "[l|Atlanta] and [l|Savannah] voted, [l|Georgia] said. [l|Texas] and [l|Florida] follow.", "Georgia", "US", 4197000},
		{"the country where the story is", "[l|Tbilisi] saw marches. [l|Georgia] and [l|Armenia] signed.", "Georgia", "GE", 0},
		{"nations point to their country", "The [g|Libyan] coast guard and [g|Libyans] in [l|Tripoli] said so.", "Tripoli", "LY", 2210247},
		{"another nation, the other city", "The [g|Lebanese] army left [l|Tripoli]; [l|Beirut] is calm.", "Tripoli", "LB", 266826},
		{"news' name for a city", "Talks in [l|Geneva] failed.", "Geneva", "CH", 2660646},
		{"accents and apostrophes", "[l|Bogotá] is high.", "Bogotá", "CO", 3688689},
		{"the same without", "[l|Bogota] is high.", "Bogota", "CO", 3688689},
		{"a lesser region tells its country", "The [l|Kilifi] assembly met.", "Kilifi", "KE", 0},
		{"a city named like a state", "[l|Washington] and [l|Beijing] agreed.", "Washington", "US", 4140963},
		{"St is Saint", "[l|St. Petersburg] is cold; [l|Moscow] and [l|Russia] too.", "St. Petersburg", "RU", 498817},
		{"no such place", "[l|Qwertyville] is not on the map.", "Qwertyville", "", 0},
	} {
		found, _ := resolve(c.text)
		is := found[c.name]
		if is.Country != c.country || is.GeoNames != c.geonames {
			t.Errorf("%s: %s is %+v, want %s %d", c.why, c.name, is, c.country, c.geonames)
		}
		if is.GeoNames != 0 && is.Latitude == 0 && is.Longitude == 0 {
			t.Errorf("%s: %s has no coordinates", c.why, c.name)
		}
	}
}

func TestWhatIsCertainHasItsWikidataId(t *testing.T) {
	found, _ := resolve("[l|India] and the [o|United Nations], [o|Microsoft], [p|Narendra Modi], [p|Modi] and the [o|U.N.] met at the [l|Nile].")
	for name, want := range map[string]int{"India": 668, "United Nations": 1065, "U.N.": 1065, "Microsoft": 2283, "Nile": 3392, "Modi": 0} {
		if found[name].Wikidata != want {
			t.Errorf("%s has Q%d, want Q%d", name, found[name].Wikidata, want)
		}
	}
	if found["India"].Country != "IN" {
		t.Errorf("India has country %q", found["India"].Country)
	}
}

func FuzzResolve(f *testing.F) {
	f.Add("[l|Paris], [l|Texas] [g|Libyan]")
	f.Fuzz(func(t *testing.T, name string) {
		doc := &text.Document{Source: name}
		n := []entity.Name{{Span: text.Span{End: len(name)}, Type: entity.Place}}
		for _, is := range identity.New().Resolve([]entity.Entity{{Name: name, Type: entity.Place, Mentions: []int{0}, Aliases: []string{name}}}, n, doc) {
			if is.Latitude < -90 || is.Latitude > 90 || is.Longitude < -180 || is.Longitude > 180 || len(is.Country) != 0 && len(is.Country) != 2 {
				t.Fatalf("%q is %+v", name, is)
			}
		}
	})
}

func BenchmarkResolve(b *testing.B) {
	entities := []entity.Entity{}
	names := []entity.Name{}
	source := "Mumbai, Delhi and Hyderabad"
	for _, w := range []string{"Mumbai", "Delhi", "Hyderabad"} {
		at := strings.Index(source, w)
		entities = append(entities, entity.Entity{Name: w, Type: entity.Place, Mentions: []int{len(names)}})
		names = append(names, entity.Name{Span: text.Span{Start: at, End: at + len(w)}, Type: entity.Place})
	}
	doc := &text.Document{Source: source}
	z := identity.New()
	for b.Loop() {
		z.Resolve(entities, names, doc)
	}
}
