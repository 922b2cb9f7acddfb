package archive

import "math/bits"

// Little-endian loads and stores, variable-length integers and the one hash of the
// format. encoding/binary would do, but it brings reflect into the engine.

func load32(b []byte) uint32 {
	_ = b[3]
	return uint32(b[0]) | uint32(b[1])<<8 | uint32(b[2])<<16 | uint32(b[3])<<24
}

func load64(b []byte) uint64 {
	_ = b[7]
	return uint64(b[0]) | uint64(b[1])<<8 | uint64(b[2])<<16 | uint64(b[3])<<24 |
		uint64(b[4])<<32 | uint64(b[5])<<40 | uint64(b[6])<<48 | uint64(b[7])<<56
}

func store32(b []byte, v uint32) {
	_ = b[3]
	b[0], b[1], b[2], b[3] = byte(v), byte(v>>8), byte(v>>16), byte(v>>24)
}

func append32(b []byte, v uint32) []byte {
	return append(b, byte(v), byte(v>>8), byte(v>>16), byte(v>>24))
}

func append64(b []byte, v uint64) []byte {
	return append32(append32(b, uint32(v)), uint32(v>>32))
}

// appendUvarint appends v in base 128, low digits first, as protocol buffers do.
func appendUvarint(b []byte, v uint64) []byte {
	for v >= 0x80 {
		b = append(b, byte(v)|0x80)
		v >>= 7
	}
	return append(b, byte(v))
}

func appendString(b []byte, s string) []byte {
	return append(appendUvarint(b, uint64(len(s))), s...)
}

// A reader takes values off the front of b. After the first value that b is too short
// for, bad is set and every further value is zero.
type reader struct {
	b   []byte
	bad bool
}

func (r *reader) uvarint() int {
	var v uint64
	for shift := uint(0); shift < 63; shift += 7 {
		if len(r.b) == 0 {
			break
		}
		c := r.b[0]
		r.b = r.b[1:]
		v |= uint64(c&0x7f) << shift
		if c < 0x80 {
			return int(v)
		}
	}
	r.bad = true
	return 0
}

func (r *reader) bytes(n int) []byte {
	if n < 0 || n > len(r.b) {
		r.bad, r.b = true, nil
		return nil
	}
	p := r.b[:n]
	r.b = r.b[n:]
	return p
}

func (r *reader) string() string { return string(r.bytes(r.uvarint())) }

func (r *reader) uint64() uint64 {
	if p := r.bytes(8); p != nil {
		return load64(p)
	}
	return 0
}

// HashID is the 64-bit name under which the index knows an article's identifier:
// multiply and fold over eight bytes at a time, never zero.
func HashID(id string) uint64 {
	h := uint64(len(id)) ^ 0x9e3779b97f4a7c15
	for len(id) >= 8 {
		v := uint64(id[0]) | uint64(id[1])<<8 | uint64(id[2])<<16 | uint64(id[3])<<24 |
			uint64(id[4])<<32 | uint64(id[5])<<40 | uint64(id[6])<<48 | uint64(id[7])<<56
		h = fold(h^v, 0xa0761d6478bd642f)
		id = id[8:]
	}
	for i := 0; i < len(id); i++ {
		h = fold(h^uint64(id[i])<<1^1, 0xe7037ed1a0b428db)
	}
	h = fold(h, 0x8ebc6af09c88c6e3)
	if h == 0 {
		return 1
	}
	return h
}

func fold(a, b uint64) uint64 {
	hi, lo := bits.Mul64(a, b)
	return hi ^ lo
}
