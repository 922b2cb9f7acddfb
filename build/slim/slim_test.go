package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// host runs a reactor's export with Node's WASI.
const host = `
import { readFileSync } from 'node:fs'
import { WASI } from 'node:wasi'
const wasi = new WASI({ version: 'preview1' })
const { instance } = await WebAssembly.instantiate(readFileSync(process.argv[1]), wasi.getImportObject())
wasi.initialize(instance)
console.log(instance.exports.run())
`

func TestASlimModuleStillRecoversAndCollects(t *testing.T) {
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skip("no Node")
	}
	path := filepath.Join(t.TempDir(), "panics.wasm")
	build := exec.Command("go", "build", "-buildmode=c-shared", "-ldflags=-s -w", "-o", path, "./testdata/panics")
	build.Env = append(os.Environ(), "GOOS=wasip1", "GOARCH=wasm")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	slim, err := Slim(raw, false)
	if err != nil {
		t.Fatal(err)
	}
	again, err := Slim(slim, false)
	if err != nil || string(again) != string(slim) {
		t.Errorf("slimming twice is not slimming once: %v", err)
	}
	for name, module := range map[string][]byte{"as linked": raw, "slim": slim} {
		if err := os.WriteFile(path, module, 0o644); err != nil {
			t.Fatal(err)
		}
		out, err := exec.Command(node, "--no-warnings", "--input-type=module", "-e", host, path).CombinedOutput()
		if got := strings.TrimSpace(string(out)); err != nil || got != "6" {
			t.Errorf("%s: %s %v, should be 6", name, got, err)
		}
	}
}

func TestWhatIsNoModuleOfOursIsRefused(t *testing.T) {
	for name, module := range map[string]string{
		"nothing": "", "text": "hello", "cut": string(header) + "\x0b\xff\xff\x01",
		"no table":      string(header) + "\x0b\x07\x01\x00\x41\x08\x0b\x01x",
		"not plain":     string(header) + "\x0b\x02\x01\x01",
		"far away":      string(header) + "\x0b\x0b\x01\x00\x41\xff\xff\xff\xff\x07\x0b\x01x",
		"segments meet": string(header) + "\x0b\x0e\x02\x00\x41\x08\x0b\x02xx\x00\x41\x09\x0b\x01x",
	} {
		if _, err := Slim([]byte(module), false); err == nil {
			t.Errorf("%s is taken", name)
		}
	}
}
