package main

import (
	"fmt"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"strconv"
	"strings"
)

// layers is the house from the ground up: a package imports packages of lower floors, and
// of its own folder. So a stage never imports another stage, and nothing imports what is
// built on it. A folder counts with what lies below it, unless that is listed apart.
var layers = [][]string{
	{"analyzer/order"},
	{"analyzer/model", "analyzer/text"},
	{"analyzer/wordclass", "analyzer/archive"},
	{"analyzer/pos"},
	{"analyzer/article", "analyzer/entity", "analyzer/topic", "analyzer/keyphrase", "analyzer/dedup"},
	{"analyzer/desk"},
	{"analyzer"},
	{"analyzer/export", "wasm/reactor"},
	{"wasm/edge/engine"},
	{"wasm/edge/store"},
	{"wasm/edge/api"},
	{"wasm"},
	{"build"},
}

// floor returns the folder of layers that a package belongs to, and how high it stands;
// -1 where nobody has given it a place.
func floor(folder string) (home string, height int) {
	for home = folder; home != "."; home = path.Dir(home) {
		for i, names := range layers {
			for _, name := range names {
				// A new folder below analyzer must be given a place: it is not part of analyzer itself.
				if name == home && (home != "analyzer" || folder == home) {
					return home, i
				}
			}
		}
	}
	return folder, -1
}

// checkSources looks at the imports of each file by itself, for whatever target it is.
// Tests may import what they like.
func checkSources(root string) ([]string, error) {
	var complaints []string
	err := walk(root, func(file string) error {
		if !strings.HasSuffix(file, ".go") || strings.HasSuffix(file, "_test.go") {
			return nil
		}
		parsed, err := parser.ParseFile(token.NewFileSet(), filepath.Join(root, file), nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		folder := path.Dir(file)
		home, height := floor(folder)
		if height < 0 {
			complaints = append(complaints, fmt.Sprintf("%s: %s has no place among the layers: give it one in build/guard/layers.go", file, folder))
			return nil
		}
		for _, spec := range parsed.Imports {
			imported, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return err
			}
			if reason := why(imported); reason != "" && inCore(folder) {
				complaints = append(complaints, fmt.Sprintf("%s imports %s: %s", file, imported, reason))
			}
			other, ours := strings.CutPrefix(imported, module+"/")
			if !ours {
				continue
			}
			if otherHome, otherHeight := floor(other); otherHeight >= height && otherHome != home {
				complaints = append(complaints, fmt.Sprintf("%s imports %s: imports go down only (build/guard/layers.go)", file, other))
			} else if home == "wasm" && otherHome == "wasm" && other != folder {
				complaints = append(complaints, fmt.Sprintf("%s imports %s: one program imports another", file, other))
			}
		}
		return nil
	})
	return complaints, err
}

// inCore reports whether a folder is part of what the engine links.
func inCore(folder string) bool {
	return folder == "analyzer" || strings.HasPrefix(folder, "analyzer/") || folder == "wasm/engine" || folder == "wasm/reactor"
}

// others are folders whose files are not ours, or not written by hand.
var others = map[string]bool{".git": true, "node_modules": true, "build/dist": true, "build/cache": true}

// walk calls f with every file, by its path from root with slashes.
func walk(root string, f func(file string) error) error {
	return filepath.WalkDir(root, func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		file, err := filepath.Rel(root, name)
		if err != nil {
			return err
		}
		file = filepath.ToSlash(file)
		if entry.IsDir() {
			if others[file] || others[entry.Name()] || entry.Name() == "testdata" {
				return filepath.SkipDir
			}
			return nil
		}
		return f(file)
	})
}
