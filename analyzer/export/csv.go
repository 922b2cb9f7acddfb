package export

import (
	"strings"
	"unicode/utf8"

	"slugline/analyzer"
)

// csvHead names the columns.
var csvHead = [...]string{"kind", "type", "name", "count", "score", "confidence", "id", "detail"}

// CSV appends one row for each entity, topic, keyphrase, figure and match
// (RFC 4180: commas, CRLF, quotes doubled). A cell that a spreadsheet would take for
// a formula gets an apostrophe before it.
func CSV(dst []byte, a *analyzer.Analysis) []byte {
	w := table{out: dst}
	w.row(csvHead)
	for i := range a.Entities {
		x := &a.Entities[i]
		detail := x.Role
		if detail == "" {
			detail = x.Country
		}
		w.row([...]string{"entity", x.Type, x.Name, decimal(x.Count), share(x.Salience), share(x.Confidence), entityURI(x), detail})
	}
	for _, topics := range [][]analyzer.Topic{a.Topics, a.Rejected} {
		for i := range topics {
			t := &topics[i]
			w.row([...]string{"topic", status(t), t.Name, "", "", share(t.Confidence), t.ID, strings.Join(t.Path, " > ")})
		}
	}
	for i := range a.Keyphrases {
		k := &a.Keyphrases[i]
		w.row([...]string{"keyphrase", "", k.Text, decimal(k.Count), share(k.Score), "", "", ""})
	}
	for i := range a.Mentions {
		if m := &a.Mentions[i]; m.Entity < 0 {
			w.row([...]string{"figure", m.Type, oneLine(m.Of(a.Source)), "", "", "", "", m.Value})
		}
	}
	for i := range a.Matches {
		m := &a.Matches[i]
		w.row([...]string{"match", m.Verdict, m.Title, "", share(m.Copied), "", m.ID, m.Reason})
	}
	return w.out
}

// table writes rows of CSV.
type table struct{ out []byte }

func (w *table) row(cells [len(csvHead)]string) {
	for i, c := range cells {
		if i > 0 {
			w.out = append(w.out, ',')
		}
		w.cell(c)
	}
	w.out = append(w.out, '\r', '\n')
}

// cell writes one cell, quoted where it must be.
func (w *table) cell(s string) {
	s = strings.ToValidUTF8(s, "\ufffd")
	if isFormula(s) {
		s = "'" + s
	}
	if !strings.ContainsAny(s, ",\"\r\n") && s == strings.TrimSpace(s) {
		w.out = append(w.out, s...)
		return
	}
	w.out = append(w.out, '"')
	for i := 0; i < len(s); i++ {
		if s[i] == '"' {
			w.out = append(w.out, '"')
		}
		w.out = append(w.out, s[i])
	}
	w.out = append(w.out, '"')
}

// isFormula reports a cell that Excel, LibreOffice or Sheets may evaluate; the wide
// forms of the signs count, as some read them alike.
func isFormula(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	switch r {
	case '=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠':
		return true
	}
	return false
}

// share writes a number of 0-1 with at most four decimals.
func share(v float64) string {
	w := writer{}
	w.number(v)
	return string(w.out)
}
