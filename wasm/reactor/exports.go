//go:build wasip1

package reactor

import "unsafe"

//lint:file-ignore U1000 The host calls what go:wasmexport names.

// The exports, beside WASI's _initialize and memory:
//
//	abi_version() → Version
//	input(size) → address of size bytes for the request
//	call(op, size) → 1 done, 0 failed
//	output() → address of the answer, or of the error's text
//	output_size() → its bytes
//
// An address holds until the next export is called; the host looks at memory.buffer
// anew after each one, because memory may have grown.

var current *Reactor

// Serve makes handle answer the exports. An engine's main package calls it from init,
// since main never runs in a reactor.
func Serve(handle Handler) { current = New(handle) }

//go:wasmexport abi_version
func abiVersion() int32 { return Version }

//go:wasmexport input
func input(size int32) unsafe.Pointer { return address(current.Input(int(uint32(size)))) }

//go:wasmexport call
func call(op, size int32) int32 {
	if current.Call(op, int(uint32(size))) {
		return 1
	}
	return 0
}

//go:wasmexport output
func output() unsafe.Pointer { return address(current.Output()) }

//go:wasmexport output_size
func outputSize() int32 { return int32(len(current.Output())) }

func address(b []byte) unsafe.Pointer { return unsafe.Pointer(unsafe.SliceData(b)) }
