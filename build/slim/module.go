package main

import (
	"bytes"
	"errors"
	"slices"
)

// The binary format of modules: https://webassembly.github.io/spec/core/binary/modules.html

const dataSection = 11

var header = []byte("\x00asm\x01\x00\x00\x00")

var errCut = errors.New("the module is cut short")

type section struct {
	id   byte
	body []byte
}

func readSections(module []byte) ([]section, error) {
	if !bytes.HasPrefix(module, header) {
		return nil, errors.New("this is not a WebAssembly module of version 1")
	}
	r := reader{rest: module[len(header):]}
	var all []section
	for len(r.rest) > 0 && r.err == nil {
		id := r.byte()
		all = append(all, section{id, r.bytes(r.unsigned())})
	}
	return all, r.err
}

func writeSections(sections []section) []byte {
	out := bytes.Clone(header)
	for _, s := range sections {
		out = appendUnsigned(append(out, s.id), uint64(len(s.body)))
		out = append(out, s.body...)
	}
	return out
}

// image is the initial memory and which of its bytes are set.
type image struct {
	memory []byte
	filled []span // in order, apart
}

type span struct{ start, end int }

// maxMemory bounds where a segment may lie: far above any module of ours.
const maxMemory = 1 << 28

// maxGap is how many zeros between two segments cost less than a segment's head does.
const maxGap = 1 << 10

const (
	i32Const = 0x41
	end      = 0x0B
)

// readData lays active segments of memory 0 out as they will lie in memory.
func readData(body []byte) (*image, error) {
	r := reader{rest: body}
	m := &image{}
	var spans []span
	for n := r.unsigned(); n > 0 && r.err == nil; n-- {
		if kind := r.unsigned(); kind != 0 {
			return nil, errors.New("a data segment is not plain")
		}
		if r.byte() != i32Const {
			return nil, errors.New("a data segment's place is not a constant")
		}
		at := int(r.signed())
		if r.byte() != end {
			return nil, errors.New("a data segment's place is not one constant")
		}
		data := r.bytes(r.unsigned())
		if at < 0 || at > maxMemory {
			return nil, errors.New("a data segment lies outside memory")
		}
		m.memory = append(m.memory, make([]byte, max(0, at+len(data)-len(m.memory)))...)
		copy(m.memory[at:], data)
		spans = append(spans, span{at, at + len(data)})
	}
	slices.SortFunc(spans, func(a, b span) int { return a.start - b.start })
	for _, s := range spans {
		k := len(m.filled) - 1
		switch {
		case k >= 0 && s.start < m.filled[k].end:
			return nil, errors.New("data segments overlap")
		case k >= 0 && s.start-m.filled[k].end <= maxGap:
			m.filled[k].end = s.end
		default:
			m.filled = append(m.filled, s)
		}
	}
	return m, r.err
}

func (m *image) write() []byte {
	body := appendUnsigned(nil, uint64(len(m.filled)))
	for _, s := range m.filled {
		body = append(body, 0, i32Const)
		body = appendSigned(body, int64(s.start))
		body = append(body, end)
		body = appendUnsigned(body, uint64(s.end-s.start))
		body = append(body, m.memory[s.start:s.end]...)
	}
	return body
}

// reader reads a module; behind its end everything is 0 and err is set.
type reader struct {
	rest []byte
	err  error
}

func (r *reader) byte() byte {
	if len(r.rest) == 0 {
		r.err = errCut
		return 0
	}
	b := r.rest[0]
	r.rest = r.rest[1:]
	return b
}

func (r *reader) bytes(n uint64) []byte {
	if n > uint64(len(r.rest)) {
		r.rest, r.err = nil, errCut
		return nil
	}
	b := r.rest[:n]
	r.rest = r.rest[n:]
	return b
}

// unsigned reads a number in LEB128.
func (r *reader) unsigned() uint64 {
	n := uint64(0)
	for shift := 0; shift < 64; shift += 7 {
		b := r.byte()
		n |= uint64(b&0x7F) << shift
		if b < 0x80 {
			return n
		}
	}
	r.err = errCut
	return 0
}

// signed reads a number in signed LEB128.
func (r *reader) signed() int64 {
	n := int64(0)
	for shift := 0; shift < 64; shift += 7 {
		b := r.byte()
		n |= int64(b&0x7F) << shift
		if b < 0x80 {
			if b&0x40 != 0 && shift < 57 {
				n |= -1 << (shift + 7)
			}
			return n
		}
	}
	r.err = errCut
	return 0
}

func appendUnsigned(dst []byte, n uint64) []byte {
	for n >= 0x80 {
		dst = append(dst, byte(n)|0x80)
		n >>= 7
	}
	return append(dst, byte(n))
}

func appendSigned(dst []byte, n int64) []byte {
	for {
		b := byte(n & 0x7F)
		n >>= 7
		if n == 0 && b&0x40 == 0 || n == -1 && b&0x40 != 0 {
			return append(dst, b)
		}
		dst = append(dst, b|0x80)
	}
}
