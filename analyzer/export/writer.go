package export

import (
	"math"
	"strconv"
	"unicode/utf8"
)

// writer writes JSON (RFC 8259) without reflection. It knows where commas belong:
// a value or a key that follows another value gets one.
type writer struct {
	out   []byte
	comma bool
}

// open begins an object or a list: '{' or '['.
func (w *writer) open(c byte) {
	w.separate()
	w.out = append(w.out, c)
	w.comma = false
}

// close ends an object or a list: '}' or ']'.
func (w *writer) close(c byte) {
	w.out = append(w.out, c)
	w.comma = true
}

func (w *writer) separate() {
	if w.comma {
		w.out = append(w.out, ',')
	}
	w.comma = true
}

// key begins a member of an object.
func (w *writer) key(name string) *writer {
	w.text(name)
	w.out = append(w.out, ':')
	w.comma = false
	return w
}

// text writes a string. "<" is escaped, so that the result may stand inside a
// script element; bytes that are not UTF-8 become U+FFFD.
func (w *writer) text(s string) {
	w.separate()
	w.out = append(w.out, '"')
	from := 0
	for i := 0; i < len(s); {
		c := s[i]
		if c >= ' ' && c != '"' && c != '\\' && c != '<' && c < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if n > 1 && r != '\u2028' && r != '\u2029' {
			i += n
			continue
		}
		w.out = append(w.out, s[from:i]...)
		switch {
		case c == '"' || c == '\\':
			w.out = append(w.out, '\\', c)
		case c == '\n':
			w.out = append(w.out, `\n`...)
		case c == '\r':
			w.out = append(w.out, `\r`...)
		case c == '\t':
			w.out = append(w.out, `\t`...)
		default:
			w.escape(r)
		}
		i += n
		from = i
	}
	w.out = append(append(w.out, s[from:]...), '"')
}

// escape writes \uXXXX.
func (w *writer) escape(r rune) {
	const hex = "0123456789abcdef"
	w.out = append(w.out, '\\', 'u', hex[r>>12&15], hex[r>>8&15], hex[r>>4&15], hex[r&15])
}

func (w *writer) int(n int) {
	w.separate()
	w.out = strconv.AppendInt(w.out, int64(n), 10)
}

func (w *writer) bool(v bool) {
	w.separate()
	w.out = strconv.AppendBool(w.out, v)
}

func (w *writer) null() {
	w.separate()
	w.out = append(w.out, "null"...)
}

// number writes a number with at most four decimals; one that is not finite is 0.
// strconv's way with floats would be 20 KB of tables and code for this alone.
func (w *writer) number(v float64) {
	w.separate()
	if math.IsNaN(v) || math.IsInf(v, 0) || math.Abs(v) > 1e14 {
		v = 0
	}
	n := int64(math.RoundToEven(math.Abs(v) * 10000))
	if v < 0 && n > 0 {
		w.out = append(w.out, '-')
	}
	w.out = strconv.AppendInt(w.out, n/10000, 10)
	digits := 4
	for n %= 10000; n > 0 && n%10 == 0; digits-- {
		n /= 10
	}
	if n == 0 {
		return
	}
	w.out = append(w.out, '.')
	for unit := [...]int64{1, 10, 100, 1000}[digits-1]; unit > 0; unit /= 10 {
		w.out = append(w.out, byte('0'+n/unit%10))
	}
}

// textOrNull writes null for an empty string.
func (w *writer) textOrNull(s string) {
	if s == "" {
		w.null()
		return
	}
	w.text(s)
}

// optional writes a member only where there is something to say.
func (w *writer) optional(name, value string) {
	if value != "" {
		w.key(name).text(value)
	}
}

// texts writes a list of strings.
func (w *writer) texts(list []string) {
	w.open('[')
	for _, s := range list {
		w.text(s)
	}
	w.close(']')
}
