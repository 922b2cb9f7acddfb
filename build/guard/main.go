// Command guard holds the code to the shape that DESIGN gives it, and fails where it
// leaves it:
//
//		go run ./build/guard
//
//	  - graph.go: what the engine must not link, and the core must not import
//	  - layers.go: imports go one way down
//	  - length.go: a file stays short enough to be read at once
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
