package article

import "strings"

// This file finds lines that only say when a story was published or changed.

// isTimestamp finds "Published 3 Nov 2025, 10:15 IST", "Updated: 2 hours ago" and
// lines that hold nothing but a date and time. key is a folded line.
func isTimestamp(key string) bool {
	if len(key) > 120 {
		return false
	}
	rest, labelled := stampLabel(key)
	dates, others, digits := 0, 0, false
	for rest != "" {
		w, next := cutWord(rest)
		rest = next
		if w == "" {
			continue
		}
		switch {
		case isStampNumber(w):
			digits = true
		case isCalendarWord(w):
			dates++
		case isStampWord(w):
			if w == "yesterday" || w == "today" || w == "now" {
				digits = true
			}
		default:
			others++
		}
	}
	if labelled {
		return digits && others <= 3 // an edition or a place may follow
	}
	return digits && dates > 0 && others == 0
}

// stampLabel takes "last updated on:" and its like off a folded line.
func stampLabel(key string) (rest string, ok bool) {
	for _, l := range [...]string{
		"published", "first published", "originally published", "date published", "publish date", "published date", "published on", "published at",
		"updated", "last updated", "updated on", "updated at", "posted", "posted on", "last modified", "modified", "created", "issued", "date", "uploaded", "publication date",
	} {
		if !strings.HasPrefix(key, l) {
			continue
		}
		rest = key[len(l):]
		if rest == "" || isWordByte(rest[0]) {
			continue
		}
		if t := strings.TrimLeft(rest, " :|-–—,"); t != "" {
			return t, true
		}
	}
	return key, false
}

// isStampNumber finds 3, 3rd, 2025, 10:15's parts, 03/11/2025's parts, 10.15am, 2025-11-03t10.
func isStampNumber(w string) bool {
	i := 0
	for i < len(w) && ('0' <= w[i] && w[i] <= '9' || w[i] == '.' || w[i] == '-' || w[i] == ',') {
		i++
	}
	if i == 0 || w[0] == '.' || w[0] == '-' || w[0] == ',' {
		return false
	}
	switch tail := w[i:]; tail {
	case "", "st", "nd", "rd", "th", "am", "pm", "a.m", "p.m", "h", "hrs", "gmt", "ist", "z", "m", "d", "min", "mins":
		return true
	default:
		return tail[0] == 't' && len(w) >= 13 && w[4] == '-' // ISO 8601
	}
}

// isCalendarWord finds names of days and months.
func isCalendarWord(w string) bool {
	switch w {
	case "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun",
		"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
		"jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec":
		return true
	}
	return false
}

// isStampWord finds what else stands in such a line.
func isStampWord(w string) bool {
	switch w {
	case "at", "on", "in", "by", "and", "of", "the", "am", "pm", "a.m", "p.m", "noon", "gmt", "utc", "bst", "cet", "cest", "est", "edt", "et", "cst", "cdt", "ct", "mst", "mdt", "pst", "pdt", "pt",
		"ist", "pkt", "npt", "sgt", "hkt", "jst", "kst", "aest", "aedt", "acst", "awst", "nzst", "nzdt", "eat", "wat", "cat", "sast", "gst", "msk", "wib", "brt", "art", "local", "time",
		"ago", "hour", "hours", "hr", "hrs", "minute", "minutes", "min", "mins", "day", "days", "week", "weeks", "month", "months", "year", "years",
		"yesterday", "today", "now", "just", "last", "updated", "update", "published", "posted", "modified", "first", "last-updated", "h":
		return true
	}
	return false
}
