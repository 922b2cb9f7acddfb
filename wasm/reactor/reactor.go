// Package reactor is the boundary between Go and the host that runs it as WebAssembly:
// a page, a Worker, Node or workerd. One small ABI serves every engine built on it.
//
// The host asks for an input buffer, writes a request into it, calls, and reads the
// output (exports.go). A request is a run of fields without names, whose order each
// operation documents (frame.go); nothing parses JSON here, because encoding/json alone
// would add 245 KB to the download. An operation answers with bytes of its own choosing,
// mostly JSON text; when it fails the output is the message, in plain UTF-8.
//
// No panic leaves Call. What Go cannot recover from (a full memory, a stack overflow)
// ends in a WASI proc_exit; the host then throws the instance away and starts another.
package reactor

import (
	"errors"
	"runtime"
)

// Version is the ABI's version. The host refuses an engine that has another.
const Version = 1

// Handler carries out one operation. in holds the request; it is only valid during the
// call, but for what it is asked to hand over (Frame.Owned). out is an empty buffer with capacity to append to; what is returned is valid
// until the next call. An error's text is shown to the reader.
type Handler func(op int32, in *Frame, out []byte) ([]byte, error)

// keep is the largest buffer kept between calls: an outsize article should not hold
// memory for the rest of the day.
const keep = 1 << 20

// Reactor holds the buffers of one instance. It is not safe for concurrent use.
type Reactor struct {
	handle  Handler
	in, out []byte
}

// New returns a Reactor that answers through handle.
func New(handle Handler) *Reactor { return &Reactor{handle: handle} }

// Input returns a buffer of size bytes for the next request.
func (r *Reactor) Input(size int) []byte {
	if cap(r.in) < size || cap(r.in) > keep && size <= keep {
		r.in = make([]byte, size, max(size, 64<<10))
	}
	r.in = r.in[:size]
	return r.in
}

// Call carries out op on the first size bytes of the input buffer and reports whether
// it succeeded. Output then has the answer, or the error's text.
func (r *Reactor) Call(op int32, size int) (ok bool) {
	out := r.out[:0]
	if cap(out) > keep {
		out = nil
	}
	var in Frame
	defer func() {
		if in.owned {
			r.in = nil
		}
		if p := recover(); p != nil {
			r.out = append(append(r.out[:0], "the engine failed on this input: "...), panicText(p)...)
			ok = false
		}
	}()
	if size < 0 || size > len(r.in) {
		r.out = append(out, "the request is longer than the input buffer"...)
		return false
	}
	in.rest = r.in[:size]
	out, err := r.handle(op, &in, out)
	runtime.Gosched() // to the collector: WebAssembly has one thread, and nothing interrupts what runs in it
	if err == nil {
		err = in.err
	}
	if err != nil {
		r.out = append(r.out[:0], err.Error()...)
		return false
	}
	r.out = out
	return true
}

// Output returns the answer of the last call, valid until the next.
func (r *Reactor) Output() []byte { return r.out }

func panicText(p any) string {
	switch p := p.(type) {
	case error:
		return p.Error()
	case string:
		return p
	}
	return "panic"
}

// ErrOperation is what a Handler returns for an operation it does not have.
var ErrOperation = errors.New("the engine has no such operation: the page and engine.wasm are of different versions")
