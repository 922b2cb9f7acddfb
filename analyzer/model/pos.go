package model

import _ "embed" // the table below

// POS is the model that package pos reads: made by build/postrain.
//
//go:embed pos.bin
var POS string
