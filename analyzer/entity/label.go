package entity

// Type is what a name names.
type Type uint8

// The types of name, in the order of their labels. Conventions: a group is a nationality,
// religion or political adherents; facilities are places; laws are works.
const (
	Person Type = iota
	Organization
	Place
	Group
	Event
	Work
	Product
	Types = iota
)

var typeNames = [Types]string{"person", "organization", "place", "group", "event", "work", "product"}

// String returns the type's name as the analysis JSON has it.
func (t Type) String() string { return typeNames[t] }

// TypeOf returns the type with that name.
func TypeOf(name string) (Type, bool) {
	for t, n := range typeNames {
		if n == name {
			return Type(t), true
		}
	}
	return 0, false
}

// Label is a token's place in a name: outside, or begin, inside, end or single of a type
// (BIOES; Ratinov and Roth 2009 found it better than BIO).
type Label uint8

// Outside is the label of a token in no name. The label of type t at position p is
// 1 + 4*t + p.
const (
	Outside Label = 0
	Labels        = 1 + 4*Types
)

// The positions of a token in its name.
const (
	Begin = iota
	Inside
	End
	Single
)

// LabelOf returns the label of position p in a name of type t.
func LabelOf(t Type, p int) Label { return Label(1 + 4*int(t) + p) }

// Type returns the label's type; the label must not be Outside.
func (l Label) Type() Type { return Type((l - 1) / 4) }

// Position returns the label's position; the label must not be Outside.
func (l Label) Position() int { return int(l-1) % 4 }

// opens reports whether a name that is not complete stands after a token so labelled.
func (l Label) opens() bool { return l != Outside && l.Position() <= Inside }

// continues reports whether the label continues a name of the token before.
func (l Label) continues() bool {
	return l != Outside && (l.Position() == Inside || l.Position() == End)
}

// MayFollow reports whether label b can stand right after label a.
func MayFollow(a, b Label) bool {
	if a.opens() {
		return b.continues() && a.Type() == b.Type()
	}
	return !b.continues()
}
