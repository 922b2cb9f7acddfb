// Command slim makes a WebAssembly module that Go's linker wrote smaller to download:
//
//	go run ./build/slim build/dist/engine.wasm
//
// It does two things, and the module runs as before. Data segments that lie close
// together become one: the linker cuts at every run of eight zeros, and 46,000 cuts cost
// more than the zeros do once compressed. And the tables that only name source files,
// lines and functions in a stack trace are blanked (pclntab.go): an engine that recovers
// every panic prints none. Together they take a tenth off what a reader downloads.
//
// The code itself is left alone: wasm-opt gains under 1 % after compression. A module
// that is not laid out as expected is refused, so that a new Go release is looked at.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
)

func main() {
	log.SetFlags(0)
	keep := flag.Bool("lines", false, "keep the tables of files, lines and names, for stack traces")
	flag.Parse()
	for _, path := range flag.Args() {
		raw, err := os.ReadFile(path)
		if err != nil {
			log.Fatal(err)
		}
		slim, err := Slim(raw, *keep)
		if err != nil {
			log.Fatalf("%s: %v", path, err)
		}
		if err := os.WriteFile(path, slim, 0o644); err != nil {
			log.Fatal(err)
		}
		fmt.Printf("%s: %d bytes, were %d\n", path, len(slim), len(raw))
	}
}

// Slim returns the module with its data segments merged and, unless lines are to be
// kept, its line tables blank.
func Slim(module []byte, keepLines bool) ([]byte, error) {
	sections, err := readSections(module)
	if err != nil {
		return nil, err
	}
	for i, s := range sections {
		if s.id != dataSection {
			continue
		}
		image, err := readData(s.body)
		if err != nil {
			return nil, err
		}
		if !keepLines {
			if err := image.blankLines(); err != nil {
				return nil, err
			}
		}
		sections[i].body = image.write()
	}
	return writeSections(sections), nil
}
