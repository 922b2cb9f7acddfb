package main

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// started tells one run of the server from the next.
var started = time.Now().Unix()

// Looking at modification times twice a second needs no dependency and no care for the
// limits of each system's notification interface; the tree has a few hundred files.
const interval = 500 * time.Millisecond

// buildAll makes everything that the page needs.
func buildAll(ctx context.Context) error { return target(ctx, "build") }

// target runs one target of the Makefile.
func target(ctx context.Context, name string) error {
	cmd := exec.CommandContext(ctx, "make", "-s", name)
	cmd.Stdout, cmd.Stderr = os.Stdout, os.Stderr
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("make %s: %w", name, err)
	}
	return nil
}

// watch builds again what a change touches, and tells the pages.
func watch(ctx context.Context, page *reloader) {
	goFiles, webFiles := newest(isGo, "analyzer", "wasm"), newest(isWeb, "web", "index.html")
	for {
		select {
		case <-ctx.Done():
			return
		case <-time.After(interval):
		}
		g, w := newest(isGo, "analyzer", "wasm"), newest(isWeb, "web", "index.html")
		if g == goFiles && w == webFiles {
			continue
		}
		begin := time.Now()
		var err error
		if g != goFiles {
			err = target(ctx, "engine")
		}
		if err == nil {
			err = target(ctx, "site")
		}
		goFiles, webFiles = g, w
		if err != nil {
			fmt.Fprintln(os.Stderr, "  not reloaded:", err)
			continue
		}
		fmt.Printf("  built again in %d ms\n", time.Since(begin).Milliseconds())
		page.built()
	}
}

// state is the number of files and the time of the latest change among them: files that
// come or go count too.
type state struct {
	files  int
	latest time.Time
}

func newest(wanted func(string) bool, roots ...string) (s state) {
	for _, root := range roots {
		filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() || !wanted(path) {
				return nil // a file that vanishes while we look is seen next time
			}
			if info, err := entry.Info(); err == nil {
				s.files++
				if info.ModTime().After(s.latest) {
					s.latest = info.ModTime()
				}
			}
			return nil
		})
	}
	return s
}

func isGo(path string) bool {
	return strings.HasSuffix(path, ".go") && !strings.HasSuffix(path, "_test.go") || strings.HasSuffix(path, ".bin")
}

func isWeb(path string) bool {
	return !strings.HasSuffix(path, ".test.js") && !strings.HasSuffix(path, "~")
}
