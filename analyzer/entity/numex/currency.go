package numex

// This file says which ISO 4217 code a sign or a name stands for. Names that several
// countries use ("rupees", "pesos") are decided by the nation before them, else by the
// country that the article speaks of most.

// signCode returns the code of a bare sign.
func (f *finder) signCode(s string) string {
	switch s {
	case "$":
		return "USD"
	case "€":
		return "EUR"
	case "£":
		return "GBP"
	case "¥", "￥":
		return f.resolve("yen")
	case "₹":
		return "INR"
	case "₨":
		return f.resolve("rupee")
	case "₽":
		return "RUB"
	case "₩":
		return "KRW"
	case "₪":
		return "ILS"
	case "₫":
		return "VND"
	case "₦":
		return "NGN"
	case "₱":
		return "PHP"
	case "฿":
		return "THB"
	case "₴":
		return "UAH"
	case "₵":
		return "GHS"
	case "₺":
		return "TRY"
	case "₸":
		return "KZT"
	case "₾":
		return "GEL"
	case "৳":
		return "BDT"
	case "₡":
		return "CRC"
	case "₲":
		return "PYG"
	case "₼":
		return "AZN"
	case "₭":
		return "LAK"
	case "៛":
		return "KHR"
	case "₮":
		return "MNT"
	case "﷼":
		return "IRR"
	}
	return ""
}

// prefixed returns the code of letters with a sign: "US$", "A$", "GH₵".
func prefixed(s string) string {
	switch s {
	case "US$", "U.S.$", "USD$", "U$":
		return "USD"
	case "A$", "AU$", "AUD$":
		return "AUD"
	case "C$", "CA$", "CAD$", "Can$":
		return "CAD"
	case "NZ$":
		return "NZD"
	case "HK$":
		return "HKD"
	case "S$", "SG$":
		return "SGD"
	case "NT$":
		return "TWD"
	case "R$":
		return "BRL"
	case "J$":
		return "JMD"
	case "TT$":
		return "TTD"
	case "Z$", "ZW$", "ZWL$", "RTGS$":
		return "ZWL"
	case "N$":
		return "NAD"
	case "B$":
		return "BSD"
	case "Bds$":
		return "BBD"
	case "BZ$":
		return "BZD"
	case "EC$":
		return "XCD"
	case "G$":
		return "GYD"
	case "F$", "FJ$":
		return "FJD"
	case "L$":
		return "LRD"
	case "M$", "Mex$", "MX$":
		return "MXN"
	case "AR$":
		return "ARS"
	case "RD$":
		return "DOP"
	case "MOP$":
		return "MOP"
	case "GH₵", "GH¢", "Gh₵", "GHC₵":
		return "GHS"
	case "E£", "LE£":
		return "EGP"
	case "IR£":
		return "IEP"
	case "CN¥":
		return "CNY"
	case "JP¥":
		return "JPY"
	}
	return ""
}

// family is a currency name that several countries use; codes alternate country and
// code, and the first pair is what it means where nothing else decides.
type family struct {
	name  string
	pairs []string
}

