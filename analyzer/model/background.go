package model

import _ "embed" // the table below

// Background is the table of word rarities that package keyphrase reads: made by
// build/background.
//
//go:embed background.bin
var Background string
