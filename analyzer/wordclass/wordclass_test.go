package wordclass

import "testing"

func TestWordsUsedAlikeShareAClass(t *testing.T) {
	for _, pair := range [][2]string{{"monday", "tuesday"}, {"tonnes", "tons"}, {"sarkozy", "merkel"}} {
		if a, b := Of(pair[0]), Of(pair[1]); a == 0 || a != b {
			t.Errorf("%s has class %d, %s %d; want one class", pair[0], a, pair[1], b)
		}
	}
	if Of("monday") == Of("hospital") {
		t.Error("monday and hospital share a class")
	}
}

func TestUnknownWordsAreMostlyClassZero(t *testing.T) {
	word, known := []byte("qqaaaa"), 0
	for i := range 26 * 26 {
		word[4], word[5] = byte('a'+i%26), byte('a'+i/26)
		if Of(string(word)) != 0 {
			known++
		}
	}
	if known > 30 { // 1 in 64 of 676 is 11
		t.Errorf("%d of 676 words that do not exist have a class", known)
	}
}

func TestClassesAreInRange(t *testing.T) {
	for _, w := range []string{"", "the", "é", "zürich", "\x00", "a-b"} {
		if c := Of(w); c < 0 || c > Fine || CoarseOf(c) < 0 || CoarseOf(c) > Coarse {
			t.Errorf("Of(%q) = %d, coarse %d", w, c, CoarseOf(c))
		}
	}
}

func BenchmarkOf(b *testing.B) {
	words := []string{"the", "minister", "jaishankar", "semiconductors"}
	for i := range b.N {
		Of(words[i&3])
	}
}
