package main

import (
	"bytes"
	"fmt"
	"os"
	"path"
	"path/filepath"
)

// longest is the most lines that a file may have.
const longest = 400

// written are the endings of files that people write and read; data files are not.
var written = map[string]bool{".go": true, ".js": true, ".mjs": true, ".css": true, ".html": true, ".py": true, ".sh": true}

// checkLength finds files that are too long. Generated ones and testdata may be.
func checkLength(root string) ([]string, error) {
	var complaints []string
	err := walk(root, func(file string) error {
		if !written[path.Ext(file)] {
			return nil
		}
		text, err := os.ReadFile(filepath.Join(root, file))
		if err != nil {
			return err
		}
		n := bytes.Count(text, []byte("\n"))
		if n > longest && !bytes.HasPrefix(text, []byte("// Code generated ")) {
			complaints = append(complaints, fmt.Sprintf("%s has %d lines, more than %d: split it by what its parts do", file, n, longest))
		}
		return nil
	})
	return complaints, err
}
