package entity

import "unicode/utf8"

// Some systems hand over letters and their accents apart ("Tu\u0308rkiye" for "Türkiye",
// Unicode's form NFD; https://unicode.org/reports/tr15/). Names are folded to the letters
// in one piece that the tables have.

// appendMark appends a combining mark to folded text: with the letter before it as one
// letter, where the Latin script has it.
func appendMark(dst []byte, mark rune) []byte {
	before, n := utf8.DecodeLastRune(dst)
	pairs := accented(mark)
	for i := 0; i < len(pairs); {
		letter, width := utf8.DecodeRuneInString(pairs[i:])
		whole, wide := utf8.DecodeRuneInString(pairs[i+width:])
		if letter == before {
			return utf8.AppendRune(dst[:len(dst)-n], whole)
		}
		i += width + wide
	}
	return utf8.AppendRune(dst, mark)
}

// isCombining reports the combining marks of the Latin script.
func isCombining(r rune) bool { return r >= 0x300 && r < 0x370 }

// accented lists the small letters that a mark goes with, each before the two in one.
func accented(mark rune) string {
	switch mark {
	case 0x0300:
		return "aàeèiìoòuùâầăằêềôồơờưừyỳ"
	case 0x0301:
		return "aáeéiíoóuúyýcćlĺnńrŕsśzźâấăắêếôốơớưứ"
	case 0x0302:
		return "aâeêiîoôuûạậẹệọộ"
	case 0x0303:
		return "aãnñoõâẫăẵeẽêễôỗơỡưữyỹ"
	case 0x0304:
		return "aāeēiīoōuū"
	case 0x0306:
		return "aăeĕgğạặ"
	case 0x0307:
		return "eėzż"
	case 0x0308:
		return "aäeëiïoöuüyÿ"
	case 0x0309:
		return "aảâẩăẳeẻêểiỉoỏôổơởuủưửyỷ"
	case 0x030A:
		return "aåuů"
	case 0x030B:
		return "oőuű"
	case 0x030C:
		return "cčdďeělľnňrřsštťzžaǎiǐoǒuǔ"
	case 0x031B:
		return "oơuư"
	case 0x0323:
		return "aạeẹiịoọơợuụưựyỵhḥsṣtṭdḍ"
	case 0x0326:
		return "sștț"
	case 0x0327:
		return "cçgģkķlļnņsştţ"
	case 0x0328:
		return "aąeęiįuų"
	}
	return ""
}
