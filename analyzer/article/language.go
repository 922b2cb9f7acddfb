package article

import (
	"unicode"
	"unicode/utf8"

	"slugline/analyzer/text"
)

// This file guesses whether a text is English, by its script and by the share of
// English and of other languages' function words. It is a guard against running
// English models on other text, not a language identifier.

const (
	languageSample = 3000 // tokens looked at
	shortText      = 20   // words: below this, English until proved otherwise
	englishShare   = 0.08 // function words of longer English text; prose has 0.3 and more
)

// LooksEnglish reports whether the document reads as English. Texts too short to
// tell count as English, and so does an empty one; texts without a single word
// (only emoji, only numbers) do not.
func LooksEnglish(doc *text.Document) bool {
	words, english, foreign, latin, accented := 0, 0, 0, 0, 0
	tokens := doc.Tokens[:min(len(doc.Tokens), languageSample)]
	for i := range tokens {
		w := tokens[i].Of(doc.Source)
		r, _ := utf8.DecodeRuneInString(w)
		if tokens[i].Kind != text.Word && !unicode.IsLetter(r) || !unicode.IsLetter(r) {
			continue
		}
		words++
		if !unicode.Is(unicode.Latin, r) {
			continue
		}
		latin++
		switch functionWord(w) {
		case 1:
			english++
		case -1:
			if unicode.IsLower(r) { // "Las Vegas", "El Niño" are English enough
				foreign++
			}
		case 0:
			if !ascii(w) {
				accented++
			}
		}
	}
	switch {
	case len(doc.Tokens) == 0:
		return true
	case words == 0 || latin*2 < words:
		return false
	case words < shortText:
		return foreign <= english || foreign < 2 && accented == 0
	case foreign > 2*english:
		return false
	case float64(english) >= englishShare*float64(words):
		return english > foreign
	}
	// Tables and lists have few function words of any language.
	return foreign*20 <= words && accented*12 <= words
}

// ascii reports whether w has only ASCII bytes and typographic apostrophes.
func ascii(w string) bool {
	for _, r := range w {
		if r >= utf8.RuneSelf && r != '’' {
			return false
		}
	}
	return true
}

// functionWord returns 1 for English function words, -1 for those of other
// languages written in Latin letters, 0 for the rest. Words that two languages
// share ("in", "a", "die", "no") count for neither.
func functionWord(w string) int {
	var buf [12]byte
	if len(w) > len(buf) {
		return 0
	}
	n := 0
	for _, c := range []byte(w) {
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		buf[n] = c
		n++
	}
	switch string(buf[:n]) {
	case "the", "of", "and", "to", "that", "for", "with", "by", "from", "said", "has", "have", "had", "were", "his", "her", "their", "this", "which", "will", "would", "are", "been", "but",
		"not", "who", "it", "they", "at", "is", "its", "be", "after", "than", "about", "into", "over", "could", "there", "when", "she", "we", "you", "what", "can", "all", "more", "says", "how", "why":
		return 1
	case "le", "les", "des", "et", "est", "du", "une", "dans", "pour", "que", "qui", "sur", "avec", "pas", "au", "aux", "ce", "cette", "sont", "plus", "été", "ses", // French
		"el", "los", "las", "una", "por", "para", "su", "como", "pero", "más", "fue", "y", "sus", "lo", // Spanish
		"und", "der", "das", "den", "dem", "ist", "nicht", "mit", "von", "ein", "eine", "auf", "für", "sich", "auch", "zu", "im", "dass", "sind", "wird", "einen", "einer", // German
		"não", "um", "uma", "os", "na", "em", "da", "dos", "foi", "ao", "são", // Portuguese
		"il", "di", "che", "della", "gli", "è", "sono", "nel", "anche", "dei", "alla", // Italian
		"het", "een", "niet", "zijn", "wordt", "aan", "naar", "voor", "och", "att", "det", "som", "av", "är", "og", "jeg", "ikke", "på", "til", // Dutch, Scandinavian
		"yang", "dan", "untuk", "dengan", "dari", "ini", "itu", "tidak", "pada", "akan", // Indonesian, Malay
		"ng", "mga", "sa", "ang", "ay", "ya", "wa", "kwa", "katika", "ni", "za", // Filipino, Swahili
		"ve", "bir", "bu", "için", "ile", "hai", "mein", "ke", "ki", "ka", "se", "aur", "ko", "nie", "się", "jest", "na-", "și", "nu", "że", "w", "z", // Turkish, Hindi in Latin letters, Polish, Romanian
		"la", "de":
		return -1
	}
	return 0
}
