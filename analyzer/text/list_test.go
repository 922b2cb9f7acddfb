package text

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

func TestListHas(t *testing.T) {
	words := strings.Split("a|ab|b|bcd|of|the|zz", "|")
	l := List(strings.Join(words, "|"))
	for _, w := range words {
		if !l.Has(w) {
			t.Errorf("%q is not found", w)
		}
	}
	for _, w := range []string{"", "A", "aa", "bc", "bcde", "o", "of|the", "z", "zzz", "|"} {
		if l.Has(w) {
			t.Errorf("%q is found", w)
		}
	}
	if List("").Has("a") || !List("a").Has("a") {
		t.Error("lists of none and of one")
	}
}

// TestListsAreSorted finds every conversion of a constant to a List in the analyzer.
func TestListsAreSorted(t *testing.T) {
	files := token.NewFileSet()
	found := 0
	err := filepath.WalkDir("..", func(path string, _ fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		file, err := parser.ParseFile(files, path, nil, 0)
		if err != nil {
			return err
		}
		ast.Inspect(file, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok || len(call.Args) != 1 || !isList(call.Fun) {
				return true
			}
			found++
			words := strings.Split(constant(t, files, call.Args[0]), "|")
			for i, w := range words {
				if w == "" || i > 0 && words[i-1] >= w {
					t.Errorf("%s: %q is not in its place", files.Position(call.Pos()), w)
				}
			}
			return true
		})
		return nil
	})
	if err != nil || found < 10 {
		t.Fatalf("%d lists found: %v", found, err)
	}
}

func isList(e ast.Expr) bool {
	switch e := e.(type) {
	case *ast.Ident:
		return e.Name == "List"
	case *ast.SelectorExpr:
		return e.Sel.Name == "List" && slices.Contains([]string{"text"}, e.X.(*ast.Ident).Name)
	}
	return false
}

// constant adds up string literals.
func constant(t *testing.T, files *token.FileSet, e ast.Expr) string {
	switch e := e.(type) {
	case *ast.BasicLit:
		s, err := strconv.Unquote(e.Value)
		if err == nil {
			return s
		}
	case *ast.BinaryExpr:
		return constant(t, files, e.X) + constant(t, files, e.Y)
	}
	t.Errorf("%s: a list is not written out", files.Position(e.Pos()))
	return ""
}
