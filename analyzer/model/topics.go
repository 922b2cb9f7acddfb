package model

import _ "embed" // the tables below

// Taxonomy is the IPTC Media Topics that package topic reads: made by build/taxonomy.
//
//go:embed taxonomy.bin
var Taxonomy string

// TopicPhrases is the compiled trigger phrases of the Media Topics that package topic
// reads: made by build/topiclexicon.
//
//go:embed topicphrases.bin
var TopicPhrases string

// Topics is the weights of the top-level topics that package topic reads: made by
// build/topictrain.
//
//go:embed topics.bin
var Topics string
