package text

// The words that tell whether a sentence begins or goes on. Written for this project.

// isStarter reports whether w, capitalised, opens a sentence far more often than it
// stands inside a name.
func isStarter(w string) bool {
	if isStrongStarter(w) {
		return true
	}
	return List("A|About|According|Across|Activists|Advocates|After|Against|All|Almost|Also|Although|Amid|Among|An|Analysts|Another|Any|Around|As|Asked|At|" +
		"Authorities|Because|Before|Between|Both|By|Critics|Despite|Doctors|During|Each|Earlier|Even|Every|Everyone|Experts|Few|Five|Following|For|" +
		"Four|From|Further|Given|Here|However|I|If|In|Instead|Investors|Just|Last|Later|Lawmakers|Like|Many|Meanwhile|More|Moreover|Most|Nearly|" +
		"Nevertheless|Next|No|Nobody|None|Nor|Not|Now|Of|Officials|On|Once|One|Only|Opponents|Or|Other|Others|Over|People|Perhaps|Police|Profits|" +
		"Prosecutors|Protesters|Recently|Reporters|Rescuers|Researchers|Residents|Revenue|Sales|Scientists|Several|Shares|Since|Six|So|Some|Speaking|" +
		"Still|Such|Supporters|Ten|Then|Therefore|Though|Three|Through|Thus|To|Today|Tomorrow|Traders|Two|Under|Unlike|Until|Voters|With|Within|" +
		"Without|Witnesses|Yesterday|Yet").Has(w)
}

// isStrongStarter is isStarter for words that are never part of a name with a title.
func isStrongStarter(w string) bool {
	return List("And|But|He|Her|His|How|It|Its|My|Our|She|That|The|Their|There|These|They|This|Those|We|What|When|Where|Whether|Which|While|Who|Why|You|Your").Has(w)
}

// isTitle reports whether the abbreviation w needs a name behind it.
func isTitle(w string) bool { return abbreviationOf(w) == title }

// isRole reports whether w, behind the name of a company or place, is rather a
// person's office than the first word of a sentence.
func isRole(w string) bool {
	return List("Attorney|CEO|CFO|COO|Chairman|Chairwoman|Chief|Democrat|Director|Executive|Founder|Governor|Judge|Managing|Mayor|President|Representative|" +
		"Republican|Senator|Spokesman|Spokeswoman|Treasurer|Vice").Has(w)
}

// isExclaimingName reports whether w is a name that is written with "!".
func isExclaimingName(w string) bool {
	return List("Airplane|Chips|E|Jeb|Jeopardy|Joomla|Mia|Moulin|Oklahoma|Oliver|Oxfam|Panic|Pop|Shazam|Wham|YAHOO|Yahoo|Yum").Has(w)
}

// isSpeechVerb reports whether w tells of speech.
func isSpeechVerb(w string) bool {
	return List("added|adds|announced|answered|asked|asks|chanted|complained|cried|declared|demanded|exclaimed|insisted|joked|posted|quipped|recalled|" +
		"remarked|replied|responded|retorted|said|sang|says|screamed|shouted|thundered|told|tweeted|warned|wondered|writes|wrote|yelled").Has(w)
}

// isTimePreposition reports whether w opens a sentence with the time of what it tells.
func isTimePreposition(w string) bool {
	switch w {
	case "At", "By", "Around", "About", "Before", "After", "Until", "Since", "From":
		return true
	}
	return false
}

// trimPeriod takes the period off an abbreviation.
func trimPeriod(w string) string {
	if hasSuffix(w, ".") {
		return w[:len(w)-1]
	}
	return w
}

// isDayOrZone reports whether w goes on with a time of day: "5 p.m. Monday", "a.m. ET".
func isDayOrZone(w string) bool {
	return List("AEDT|AEST|Apr.|April|Aug.|August|BST|CDT|CET|CST|CT|Central|Dec.|December|EAT|EDT|EST|ET|Eastern|Feb.|February|Fri.|Friday|GMT|Greenwich|" +
		"HKT|IST|JST|Jan.|January|July|June|KST|MT|Mar.|March|May|Mon.|Monday|Mountain|Nov.|November|Oct.|October|PDT|PKT|PST|PT|Pacific|SAST|SGT|" +
		"Sat.|Saturday|Sept.|September|Sun.|Sunday|Thu.|Thurs.|Thursday|Tue.|Tues.|Tuesday|UTC|WAT|Wed.|Wednesday").Has(w)
}
