package model

import _ "embed" // the tables below

// WordClasses is the table that package wordclass reads: made by build/wordclasses.
//
//go:embed wordclasses.bin
var WordClasses string
