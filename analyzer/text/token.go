package text

// Tokenize appends the tokens of s within span to dst.
func Tokenize(dst []Token, s string, span Span) []Token {
	i := span.Start
	for i < span.End {
		j := i
		for j < span.End && s[j] != ' ' && s[j] != '\n' {
			j++
		}
		if j > i {
			dst = append(dst, Token{Span: Span{i, j}, Space: true})
		}
		i = j + 1
	}
	return dst
}
