package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
)

// module is the path of this module.
const module = "slugline"

// forbidden names what neither the engine nor package analyzer may link, and why. The
// sizes are Brotli's, measured on an engine that does nothing (Go 1.26). "net/" stands for
// all packages below net.
var forbidden = map[string]string{
	"fmt":           "it adds 126 KB to the download; build strings by hand or with strconv",
	"regexp":        "it adds 123 KB to the download and is slow there; scan by hand",
	"encoding/json": "it adds 245 KB to the download; analyzer/export writes JSON without reflection",
	"reflect":       "it keeps the linker from leaving methods out",
	"net":           "the engine talks to no one",
	"net/":          "the engine talks to no one",
	"os":            "the core is given its data; it opens nothing",
	"os/":           "the core is given its data; it starts nothing",
	"syscall/js":    "the boundary is wasm/reactor: a call through syscall/js costs 25 times as much",
	"log":           "a library returns errors",
}

// linked are the packages of others that the engine may link.
var linked = map[string]bool{"github.com/agnivade/levenshtein": true}

// why returns the reason against importing a package from the core, or "".
func why(path string) string {
	if reason := forbidden[path]; reason != "" {
		return reason
	}
	for prefix, reason := range forbidden {
		if strings.HasSuffix(prefix, "/") && strings.HasPrefix(path, prefix) {
			return reason
		}
	}
	first, _, _ := strings.Cut(path, "/")
	if strings.Contains(first, ".") && !linked[path] {
		return "the core has no other dependencies than those that build/guard lists"
	}
	return ""
}

// listed is what go list says of a package.
type listed struct {
	ImportPath string
	Imports    []string
	Deps       []string // all that Imports bring
	Standard   bool
}

// checkGraph looks at everything that is linked into the engine. What our own files import
// by name is left to checkSources, which knows the file.
func checkGraph(root string) ([]string, error) {
	packages, err := list(root, "-deps", "./wasm/engine", "./analyzer/...")
	if err != nil {
		return nil, err
	}
	byPath := map[string]listed{}
	for _, p := range packages {
		byPath[p.ImportPath] = p
	}
	var complaints []string
	for _, p := range packages {
		if p.Standard {
			continue
		}
		for _, imported := range p.Imports {
			if reason := why(imported); reason != "" {
				if !strings.HasPrefix(p.ImportPath, module+"/") {
					complaints = append(complaints, fmt.Sprintf("%s imports %s: %s", p.ImportPath, imported, reason))
				}
			} else if q := byPath[imported]; q.Standard {
				for _, brought := range q.Deps {
					if reason := why(brought); reason != "" {
						complaints = append(complaints, fmt.Sprintf("%s imports %s, which brings %s: %s", p.ImportPath, imported, brought, reason))
					}
				}
			}
		}
	}
	return complaints, nil
}

// list runs go list for the engine's target.
func list(root string, args ...string) ([]listed, error) {
	cmd := exec.Command("go", append([]string{"list", "-json=ImportPath,Imports,Deps,Standard"}, args...)...)
	cmd.Dir = root
	cmd.Env = append(os.Environ(), "GOOS=wasip1", "GOARCH=wasm")
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("go list: %w\n%s", err, stderr.String())
	}
	var packages []listed
	for d := json.NewDecoder(bytes.NewReader(out)); ; {
		var p listed
		if err := d.Decode(&p); errors.Is(err, io.EOF) {
			return packages, nil
		} else if err != nil {
			return nil, err
		}
		packages = append(packages, p)
	}
}
