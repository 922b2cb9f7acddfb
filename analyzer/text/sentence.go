package text

// Sentences appends the sentences made of tokens[first:] to dst.
func Sentences(dst []Sentence, s string, tokens []Token, first int) []Sentence {
	if first == len(tokens) {
		return dst
	}
	return append(dst, Sentence{Span{tokens[first].Start, tokens[len(tokens)-1].End}, first, len(tokens)})
}
