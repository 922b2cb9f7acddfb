package model

import _ "embed" // the tables below

// Names is the weights of the name recogniser that package entity reads: made by
// build/nametrain.
//
//go:embed names.bin
var Names string

// Gazetteer is the table of listed names that package entity reads: made by
// build/gazetteer.
//
//go:embed gazetteer.bin
var Gazetteer string
