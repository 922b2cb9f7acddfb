// Package model holds the generated weights and tables, embedded as strings that their
// readers use in place: nothing is decoded at start. SOURCES.md names what each was
// made from, and `make generate` makes them again.
package model
