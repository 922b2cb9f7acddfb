package text

// The abbreviations of news English that end in a period, by what their period says
// about the end of a sentence. Written for this project. A switch is a search in a
// table that needs no start-up.

type abbreviation uint8

const (
	noAbbreviation abbreviation = iota
	title                       // a name follows: never ends a sentence
	company                     // ends a name: may end a sentence
	region                      // states and provinces, capitalised: may end a sentence
	month                       // months and weekdays, capitalised: may end a sentence
	counter                     // a figure follows
	running                     // text follows: rarely ends a sentence
	suffix                      // behind a person's name: may end a sentence
	closing                     // often stands at the end of a sentence: etc.
)

// abbreviationOf gives what the word w, without its period, abbreviates, in any case.
func abbreviationOf(w string) abbreviation {
	var buf [8]byte
	if len(w) > len(buf) {
		return noAbbreviation
	}
	for i := range len(w) {
		c := w[i]
		if 'A' <= c && c <= 'Z' {
			c |= 0x20
		}
		buf[i] = c
	}
	switch string(buf[:len(w)]) {
	case "mr", "mrs", "ms", "mx", "dr", "drs", "prof", "profs", "rev", "fr", "sr", "jr", "hon", "rt", "ven", "pt", "smt", "sri", "shri", "mme", "mlle",
		"messrs", "mssrs", "esq", "st", "ste", "sta", "sto", "mt", "ft",
		"gen", "lt", "col", "maj", "capt", "cpt", "cmdr", "cdr", "adm", "brig", "sgt", "cpl", "pfc", "pvt", "comdr", "lieut", "cmdt",
		"sen", "sens", "rep", "reps", "gov", "govs", "pres", "amb", "asst", "dir", "supt", "insp", "det", "atty", "comm", "chmn", "dep", "min", "sec",
		"adv", "er", "arch", "abp", "bp", "msgr", "supp":
		switch string(buf[:len(w)]) {
		case "jr", "sr", "esq":
			return suffix
		case "ft", "min", "sec", "er", "arch", "det", "dir", "dep", "comm", "pt", "supp", "mt", "sto", "sta", "ste", "rt", "fr", "hon", "rep", "reps", "col", "gen", "sen", "st", "gov", "adm", "pres":
			if w[0] < 'A' || w[0] > 'Z' {
				return noAbbreviation
			}
		}
		return title
	case "inc", "ltd", "corp", "co", "cos", "llc", "plc", "bros", "pty", "pte", "intl", "bhd", "sdn", "univ", "dept", "assn", "bldg", "ave", "blvd", "rd", "hwy", "mfg", "govt", "natl":
		return company
	case "ala", "ariz", "ark", "calif", "colo", "conn", "del", "fla", "ga", "ill", "ind", "kan", "kans", "ky", "la", "md", "mich", "minn", "miss", "mo",
		"mont", "neb", "nebr", "nev", "okla", "ore", "penn", "pa", "tenn", "tex", "va", "vt", "wash", "wis", "wisc", "wyo", "mass",
		"ont", "que", "alta", "sask", "qld", "vic", "tas", "nsw":
		return region
	case "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec",
		"mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun":
		return month
	case "no", "nos", "art", "arts", "fig", "figs", "p", "pp", "vol", "vols", "ch", "chap", "para", "paras", "cl", "rs", "tel", "ext", "op", "approx", "ca", "eq", "pg", "apt", "rm", "flt", "sh", "shs", "ksh", "kshs", "c":
		return counter
	case "v", "vs", "cf", "retd", "ret", "excl", "al", "eg", "ie", "viz", "incl", "ed", "eds", "est", "dist", "nr", "resp", "esp", "orig", "fmr":
		return running
	case "etc":
		return closing
	}
	return noAbbreviation
}

// isMonthWord reports whether the month or weekday w is a word or name too, whose
// period is its own only before a figure or comma: "The Sun."
func isMonthWord(w string) bool {
	switch w {
	case "Mar", "Jun", "Jul", "Mon", "Wed", "Fri", "Sat", "Sun":
		return true
	}
	return false
}

// isUnit reports whether s, directly behind a figure, is what the figure counts.
func isUnit(s string) bool {
	switch s {
	case "am", "pm", "AM", "PM", "a.m", "p.m", "hrs", "hr", "h", "min", "mins", "sec", "secs", "ms",
		"km", "kms", "Km", "KM", "kg", "kgs", "Kg", "m", "cm", "mm", "g", "mg", "mcg", "ft", "lb", "lbs", "oz", "ha", "sqm", "sqft", "ml", "l",
		"bn", "mn", "mln", "bln", "tn", "trn", "k", "K", "M", "B", "T", "b", "t", "cr", "Cr", "crore", "lakh", "million", "billion", "trillion",
		"mph", "kph", "kmph", "kmh", "kW", "kWh", "MW", "MWh", "GW", "GWh", "TWh", "MHz", "GHz", "Hz", "kHz",
		"KB", "MB", "GB", "TB", "kB", "Mbps", "Gbps", "mbps", "bps", "bpd", "pc", "pct", "percent", "bp", "p", "c", "C", "F", "V", "mAh", "MP", "hp", "cc", "ppm",
		"GMT", "IST", "ET", "BST", "UTC", "EST", "PST", "EDT", "USD", "EUR", "GBP", "INR":
		return true
	}
	return false
}

// isDegree reports whether a and b around a period are an academic degree.
func isDegree(a, b string) bool {
	switch a {
	case "Ph", "Ed", "Psy", "Pharm", "Mus":
		return b == "D"
	case "B", "M", "D", "LL":
		switch b {
		case "Sc", "Tech", "Com", "Ed", "Phil", "Litt", "Arch", "Pharm", "Eng", "B", "M", "D", "S":
			return true
		}
	}
	return false
}

// takesLetter reports whether a single capital behind the word w names something
// rather than opens a name: "Plan B".
func takesLetter(w string) bool {
	switch w {
	case "Plan", "plan", "Vitamin", "vitamin", "Hepatitis", "hepatitis", "Group", "group", "Class", "class", "Type", "type", "Category", "category",
		"Grade", "grade", "Section", "section", "Part", "part", "Schedule", "Appendix", "Exhibit", "Team", "Series", "series", "Malcolm", "Serie", "Block", "Ward",
		"Terminal", "Gate", "Phase", "Tower", "Building", "Platform", "Generation", "Influenza", "influenza", "Streptococcus", "Pool", "Model":
		return true
	}
	return false
}

func isUpper(b byte) bool { return 'A' <= b && b <= 'Z' }

func isLower(b byte) bool { return 'a' <= b && b <= 'z' }
