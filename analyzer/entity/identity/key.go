package identity

import "unicode/utf8"

// Key returns the 32-bit key of a name: FNV-1a over its letters and figures in lower case
// without accents, words parted by one space, apostrophes and periods left out, "St" as
// "saint", without "the" before. So "N'Djamena" and "NDjamena", "Bogotá" and "Bogota",
// "U.S." and "US" have one key. build/places files names under it.
func Key(name string) uint32 {
	var word [32]byte
	h, n, words := uint32(2166136261), 0, 0
	flush := func() {
		w := word[:n]
		n = 0
		switch string(w) {
		case "":
			return
		case "the":
			if words == 0 {
				return
			}
		case "st":
			w = append(w[:0], "saint"...)
		case "mt":
			w = append(w[:0], "mount"...)
		}
		if words > 0 {
			h = (h ^ ' ') * 16777619
		}
		for _, c := range w {
			h = (h ^ uint32(c)) * 16777619
		}
		words++
	}
	for i := 0; i < len(name); {
		r, size := rune(name[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(name[i:])
		}
		i += size
		if 'A' <= r && r <= 'Z' {
			r += 'a' - 'A'
		}
		if r >= utf8.RuneSelf {
			r = plain(r)
		}
		switch {
		case 'a' <= r && r <= 'z' || '0' <= r && r <= '9':
			if n < len(word)-4 {
				word[n] = byte(r)
				n++
			}
		case r == '\'' || r == '.' || r == 0:
		default:
			flush()
		}
	}
	flush()
	h ^= h >> 15
	return h * 0x2C1B3C6D
}

// plain returns the letter without its accent, 0 for what is passed over, a space for all
// others.
func plain(r rune) rune {
	switch r {
	case '’', '‘', 'ʼ', 'ʻ', '\u00AD', '\u200D':
		return 0
	}
	if 0x300 <= r && r < 0x370 {
		return 0
	}
	const pairs = "àaáaâaãaäaåaāaăaąaæaạaảaấaầaậaắaặaÀaÁaÂaÃaÄaÅaĀa" +
		"çcćcčcċcÇcĆcČcďdđdḍdðdĐdĎdèeéeêeëeēeėeęeěeệeếeềeẹeÈeÉeÊeËe" +
		"ğgģgġgĞghhḥhĦhìiíiîiïiīiįiıiịiÌiÍiÎiÏiİiķkļlľlłlĹlŁlñnńnņnňnÑnŃn" +
		"òoóoôoõoöoøoōoőoơoộoốoồoọoœoÒoÓoÔoÕoÖoØoŌořrŘr" +
		"śsşsšsșsṣsßsŚsŞsŠsȘsţtťtțtṭtŢtȚtùuúuûuüuūuůuűuųuưuụuủuứuừuÙuÚuÛuÜuŪuýyÿyỳyÝyźzżzžzẓzŹzŻzŽz"
	for i := 0; i < len(pairs); {
		a, n := utf8.DecodeRuneInString(pairs[i:])
		if a == r {
			return rune(pairs[i+n])
		}
		i += n + 1
	}
	return ' '
}
