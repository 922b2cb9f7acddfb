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
	languageSample = 400  // tokens looked at
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
		if r >= utf8.RuneSelf && !unicode.Is(unicode.Latin, r) {
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
	low := string(buf[:n])
	switch {
	case englishLooks.Fit(low) && englishWords.Has(low):
		return 1
	case foreignLooks.Fit(low) && foreignWords.Has(low):
		return -1
	}
	return 0
}

var englishLooks, foreignLooks = text.LooksOf(englishWords), text.LooksOf(foreignWords)

const englishWords = text.List("about|after|all|and|are|at|be|been|but|by|can|could|for|from|had|has|have|her|his|how|into|is|it|its|more|not|of|over|said|says|she|than|" +
	"that|the|their|there|they|this|to|we|were|what|when|which|who|why|will|with|would|you")

// foreignWords are those of French, Spanish, German, Portuguese, Italian, Dutch, the
// Scandinavian languages, Indonesian and Malay, Filipino, Swahili, Turkish, Hindi in Latin
// letters, Polish and Romanian.
const foreignWords = text.List("aan|akan|alla|anche|ang|ao|att|au|auch|auf|aur|aux|av|avec|ay|bir|bu|ce|cette|che|como|da|dan|dans|dari|das|dass|de|dei|della|dem|den|" +
	"dengan|der|des|det|di|dos|du|een|ein|eine|einen|einer|el|em|est|et|foi|fue|für|gli|hai|het|ikke|il|ile|im|ini|ist|itu|için|jeg|jest|ka|" +
	"katika|ke|ki|ko|kwa|la|las|le|les|lo|los|mein|mga|mit|más|na|na-|naar|nel|ng|ni|nicht|nie|niet|nu|não|och|og|os|pada|para|pas|pero|plus|por|" +
	"pour|på|que|qui|sa|se|ses|sich|sind|się|som|sono|sont|su|sur|sus|são|tidak|til|um|uma|una|und|une|untuk|ve|von|voor|w|wa|wird|wordt|y|ya|" +
	"yang|z|za|zijn|zu|är|è|été|że|și")
