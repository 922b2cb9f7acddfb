// Command inline makes the overlay with which engine.wasm is built (go build -overlay):
// in it the tables of analyzer/model are string constants instead of go:embed variables.
//
//	go run ./build/inline   # writes build/cache/inline/overlay.json
//
// Package embed brings io/fs and time along, 30 KB of the engine compressed, for a type
// that is not used. Everything else (tests, natively built tools) embeds as usual.
package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"go/format"
	"log"
	"os"
	"path/filepath"
	"regexp"
)

const (
	source = "analyzer/model"
	target = "build/cache/inline"
)

var (
	importEmbed = regexp.MustCompile(`(?m)^import _ "embed".*\n`)
	embedded    = regexp.MustCompile(`(?m)^//go:embed (\S+)\nvar (\w+) string$`)
)

func main() {
	log.SetFlags(0)
	files, err := filepath.Glob(source + "/*.go")
	if err != nil || len(files) == 0 {
		log.Fatalf("no Go files in %s: run this from the repository's root", source)
	}
	if err := os.MkdirAll(target, 0o755); err != nil {
		log.Fatal(err)
	}
	replace := map[string]string{}
	for _, file := range files {
		inlined, err := inline(file)
		if err != nil {
			log.Fatal(err)
		}
		if inlined == nil {
			continue
		}
		to := filepath.Join(target, filepath.Base(file))
		if err := writeChanged(to, inlined); err != nil {
			log.Fatal(err)
		}
		replace[file] = to
	}
	overlay, err := json.MarshalIndent(map[string]any{"Replace": replace}, "", " ")
	if err == nil {
		err = writeChanged(filepath.Join(target, "overlay.json"), overlay)
	}
	if err != nil {
		log.Fatal(err)
	}
}

// inline returns a source file with its embedded variables written out, nil where it has none.
func inline(path string) ([]byte, error) {
	raw, err := os.ReadFile(path)
	if err != nil || !embedded.Match(raw) {
		return nil, err
	}
	raw = importEmbed.ReplaceAll(raw, nil)
	raw = embedded.ReplaceAllFunc(raw, func(m []byte) []byte {
		parts := embedded.FindSubmatch(m)
		data, readErr := os.ReadFile(filepath.Join(filepath.Dir(path), string(parts[1])))
		if readErr != nil {
			err = readErr
		}
		return constant(string(parts[2]), data)
	})
	if err != nil {
		return nil, err
	}
	return format.Source(raw)
}

// constant writes data as a string constant.
func constant(name string, data []byte) []byte {
	const hex = "0123456789abcdef"
	out := fmt.Appendf(nil, "const %s = \"", name)
	for _, b := range data {
		switch {
		case b >= ' ' && b < 0x7F && b != '"' && b != '\\':
			out = append(out, b)
		default:
			out = append(out, '\\', 'x', hex[b>>4], hex[b&15])
		}
	}
	return append(out, '"')
}

// writeChanged leaves a file that is as it should be alone, so that nothing is compiled anew.
func writeChanged(path string, data []byte) error {
	if old, err := os.ReadFile(path); err == nil && bytes.Equal(old, data) {
		return nil
	}
	return os.WriteFile(path, data, 0o644)
}
