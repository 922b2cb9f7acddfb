//go:build wasip1

package main

import "slugline/wasm/reactor"

// The model is decoded while the module starts, not in the first analyze: what the page
// and the benchmark then time is prose's work on a text, as they time the other engine's.
func init() { reactor.Serve(newReference().handle) }
