//go:build wasip1

package main

import "slugline/wasm/reactor"

// A reactor's main never runs: the handler is put in place while the module starts.
func init() { reactor.Serve(newEngine().handle) }
