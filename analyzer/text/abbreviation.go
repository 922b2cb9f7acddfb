package text

// The abbreviations of news English that end in a period, by what their period says
// about the end of a sentence. Written for this project.

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
	low := string(buf[:len(w)])
	switch low {
	case "jr", "sr", "esq":
		return suffix
	case "etc":
		return closing
	}
	if titleOnlyCapital.Has(low) && !isUpper(w[0]) {
		return noAbbreviation
	}
	if !abbreviationLooks.Fit(low) {
		return noAbbreviation
	}
	for i := range abbreviations {
		if abbreviations[i].words.Has(low) {
			return abbreviations[i].kind
		}
	}
	return noAbbreviation
}

// titleOnlyCapital are titles that are words or units without a capital.
const titleOnlyCapital = List("adm|arch|col|comm|dep|det|dir|er|fr|ft|gen|gov|hon|min|mt|pres|pt|rep|reps|rt|sec|sen|st|sta|ste|sto|supp")

var abbreviations = [...]struct {
	kind  abbreviation
	words List
}{
	{title, List("abp|adm|adv|amb|arch|asst|atty|bp|brig|capt|cdr|chmn|cmdr|cmdt|col|comdr|comm|cpl|cpt|dep|det|dir|dr|drs|er|fr|ft|gen|gov|govs|hon|insp|" +
		"lieut|lt|maj|messrs|min|mlle|mme|mr|mrs|ms|msgr|mssrs|mt|mx|pfc|pres|prof|profs|pt|pvt|rep|reps|rev|rt|sec|sen|sens|sgt|shri|smt|sri|st|sta|" +
		"ste|sto|supp|supt|ven")},
	{company, List("assn|ave|bhd|bldg|blvd|bros|co|corp|cos|dept|govt|hwy|inc|intl|llc|ltd|mfg|natl|plc|pte|pty|rd|sdn|univ")},
	{region, List("ala|alta|ariz|ark|calif|colo|conn|del|fla|ga|ill|ind|kan|kans|ky|la|mass|md|mich|minn|miss|mo|mont|neb|nebr|nev|nsw|okla|ont|ore|pa|penn|" +
		"qld|que|sask|tas|tenn|tex|va|vic|vt|wash|wis|wisc|wyo")},
	{month, List("apr|aug|dec|feb|fri|jan|jul|jun|mar|mon|nov|oct|sat|sep|sept|sun|thu|thur|thurs|tue|tues|wed")},
	{counter, List("approx|apt|art|arts|c|ca|ch|chap|cl|eq|ext|fig|figs|flt|ksh|kshs|no|nos|op|p|para|paras|pg|pp|rm|rs|sh|shs|tel|vol|vols")},
	{running, List("al|cf|dist|ed|eds|eg|esp|est|excl|fmr|ie|incl|nr|orig|resp|ret|retd|v|viz|vs")},
}

var abbreviationLooks = func() *Looks {
	var lists []List
	for i := range abbreviations {
		lists = append(lists, abbreviations[i].words)
	}
	return LooksOf(lists...)
}()

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
	return List("AM|B|BST|C|Cr|EDT|EST|ET|EUR|F|GB|GBP|GHz|GMT|GW|GWh|Gbps|Hz|INR|IST|K|KB|KM|Kg|Km|M|MB|MHz|MP|MW|MWh|Mbps|PM|PST|T|TB|TWh|USD|UTC|V|a.m|am|" +
		"b|billion|bln|bn|bp|bpd|bps|c|cc|cm|cr|crore|ft|g|h|ha|hp|hr|hrs|k|kB|kHz|kW|kWh|kg|kgs|km|kmh|kmph|kms|kph|l|lakh|lb|lbs|m|mAh|mbps|mcg|mg|" +
		"million|min|mins|ml|mln|mm|mn|mph|ms|oz|p|p.m|pc|pct|percent|pm|ppm|sec|secs|sqft|sqm|t|tn|trillion|trn").Has(s)
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
	return List("Appendix|Block|Building|Category|Class|Exhibit|Gate|Generation|Grade|Group|Hepatitis|Influenza|Malcolm|Model|Part|Phase|Plan|Platform|Pool|" +
		"Schedule|Section|Serie|Series|Streptococcus|Team|Terminal|Tower|Type|Vitamin|Ward|category|class|grade|group|hepatitis|influenza|part|plan|" +
		"section|series|type|vitamin").Has(w)
}

func isUpper(b byte) bool { return 'A' <= b && b <= 'Z' }

func isLower(b byte) bool { return 'a' <= b && b <= 'z' }
