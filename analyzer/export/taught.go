package export

// The small answers of the operations that teach; wasm/engine describes them.

// Counts appends {"a":n,"b":m}.
func Counts(dst []byte, a string, n int, b string, m int) []byte {
	w := writer{out: dst}
	w.open('{')
	w.key(a).int(n)
	w.key(b).int(m)
	w.close('}')
	return w.out
}

// Observation appends a story's key, a base in thousandths and a list of packed traits.
func Observation(dst []byte, story string, base int, traits []int) []byte {
	w := writer{out: dst}
	w.open('{')
	w.key("story").text(story)
	w.key("base").int(base)
	w.key("traits").open('[')
	for _, t := range traits {
		w.int(t)
	}
	w.close(']')
	w.close('}')
	return w.out
}
