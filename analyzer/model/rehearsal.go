package model

import _ "embed" // the table below

// Rehearsal is what ordinary stories of every top-level topic are like, which package
// desk learns against: made by build/rehearsal.
//
//go:embed rehearsal.bin
var Rehearsal string