var families = [...]family{
	{"dollar", []string{"US", "USD", "AU", "AUD", "CA", "CAD", "SG", "SGD", "NZ", "NZD", "HK", "HKD", "TW", "TWD", "JM", "JMD", "NA", "NAD", "ZW", "ZWL", "LR", "LRD", "FJ", "FJD", "GY", "GYD", "BB", "BBD", "BS", "BSD", "BZ", "BZD", "BM", "BMD", "BN", "BND"}},
	{"rupee", []string{"IN", "INR", "PK", "PKR", "NP", "NPR", "LK", "LKR", "MU", "MUR", "SC", "SCR"}},
	{"shilling", []string{"KE", "KES", "UG", "UGX", "TZ", "TZS", "SO", "SOS"}},
	{"peso", []string{"MX", "MXN", "AR", "ARS", "PH", "PHP", "CL", "CLP", "CO", "COP", "CU", "CUP", "UY", "UYU", "DO", "DOP"}},
	{"pound", []string{"GB", "GBP", "EG", "EGP", "LB", "LBP", "SY", "SYP", "SD", "SDG"}},
	{"franc", []string{"CH", "CHF", "RW", "RWF", "BI", "BIF", "CD", "CDF", "GN", "GNF", "DJ", "DJF", "KM", "KMF", "CM", "XAF", "GA", "XAF", "TD", "XAF", "SN", "XOF", "CI", "XOF", "ML", "XOF"}},
	{"dinar", []string{"KW", "KWD", "IQ", "IQD", "JO", "JOD", "TN", "TND", "DZ", "DZD", "RS", "RSD", "BH", "BHD", "LY", "LYD"}},
	{"dirham", []string{"AE", "AED", "MA", "MAD"}},
	{"riyal", []string{"SA", "SAR", "QA", "QAR", "OM", "OMR", "YE", "YER", "IR", "IRR"}},
	{"rial", []string{"IR", "IRR", "OM", "OMR", "YE", "YER", "SA", "SAR", "QA", "QAR"}},
	{"krona", []string{"SE", "SEK", "IS", "ISK", "NO", "NOK", "DK", "DKK"}},
	{"krone", []string{"NO", "NOK", "DK", "DKK"}},
	{"won", []string{"KR", "KRW"}},
	{"kwacha", []string{"ZM", "ZMW", "MW", "MWK"}},
	{"som", []string{"KG", "KGS", "UZ", "UZS"}},
	{"manat", []string{"AZ", "AZN", "TM", "TMT"}},
	{"yen", []string{"JP", "JPY", "CN", "CNY"}},
}

// currencyHints counts how often the article names a country; made when first wanted.
type currencyHints struct {
	counted bool
	nations []nationCount
}

type nationCount struct {
	nation string
	n      int
}

// resolve turns a family into a code; a code stays.
func (f *finder) resolve(name string) string { return f.resolveFor(name, "") }

// resolveFor does so for the nation named before it.
func (f *finder) resolveFor(name, nation string) string {
	for i := range families {
		fam := &families[i]
		if fam.name != name {
			continue
		}
		for p := 0; nation != "" && p < len(fam.pairs); p += 2 {
			if fam.pairs[p] == nation {
				return fam.pairs[p+1]
			}
		}
		if name == "dollar" { // bare dollars are American
			return "USD"
		}
		best, code := 0, fam.pairs[1]
		for p := 0; p < len(fam.pairs); p += 2 {
			if n := f.mentions(fam.pairs[p]); n > best {
				best, code = n, fam.pairs[p+1]
			}
		}
		return code
	}
	return name
}

// resolveSmall turns cents, pence and paise into a code.
func (f *finder) resolveSmall(name, nation string) string {
	switch name {
	case "penny":
		return "GBP"
	case "paisa":
		return f.resolve("rupee")
	case "cent":
		if nation == "+" || nation == "" {
			return "USD"
		}
	}
	return f.resolveFor("dollar", nation)
}

// mentions returns how often the article names the nation.
func (f *finder) mentions(nation string) int {
	if !f.hints.counted {
		f.hints.counted = true
		f.countNations()
	}
	for i := range f.hints.nations {
		if f.hints.nations[i].nation == nation {
			return f.hints.nations[i].n
		}
	}
	return 0
}

// countNations counts the nations among the article's words; a city speaks for its own.
func (f *finder) countNations() {
	for i := range f.doc.Tokens {
		w := f.doc.Tokens[i].Of(f.s)
		if len(w) < 2 || w[0] < 'A' || w[0] > 'Z' {
			continue
		}
		nation := lookUp(w).nation
		if nation == "" || nation == "+" {
			continue
		}
		found := false
		for k := range f.hints.nations {
			if f.hints.nations[k].nation == nation {
				f.hints.nations[k].n++
				found = true
				break
			}
		}
		if !found {
			f.hints.nations = append(f.hints.nations, nationCount{nation, 1})
		}
	}
}
