package identity

// places reads model.Places in place. All numbers are little-endian; a column holds one
// field of all records, one after the other, so that like stands beside like.
//
//	0   uint16 × 8   counts: countries, records, keys of places, of contexts, of things; three spare
//	16  byte × 2 × countries    ISO codes; number 0 stands for none
//	    records, sorted by kind, country and id:
//	      byte   kind (2 bits) and inhabitants (6 bits: 4 × log10)
//	      byte   country
//	      byte   region, 0 for none
//	      byte × 3 columns   GeoNames id
//	      byte × 2 columns   latitude in hundredths of a degree, from -90
//	      byte × 2 columns   longitude in hundredths of a degree, from -180
//	      byte × 4 columns   Wikidata number
//	    three indexes (index.go): places with two columns for the record; contexts (groups
//	    and regions without a record) with one for the country; things with one for the
//	    type and four for the Wikidata number
type places struct {
	data    string
	n       int // records
	columns int // where the records' columns begin
	names   index
	around  index
	things  index
}

// Kinds of records.
const (
	Country = iota
	Region
	City
)

// RecordColumns is how many one-byte columns a record has.
const RecordColumns = 14

func open(data string) places {
	count := func(i int) int { return int(data[2*i]) | int(data[2*i+1])<<8 }
	p := places{data: data, n: count(1), columns: 16 + 2*count(0)}
	at := p.columns + RecordColumns*p.n
	p.names, at = openIndex(data, at, count(2), 2)
	p.around, at = openIndex(data, at, count(3), 1)
	p.things, _ = openIndex(data, at, count(4), 5)
	return p
}

func (p *places) countries() int { return int(p.data[0]) | int(p.data[1])<<8 }

// column returns a byte of a record.
func (p *places) column(c, record int) int { return int(p.data[p.columns+c*p.n+record]) }

// find returns the entries of the index of places for a key.
func (p *places) find(key uint32) (first, n int) { return p.names.find(key) }

// record returns the record of an entry of the index of places.
func (p *places) record(entry int) int { return p.names.column(0, entry) | p.names.column(1, entry)<<8 }

func (p *places) kind(record int) int    { return p.column(0, record) >> 6 }
func (p *places) country(record int) int { return p.column(1, record) }
func (p *places) region(record int) int  { return p.column(2, record) }

// prior says how likely a record is before the article is looked at: the logarithm of its
// inhabitants, with a lead for countries, which news names most.
func (p *places) prior(record int) float64 {
	score := float64(p.column(0, record)&63) / 4
	if p.kind(record) == Country {
		score += 1.5
	}
	return score
}

// within reports whether a record lies in the region or country that the other is.
func (p *places) within(record, other int) bool {
	if record == other || p.country(record) != p.country(other) {
		return false
	}
	switch p.kind(other) {
	case Country:
		return true
	case Region:
		return p.kind(record) == City && p.region(record) == p.region(other)
	}
	return false
}

// context returns the country that a group or a lesser region belongs to, 0 for none.
func (p *places) context(key uint32) int {
	if first, n := p.around.find(key); n > 0 {
		return p.around.column(0, first)
	}
	return 0
}

// thing returns the Wikidata number of a well-known thing of a type, 0 for none.
func (p *places) thing(key uint32, t int) int {
	first, n := p.things.find(key)
	for k := first; k < first+n; k++ {
		if p.things.column(0, k) == t {
			return p.things.column(1, k) | p.things.column(2, k)<<8 | p.things.column(3, k)<<16 | p.things.column(4, k)<<24
		}
	}
	return 0
}

// code returns a country's ISO code.
func (p *places) code(country int) string { return p.data[16+2*country : 18+2*country] }

// identity returns what a record says; a negative one is a country that the name lies in.
func (p *places) identity(record int) Identity {
	if record < 0 {
		return Identity{Country: p.code(-record)}
	}
	out := Identity{
		Country:  p.code(p.country(record)),
		GeoNames: p.column(3, record) | p.column(4, record)<<8 | p.column(5, record)<<16,
		Wikidata: p.column(10, record) | p.column(11, record)<<8 | p.column(12, record)<<16 | p.column(13, record)<<24,
	}
	if lat, lon := p.column(6, record)|p.column(7, record)<<8, p.column(8, record)|p.column(9, record)<<8; lat|lon != 0 {
		out.Latitude, out.Longitude = float64(lat-9000)/100, float64(lon-18000)/100
	}
	return out
}
