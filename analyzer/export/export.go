package export

import (
	"hash/fnv"
	"strings"

	"slugline/analyzer"
	"slugline/analyzer/text"
	"slugline/analyzer/topic"
)

// This file picks a format, and holds what the formats for other systems share.

// The names of the formats, as the command line and the API take them.
const (
	FormatJSON      = "json"      // Slugline's own, version 1
	FormatNinjs     = "ninjs"     // IPTC ninjs 3.1
	FormatJSONLD    = "jsonld"    // schema.org NewsArticle
	FormatSuperdesk = "superdesk" // Superdesk's tags
	FormatCSV       = "csv"       // RFC 4180, one row a name, topic, keyphrase, figure or match
	FormatHTML      = "html"      // the article with its marks, a document of its own
)

// Formats lists the names in the order that help texts show them.
func Formats() []string {
	return []string{FormatJSON, FormatNinjs, FormatJSONLD, FormatSuperdesk, FormatCSV, FormatHTML}
}

// UnknownFormatError is the error of Write for a format that it does not know.
type UnknownFormatError struct{ Format string }

func (e *UnknownFormatError) Error() string {
	return "There is no format \"" + e.Format + "\". Choose " + strings.Join(Formats(), ", ") + "."
}

// Write appends the analysis in the format to dst. Its only error is
// *UnknownFormatError, with dst as it was.
func Write(dst []byte, format string, a *analyzer.Analysis) ([]byte, error) {
	switch format {
	case FormatJSON:
		return JSON(dst, a), nil
	case FormatNinjs:
		return Ninjs(dst, a), nil
	case FormatJSONLD:
		return JSONLD(dst, a), nil
	case FormatSuperdesk:
		return Superdesk(dst, a), nil
	case FormatCSV:
		return CSV(dst, a), nil
	case FormatHTML:
		return HTML(dst, a), nil
	}
	return dst, &UnknownFormatError{format}
}

// ContentType returns the media type of a format, "" for one that Write does not know.
func ContentType(format string) string {
	switch format {
	case FormatJSON, FormatNinjs, FormatSuperdesk:
		return "application/json"
	case FormatJSONLD:
		return "application/ld+json"
	case FormatCSV:
		return "text/csv; charset=utf-8"
	case FormatHTML:
		return "text/html; charset=utf-8"
	}
	return ""
}

// body returns the article's text without its title and without what was set aside.
// Runs of blank lines become one.
func body(a *analyzer.Analysis) string {
	var b strings.Builder
	at := min(a.TextStart, len(a.Source))
	keep := func(end int) {
		if end > at {
			b.WriteString(a.Source[at:end])
		}
	}
	cut := func(p text.Span) {
		if p.End <= at {
			return
		}
		keep(p.Start)
		at = p.End
	}
	titled := false
	title := func(before int) {
		if t := a.Article.Title; !titled && t.Len() > 0 && t.Start < before {
			titled = true
			cut(t)
		}
	}
	for i := range a.Article.SetAside {
		title(a.Article.SetAside[i].Start)
		cut(a.Article.SetAside[i].Span)
	}
	title(len(a.Source))
	keep(len(a.Source))
	return squeeze(b.String())
}

// squeeze trims the lines and leaves one blank line between paragraphs at most.
func squeeze(s string) string {
	var b strings.Builder
	blank := 0
	for s != "" {
		l, rest, _ := strings.Cut(s, "\n")
		s = rest
		if l = strings.TrimSpace(l); l == "" {
			blank++
			continue
		}
		if b.Len() > 0 {
			b.WriteByte('\n')
			if blank > 0 {
				b.WriteByte('\n')
			}
		}
		blank = 0
		b.WriteString(l)
	}
	return b.String()
}

// author returns the byline without "By".
func author(a *analyzer.Analysis) string {
	s := oneLine(a.Article.Byline.Of(a.Source))
	for _, by := range [...]string{"By ", "BY ", "by ", "Written by ", "Story by "} {
		if strings.HasPrefix(s, by) {
			return strings.TrimSpace(s[len(by):])
		}
	}
	return s
}

// origin returns the first place that the dateline names.
func origin(a *analyzer.Analysis) string {
	for i := range a.Mentions {
		m := &a.Mentions[i]
		if m.Type == "place" && a.Article.Dateline.Contains(m.Span) {
			if m.Entity >= 0 && m.Entity < len(a.Entities) {
				return a.Entities[m.Entity].Name
			}
			return oneLine(m.Of(a.Source))
		}
	}
	return ""
}

// identity returns a URI for the article: a UUID of version 8 (RFC 9562) made of a
// hash of its source, so that the same text has the same one everywhere.
func identity(a *analyzer.Analysis) string {
	h := fnv.New128a()
	h.Write([]byte(a.Source))
	u := h.Sum(nil)
	u[6] = u[6]&0x0f | 0x80
	u[8] = u[8]&0x3f | 0x80
	const hex = "0123456789abcdef"
	out := []byte("urn:uuid:")
	for i, c := range u {
		if i == 4 || i == 6 || i == 8 || i == 10 {
			out = append(out, '-')
		}
		out = append(out, hex[c>>4], hex[c&15])
	}
	return string(out)
}

// topicURI returns the address of a Media Topic, or a house tag's identifier as a URI
// (RFC 3986): "house:bridges" is one, of the newsroom's own scheme.
func topicURI(id string) string {
	if number, ok := strings.CutPrefix(id, topic.Prefix); ok {
		return "http://cv.iptc.org/newscodes/mediatopic/" + number
	}
	const hex = "0123456789ABCDEF"
	var b strings.Builder
	for i := 0; i < len(id); i++ {
		if c := id[i]; c|0x20-'a' < 26 || c-'0' < 10 || strings.IndexByte("-._~:/?#@!$&()*+,;=%", c) >= 0 {
			b.WriteByte(c)
		} else {
			b.WriteString("%" + hex[c>>4:c>>4+1] + hex[c&15:c&15+1])
		}
	}
	return b.String()
}

// scheme names the vocabulary that a tag is from: "medtop", or what stands before the
// colon of a house tag's identifier; a URI's all but its last part.
func scheme(id string) string {
	if at := strings.LastIndexAny(id, "/#"); strings.Contains(id, "://") && at > 0 {
		return id[:at+1]
	}
	name, _, ok := strings.Cut(id, ":")
	if !ok {
		return "house"
	}
	return name
}

// creator says who put a tag on the story, or took it off.
func creator(t *analyzer.Topic) string {
	switch t.Reason {
	case "accepted", "pinned", "rejected":
		return "editor"
	}
	return "Slugline"
}

// entityURI returns an entity's identity: the one given, else GeoNames'.
func entityURI(x *analyzer.Entity) string {
	if x.URI == "" && x.GeoNames > 0 {
		return "https://sws.geonames.org/" + decimal(x.GeoNames) + "/"
	}
	return x.URI
}

// decimal writes a whole number.
func decimal(n int) string {
	w := writer{}
	w.int(n)
	return string(w.out)
}

// percent turns a share of 0-1 into a whole number of 0-100.
func percent(v float64) int {
	if !(v > 0) {
		return 0
	}
	return int(min(v, 1)*100 + 0.5)
}
