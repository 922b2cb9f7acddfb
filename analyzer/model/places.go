package model

import _ "embed"

// Places is the table of places and well-known things that package identity reads: made
// by build/places.
//
//go:embed places.bin
var Places string
