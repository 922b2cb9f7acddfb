package reactor

import "errors"

// Frame reads the fields of a request, in order. The format, little-endian throughout:
//
//	string, bytes   uint32 length, then that many bytes; strings are UTF-8
//	number          uint32
//	list            uint32 count, then the fields of each item
//
// A field behind the end reads as empty or 0, and the call then fails: a handler may
// read all its fields before it looks at Err.
type Frame struct {
	rest  []byte
	err   error
	owned bool // by the handler: the buffer is not used again
}

var errShort = errors.New("the request ends in the middle of a field")

// NewFrame returns a Frame that reads b: an answer, in Go programs that ask an engine.
func NewFrame(b []byte) *Frame { return &Frame{rest: b} }

// Uint reads a number.
func (f *Frame) Uint() uint32 {
	if len(f.rest) < 4 {
		f.rest, f.err = nil, errShort
		return 0
	}
	n := uint32(f.rest[0]) | uint32(f.rest[1])<<8 | uint32(f.rest[2])<<16 | uint32(f.rest[3])<<24
	f.rest = f.rest[4:]
	return n
}

// Bytes reads a field of bytes. They are part of the input buffer: copy what is kept.
func (f *Frame) Bytes() []byte {
	n := f.Uint()
	if uint64(n) > uint64(len(f.rest)) {
		f.rest, f.err = nil, errShort
		return nil
	}
	b := f.rest[:n:n]
	f.rest = f.rest[n:]
	return b
}

// Owned reads a field of bytes that the caller may keep. Of a long request it keeps the
// whole buffer, so that what was sent is not there twice: the memory that a module has
// once had is never given back.
func (f *Frame) Owned() []byte {
	b := f.Bytes()
	if len(b) <= keep {
		return append([]byte(nil), b...)
	}
	f.owned = true
	return b
}

// String reads a field of text into a string of its own.
func (f *Frame) String() string { return string(f.Bytes()) }

// Count reads the count of a list whose items take at least size bytes each, so that a
// broken count cannot ask for more memory than the request is long.
func (f *Frame) Count(size int) int {
	n := f.Uint()
	if uint64(n)*uint64(size) > uint64(len(f.rest)) {
		f.rest, f.err = nil, errShort
		return 0
	}
	return int(n)
}

// Err says whether a field read so far was cut short.
func (f *Frame) Err() error { return f.err }

// Appending, for answers that are not JSON and for tests.

// AppendUint appends a number. Package encoding/binary would bring reflect into the engine.
func AppendUint(dst []byte, n uint32) []byte {
	return append(dst, byte(n), byte(n>>8), byte(n>>16), byte(n>>24))
}

// AppendBytes appends a field of bytes.
func AppendBytes(dst, b []byte) []byte { return append(AppendUint(dst, uint32(len(b))), b...) }

// AppendString appends a field of text.
func AppendString(dst []byte, s string) []byte { return append(AppendUint(dst, uint32(len(s))), s...) }
