package reactor

import (
	"bytes"
	"errors"
	"strings"
	"testing"
)

func send(r *Reactor, op int32, request []byte) (string, bool) {
	copy(r.Input(len(request)), request)
	ok := r.Call(op, len(request))
	return string(r.Output()), ok
}

func TestCall(t *testing.T) {
	r := New(func(op int32, in *Frame, out []byte) ([]byte, error) {
		switch op {
		case 1:
			out = append(out, in.String()...)
			for range in.Count(4) {
				out = append(append(out, '|'), in.String()...)
			}
			return out, nil
		case 2:
			return nil, errors.New("refused")
		case 3:
			return append(out, []string{}[len(in.rest)]...), nil // an index out of range, as a bug would
		case 4:
			panic("deliberate")
		}
		return nil, ErrOperation
	})
	good := AppendString(AppendUint(AppendString(nil, "a"), 2), "b")
	good = AppendString(good, "ç")
	for _, c := range []struct {
		name    string
		op      int32
		request []byte
		want    string
		ok      bool
	}{
		{"fields in order", 1, good, "a|b|ç", true},
		{"cut short", 1, good[:len(good)-1], "the request ends in the middle of a field", false},
		{"a count larger than the request", 1, AppendUint(AppendString(nil, "a"), 1<<31), "the request ends in the middle of a field", false},
		{"a length larger than the request", 1, AppendUint(nil, 1<<32-1), "the request ends in the middle of a field", false},
		{"error", 2, nil, "refused", false},
		{"runtime panic", 3, nil, "the engine failed on this input: runtime error: index out of range [0] with length 0", false},
		{"panic", 4, nil, "the engine failed on this input: deliberate", false},
		{"unknown operation", 99, nil, ErrOperation.Error(), false},
		{"still alive after all that", 1, good, "a|b|ç", true},
	} {
		if got, ok := send(r, c.op, c.request); got != c.want || ok != c.ok {
			t.Errorf("%s: %q, %v; want %q, %v", c.name, got, ok, c.want, c.ok)
		}
	}
	if r.Call(1, 1<<20) || !strings.Contains(string(r.Output()), "longer than the input buffer") {
		t.Errorf("a size beyond the buffer was accepted: %q", r.Output())
	}
}

func TestLargeBuffersAreLetGo(t *testing.T) {
	r := New(func(_ int32, in *Frame, out []byte) ([]byte, error) { return append(out, in.Bytes()...), nil })
	if _, ok := send(r, 0, AppendBytes(nil, make([]byte, 4*keep))); !ok {
		t.Fatal("a large request failed")
	}
	if _, ok := send(r, 0, AppendBytes(nil, []byte("small"))); !ok || cap(r.in) > keep || cap(r.out) > keep {
		t.Errorf("after a small call %d and %d bytes are still held", cap(r.in), cap(r.out))
	}
}

func FuzzFrame(f *testing.F) {
	f.Add([]byte{1, 0, 0, 0, 'a'})
	f.Add([]byte{255, 255, 255, 255})
	f.Fuzz(func(t *testing.T, b []byte) {
		in := Frame{rest: b}
		s, n := in.String(), in.Count(4)
		if len(s)+4*n > len(b) {
			t.Errorf("%d bytes gave a string of %d and a list of %d", len(b), len(s), n)
		}
		if in.Err() == nil && len(b) < 8 {
			t.Errorf("%d bytes were enough for two fields", len(b))
		}
	})
}

func TestAnOwnedBufferIsNotWrittenAgain(t *testing.T) {
	var kept []byte
	r := New(func(_ int32, in *Frame, out []byte) ([]byte, error) {
		kept = in.Owned()
		return out, nil
	})
	for _, n := range []int{10, 2 * keep} {
		request := AppendBytes(nil, bytes.Repeat([]byte{1}, n))
		copy(r.Input(len(request)), request)
		if !r.Call(1, len(request)) || len(kept) != n {
			t.Fatalf("%d bytes of %d: %s", len(kept), n, r.Output())
		}
		clear(r.Input(len(request)))
		if bytes.IndexByte(kept, 0) >= 0 {
			t.Errorf("%d bytes: what was handed over was overwritten", n)
		}
	}
}
