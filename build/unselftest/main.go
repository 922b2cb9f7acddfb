// Command unselftest makes the overlay with which the Worker's handler is built
// (go build -overlay): in it the packages of Go's cryptography have no self-tests, and the
// encryption of TLS handshakes no tables.
//
//	go run ./build/unselftest   # writes build/cache/unselftest/overlay.json
//
// The handler speaks no TLS: its requests come from the Worker's JavaScript. But net/http
// imports crypto/tls, and what that prepares when a program starts is linked whether it is
// used or not: every curve, RSA and ML-KEM, 100 KB of the upload compressed. Self-tests run in FIPS
// 140 mode only, which the handler is not built for. A file that is not as expected is
// refused, so that a new Go release is looked at.
package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
)

const target = "build/cache/unselftest"

// files of the standard library, and how many of their variables are emptied at least.
var files = map[string]int{
	"crypto/internal/fips140/ecdh/cast.go":    1,
	"crypto/internal/fips140/ecdsa/cast.go":   2,
	"crypto/internal/fips140/ed25519/cast.go": 1,
	"crypto/internal/fips140/mlkem/cast.go":   1,
	"crypto/internal/fips140/rsa/cast.go":     1,
	"crypto/hpke/kem.go":                      4,
	"crypto/hpke/pq.go":                       3,
}

func main() {
	log.SetFlags(0)
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		log.Fatal(err)
	}
	if err := os.MkdirAll(target, 0o755); err != nil {
		log.Fatal(err)
	}
	replace := map[string]string{}
	for name, least := range files {
		path := filepath.Join(strings.TrimSpace(string(root)), "src", name)
		emptied, err := empty(path, least)
		if err != nil {
			log.Fatal(err)
		}
		to := filepath.Join(target, strings.ReplaceAll(name, "/", "-"))
		if err := os.WriteFile(to, emptied, 0o644); err != nil {
			log.Fatal(err)
		}
		replace[path] = to
	}
	overlay, err := json.MarshalIndent(map[string]any{"Replace": replace}, "", " ")
	if err == nil {
		err = os.WriteFile(filepath.Join(target, "overlay.json"), overlay, 0o644)
	}
	if err != nil {
		log.Fatal(err)
	}
}

// empty returns a file in which variables that are self-tests do nothing and those that
// are key encapsulation mechanisms have no fields.
func empty(path string, least int) ([]byte, error) {
	set := token.NewFileSet()
	file, err := parser.ParseFile(set, path, nil, 0)
	if err != nil {
		return nil, err
	}
	count := 0
	for _, d := range file.Decls {
		vars, ok := d.(*ast.GenDecl)
		if !ok || vars.Tok != token.VAR {
			continue
		}
		for _, spec := range vars.Specs {
			for _, v := range spec.(*ast.ValueSpec).Values {
				switch v := v.(type) {
				case *ast.CallExpr: // sync.OnceFunc(func() {…})
					if len(v.Args) == 1 {
						if f, ok := v.Args[0].(*ast.FuncLit); ok {
							f.Body.List = nil
							count++
						}
					}
				case *ast.UnaryExpr: // &hybridKEM{…}
					if c, ok := v.X.(*ast.CompositeLit); ok {
						c.Elts = nil
						count++
					}
				}
			}
		}
	}
	if count < least {
		return nil, fmt.Errorf("%s: %d variables were emptied and at least %d expected: see what this Go release has there", path, count, least)
	}
	blankUnused(file)
	var out bytes.Buffer
	err = format.Node(&out, set, file)
	return out.Bytes(), err
}

// blankUnused renames imports that nothing uses any more to the blank identifier.
func blankUnused(file *ast.File) {
	used := map[string]bool{}
	ast.Inspect(file, func(n ast.Node) bool {
		if s, ok := n.(*ast.SelectorExpr); ok {
			if x, ok := s.X.(*ast.Ident); ok {
				used[x.Name] = true
			}
		}
		return true
	})
	for _, i := range file.Imports {
		path, _ := strconv.Unquote(i.Path.Value)
		name := path[strings.LastIndexByte(path, '/')+1:]
		if i.Name == nil && !used[name] {
			i.Name = ast.NewIdent("_")
		}
	}
}
