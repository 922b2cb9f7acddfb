// Command guard holds the code to its shape: what the engine links and the core imports
// (graph.go), that imports go one way down (layers.go), and that a file stays short enough
// to be read at once (length.go). It fails with a line for everything that is wrong.
//
//	go run ./build/guard
package main

import (
	"fmt"
	"os"
)

func main() {
	complaints, err := guard(".")
	if err != nil {
		fmt.Fprintln(os.Stderr, "guard:", err)
		os.Exit(2)
	}
	for _, c := range complaints {
		fmt.Fprintln(os.Stderr, c)
	}
	if len(complaints) > 0 {
		os.Exit(1)
	}
}

// guard returns what is wrong in the module at root, one line each.
func guard(root string) ([]string, error) {
	var complaints []string
	for _, check := range []func(string) ([]string, error){checkGraph, checkSources, checkLength} {
		found, err := check(root)
		if err != nil {
			return nil, err
		}
		complaints = append(complaints, found...)
	}
	return complaints, nil
}
