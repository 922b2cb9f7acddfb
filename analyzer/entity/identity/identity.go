// Package identity says which place of the world a name means, and gives well-known
// things their Wikidata id.
//
// Names of places are ambiguous: there is a Paris in Texas and a Georgia in two
// continents. All readings of all place names of an article are weighed together: by how
// many people live there, by what stands beside the name ("Paris, Texas") and by the
// countries that the article's other names point to (Leidner 2007, "one referent per
// discourse" and minimality). A name whose best reading is not clearly the best gets none.
package identity

import (
	"math"

	"slugline/analyzer/entity"
	"slugline/analyzer/model"
	"slugline/analyzer/text"
)

// Identity is what a name stands for. Fields that are not known are zero.
type Identity struct {
	Country             string  // ISO 3166-1 alpha-2 code of the country that a place is or lies in
	Latitude, Longitude float64 // degrees, to a hundredth
	GeoNames            int     // id at geonames.org
	Wikidata            int     // the number of the Q
}

// Resolver reads the table of places. It keeps nothing of an article.
type Resolver struct{ places places }

// New returns a Resolver over the built-in table.
func New() *Resolver { return &Resolver{open(model.Places)} }

// resolver holds one article's entities and their readings.
type resolver struct {
	places   *places
	entities []entity.Entity
	names    []entity.Name
	doc      *text.Document
	readings [][]reading // of each entity of type place
	weight   []float64   // of each country: how much of the article points to it
}

// reading is one place that an entity may be.
type reading struct {
	record int
	score  float64
}

// Resolve returns the identity of each entity. names are the mentions that the entities
// index, in text order.
func (z *Resolver) Resolve(entities []entity.Entity, names []entity.Name, doc *text.Document) []Identity {
	r := resolver{places: &z.places, entities: entities, names: names, doc: doc, readings: make([][]reading, len(entities))}
	r.weight = make([]float64, r.places.countries())
	out := make([]Identity, len(entities))
	for i := range entities {
		e := &entities[i]
		switch e.Type {
		case entity.Place:
			r.read(i)
		case entity.Group:
			if c := r.places.context(Key(e.Name)); c > 0 {
				r.weight[c] += float64(min(len(e.Mentions), 4))
			}
		default:
			out[i].Wikidata = r.places.thing(Key(e.Name), int(e.Type))
		}
	}
	r.weigh()
	for i := range entities {
		if e := &entities[i]; e.Type == entity.Place {
			if out[i] = r.choose(i); out[i].Wikidata == 0 && out[i].GeoNames == 0 {
				out[i].Wikidata = r.places.thing(Key(e.Name), int(entity.Place))
			}
		}
	}
	return out
}

// read collects the readings of a place by its name and, where that has none, by its
// other forms.
func (r *resolver) read(i int) {
	e := &r.entities[i]
	forms := append([]string{e.Name}, e.Aliases...)
	for _, form := range forms {
		first, n := r.places.find(Key(form))
		for k := first; k < first+n; k++ {
			record := r.places.record(k)
			r.readings[i] = append(r.readings[i], reading{record: record, score: r.places.prior(record)})
		}
		if n > 0 {
			return
		}
	}
	for _, form := range forms {
		if c := r.places.context(Key(form)); c > 0 {
			r.readings[i] = append(r.readings[i], reading{record: -c})
			return
		}
	}
}

// country returns the number of the country that a reading is or lies in.
func (r *resolver) country(x reading) int {
	if x.record < 0 {
		return -x.record
	}
	return r.places.country(x.record)
}

// weigh adds up what points to each country: the place names that mean one place, or one
// by far.
func (r *resolver) weigh() {
	for i := range r.readings {
		if c, w := r.vote(i); c > 0 {
			r.weight[c] += w
		}
	}
}

// vote returns the country that an entity by itself points to, and how strongly.
func (r *resolver) vote(i int) (country int, weight float64) {
	best, second := leaders(r.readings[i])
	if best < 0 || second >= 0 && r.readings[i][best].score-r.readings[i][second].score < decided {
		return 0, 0
	}
	return r.country(r.readings[i][best]), float64(min(len(r.entities[i].Mentions), 4))
}

// leaders returns the two readings with the highest scores, -1 where there is none.
func leaders(readings []reading) (best, second int) {
	best, second = -1, -1
	for k, x := range readings {
		switch {
		case best < 0 || x.score > readings[best].score:
			best, second = k, best
		case second < 0 || x.score > readings[second].score:
			second = k
		}
	}
	return best, second
}

// Bonuses on the scale of the prior, whose unit is a factor of ten in inhabitants.
const (
	besideBonus  = 6.0 // "Paris, Texas"
	contextBonus = 2.2 // at most, for mentions that point to the country: not enough to move the famous Paris into a story of Texas
	decided      = 1.3 // lead by which a name tells its country without the others' help
	margin       = 0.4 // by which the best reading must lead
)

// context returns the bonus for so many mentions that point to a country.
func context(mentions float64) float64 { return min(contextBonus, 2*math.Log1p(mentions)) }

// choose returns the likeliest reading of a place, or none where two are about as likely.
func (r *resolver) choose(i int) Identity {
	readings := r.readings[i]
	if len(readings) == 0 {
		return Identity{}
	}
	scored := make([]reading, len(readings))
	voted, own := r.vote(i)
	for k, x := range readings {
		c := r.country(x)
		around := r.weight[c]
		if c == voted {
			around -= own
		}
		scored[k] = reading{x.record, x.score + context(around) + r.beside(i, x)}
	}
	readings = scored
	best, second := leaders(readings)
	if second >= 0 && readings[best].score-readings[second].score < margin {
		if r.country(readings[best]) == r.country(readings[second]) {
			return Identity{Country: r.places.code(r.country(readings[best]))}
		}
		return Identity{}
	}
	return r.places.identity(readings[best].record)
}

// beside returns the bonus of a reading that the name behind one of the mentions
// confirms: "Paris, Texas", "Hyderabad in Pakistan", "London (Ontario)".
func (r *resolver) beside(i int, x reading) float64 {
	if x.record < 0 {
		return 0
	}
	for _, m := range r.entities[i].Mentions {
		if m+1 >= len(r.names) || r.names[m+1].Type != entity.Place {
			continue
		}
		between := r.doc.Source[r.names[m].End:r.names[m+1].Start]
		if between != ", " && between != " in " && between != " (" {
			continue
		}
		first, n := r.places.find(Key(r.names[m+1].Of(r.doc.Source)))
		for k := first; k < first+n; k++ {
			if r.places.within(x.record, r.places.record(k)) {
				return besideBonus
			}
		}
	}
	return 0
}
