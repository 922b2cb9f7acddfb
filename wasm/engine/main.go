// Command engine is Slugline as a WebAssembly reactor: package analyzer behind the ABI
// of package reactor. ops.go lists what it answers.
//
//	GOOS=wasip1 GOARCH=wasm go build -buildmode=c-shared -trimpath -ldflags='-s -w' ./wasm/engine
package main

func main() {}
