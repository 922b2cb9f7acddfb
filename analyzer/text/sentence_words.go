package text

// The words that tell whether a sentence begins or goes on. Written for this project.

// isStarter reports whether w, capitalised, opens a sentence far more often than it
// stands inside a name.
func isStarter(w string) bool {
	if isStrongStarter(w) {
		return true
	}
	switch w {
	case "A", "An", "I", "In", "On", "At", "By", "For", "From", "To", "With", "Of", "As", "If", "So", "Or", "Nor", "Yet",
		"After", "Before", "During", "Since", "Until", "Under", "Over", "Among", "Amid", "Despite", "Although", "Though", "Because", "Unlike", "Like", "Without", "Within", "Through", "Between", "Across", "Around", "About", "Against", "According", "Following", "Given",
		"Some", "Many", "Most", "More", "Several", "Both", "Each", "Few", "All", "Another", "Other", "Others", "No", "Not", "None", "One", "Two", "Three", "Four", "Five", "Six", "Ten", "Nearly", "Almost", "Every", "Such", "Any",
		"Also", "Then", "Now", "Here", "Still", "Later", "Earlier", "Meanwhile", "However", "Instead", "Moreover", "Nevertheless", "Therefore", "Thus", "Further", "Once", "Even", "Only", "Just", "Perhaps", "Today", "Yesterday", "Tomorrow", "Last", "Next", "Recently",
		"Police", "Officials", "Analysts", "Experts", "Critics", "Investors", "Shares", "Residents", "Witnesses", "Lawmakers", "Prosecutors", "Authorities", "Researchers", "Scientists", "Reporters", "Rescuers", "Doctors", "Protesters", "Supporters", "Opponents", "Advocates", "Activists", "Traders", "Voters", "Sales", "Profits", "Revenue", "Asked", "Speaking", "Nobody", "Everyone", "People":
		return true
	}
	return false
}

// isStrongStarter is isStarter for words that are never part of a name with a title.
func isStrongStarter(w string) bool {
	switch w {
	case "The", "He", "She", "It", "They", "We", "You", "His", "Her", "Its", "Their", "Our", "My", "Your", "This", "That", "These", "Those", "There",
		"But", "And", "When", "While", "Where", "What", "Who", "Why", "How", "Which", "Whether":
		return true
	}
	return false
}

// isTitle reports whether the abbreviation w needs a name behind it.
func isTitle(w string) bool { return abbreviationOf(w) == title }

// isRole reports whether w, behind the name of a company or place, is rather a
// person's office than the first word of a sentence.
func isRole(w string) bool {
	switch w {
	case "Chief", "Chairman", "Chairwoman", "President", "CEO", "CFO", "COO", "Director", "Executive", "Vice", "Founder", "Governor", "Senator", "Mayor", "Attorney", "Managing", "Judge", "Treasurer", "Spokesman", "Spokeswoman", "Representative", "Republican", "Democrat":
		return true
	}
	return false
}

// isExclaimingName reports whether w is a name that is written with "!".
func isExclaimingName(w string) bool {
	switch w {
	case "Yahoo", "Yum", "Jeopardy", "E", "Wham", "Panic", "Oliver", "Airplane", "Oklahoma", "Moulin", "Mia", "Jeb", "Oxfam", "YAHOO", "Joomla", "Chips", "Pop", "Shazam":
		return true
	}
	return false
}

// isSpeechVerb reports whether w tells of speech.
func isSpeechVerb(w string) bool {
	switch w {
	case "said", "says", "asked", "asks", "told", "added", "adds", "wrote", "writes", "replied", "tweeted", "posted", "shouted", "cried", "exclaimed", "quipped", "joked", "wondered", "demanded", "yelled", "screamed", "chanted", "recalled", "answered", "declared", "sang", "insisted", "warned", "complained", "thundered", "responded", "remarked", "retorted", "announced":
		return true
	}
	return false
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
	switch w {
	case "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "Mon.", "Tue.", "Tues.", "Wed.", "Thu.", "Thurs.", "Fri.", "Sat.", "Sun.",
		"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
		"Jan.", "Feb.", "Mar.", "Apr.", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.",
		"ET", "EST", "EDT", "PT", "PST", "PDT", "CT", "CST", "CDT", "MT", "GMT", "BST", "CET", "IST", "UTC", "WAT", "EAT", "SAST", "AEST", "AEDT", "JST", "KST", "SGT", "HKT", "PKT", "Eastern", "Pacific", "Central", "Mountain", "Greenwich":
		return true
	}
	return false
}
