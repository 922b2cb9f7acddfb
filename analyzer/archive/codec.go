package archive

import "math/bits"

// The codec of texts: LZ77 with byte-aligned tokens, in the manner of LZ4. compress/flate
// packs a third tighter, but it brings fmt and bufio into the engine (123 KB of its
// download), and most blobs are read far more often than they are written.
//
// A packed block is a run of sequences: a token byte (high nibble: literal count, low
// nibble: match length less 4), more count bytes where the nibble is 15 (each adds
// 0-255; a byte under 255 is the last), the literals, then the match distance as two
// bytes, then more length bytes. The last sequence has literals only.

const (
	minMatch  = 4
	hashBits  = 13
	maxOffset = 1 << 16
)

// pack appends src, packed, to dst.
func pack(dst, src []byte, table *[1 << hashBits]int32) []byte {
	for i := range table {
		table[i] = -1
	}
	anchor, i := 0, 0
	for i+8 <= len(src) {
		v := load32(src[i:])
		slot := v * 2654435761 >> (32 - hashBits)
		j := int(table[slot])
		table[slot] = int32(i)
		if j < 0 || i-j >= maxOffset || load32(src[j:]) != v {
			i += 1 + (i-anchor)>>6
			continue
		}
		for i > anchor && j > 0 && src[i-1] == src[j-1] {
			i, j = i-1, j-1
		}
		n := minMatch + common(src[i+minMatch:], src[j+minMatch:])
		dst = appendSequence(dst, src[anchor:i], i-j, n)
		for k := i + 2; k < i+n && k+4 <= len(src); k += 3 {
			table[load32(src[k:])*2654435761>>(32-hashBits)] = int32(k)
		}
		i += n
		anchor = i
	}
	return appendSequence(dst, src[anchor:], 0, 0)
}

// common is the length of the common prefix of a and b, where a is the shorter.
func common(a, b []byte) int {
	n := 0
	for n+8 <= len(a) {
		if x := load64(a[n:]) ^ load64(b[n:]); x != 0 {
			return n + bits.TrailingZeros64(x)>>3
		}
		n += 8
	}
	for n < len(a) && a[n] == b[n] {
		n++
	}
	return n
}

func appendSequence(dst, literals []byte, offset, length int) []byte {
	lit, match := len(literals), max(length-minMatch, 0)
	dst = append(dst, byte(min(lit, 15)<<4|min(match, 15)))
	dst = appendMore(dst, lit)
	dst = append(dst, literals...)
	if length == 0 {
		return dst
	}
	dst = append(dst, byte(offset), byte(offset>>8))
	return appendMore(dst, match)
}

func appendMore(dst []byte, n int) []byte {
	if n < 15 {
		return dst
	}
	for n -= 15; n >= 255; n -= 255 {
		dst = append(dst, 255)
	}
	return append(dst, byte(n))
}

// unpack appends the size bytes that src holds to dst. It reports false, and leaves dst
// as it was, where src is not a packed block of that size.
func unpack(dst, src []byte, size int) ([]byte, bool) {
	if size < 0 || size > 256*len(src)+64 {
		return dst, false
	}
	base := len(dst)
	end := base + size
	if cap(dst) < end {
		dst = append(make([]byte, 0, end), dst...)
	}
	out := dst
	for len(src) > 0 {
		token := src[0]
		lit, n := int(token>>4), int(token&15)
		src = src[1:]
		if lit == 15 {
			var ok bool
			if lit, src, ok = more(lit, src); !ok {
				return dst, false
			}
		}
		if lit > len(src) || len(out)+lit > end {
			return dst, false
		}
		out = append(out, src[:lit]...)
		src = src[lit:]
		if len(src) == 0 {
			break
		}
		if len(src) < 2 {
			return dst, false
		}
		offset := int(src[0]) | int(src[1])<<8
		src = src[2:]
		if n == 15 {
			var ok bool
			if n, src, ok = more(n, src); !ok {
				return dst, false
			}
		}
		n += minMatch
		from := len(out) - offset
		if offset == 0 || from < base || len(out)+n > end {
			return dst, false
		}
		if offset >= n {
			out = append(out, out[from:from+n]...)
			continue
		}
		for k := 0; k < n; k++ {
			out = append(out, out[from+k])
		}
	}
	return out, len(out) == end
}

func more(n int, src []byte) (int, []byte, bool) {
	for i, c := range src {
		n += int(c)
		if c < 255 {
			return n, src[i+1:], n < 1<<30
		}
	}
	return 0, nil, false
}
