package article

import (
	"strings"

	"slugline/analyzer/text"
)

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
	return text.List("apr|april|aug|august|dec|december|feb|february|fri|friday|jan|january|jul|july|jun|june|mar|march|may|mon|monday|nov|november|oct|october|" +
		"sat|saturday|sep|sept|september|sun|sunday|thu|thur|thurs|thursday|tue|tues|tuesday|wed|wednesday").Has(w)
}

// isStampWord finds what else stands in such a line.
func isStampWord(w string) bool {
	return text.List("a.m|acst|aedt|aest|ago|am|and|art|at|awst|brt|bst|by|cat|cdt|cest|cet|cst|ct|day|days|eat|edt|est|et|first|gmt|gst|h|hkt|hour|hours|hr|hrs|" +
		"in|ist|jst|just|kst|last|last-updated|local|mdt|min|mins|minute|minutes|modified|month|months|msk|mst|noon|now|npt|nzdt|nzst|of|on|p.m|pdt|" +
		"pkt|pm|posted|pst|pt|published|sast|sgt|the|time|today|update|updated|utc|wat|week|weeks|wib|year|years|yesterday").Has(w)
}
