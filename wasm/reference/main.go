// Command reference is prose v2 (github.com/jdkato/prose) behind the same ABI as
// wasm/engine, so that the page can lay both engines' names side by side and build/bench
// can time both. It answers info and analyze; every other operation is refused.
//
// It lives in the one module of the project: build/postrain and build/segmentbench need
// prose too, and build/guard keeps it out of the engine and of package analyzer.
//
//	GOOS=wasip1 GOARCH=wasm go build -buildmode=c-shared -trimpath -ldflags='-s -w' ./wasm/reference
package main

func main() {}
