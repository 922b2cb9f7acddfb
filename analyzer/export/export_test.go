package export

import (
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"slugline/analyzer"
	"slugline/analyzer/text"
)

// hostile is an analysis of text that wants to be markup and formulas.
func hostile() *analyzer.Analysis {
	src := "<script>alert(1)</script>\n\n=cmd|' /C calc'!A0 \"><img src=x onerror=alert(1)> & 'x' \x00\xff\x1b done"
	at := strings.Index(src, "=cmd")
	return &analyzer.Analysis{
		Source: src, TextStart: 27, Language: `en"><script>`,
		Article:    analyzer.Article{Title: text.Span{Start: 0, End: 25}, SetAside: []analyzer.SetAside{{Span: text.Span{Start: len(src) - 4, End: len(src)}, Reason: `"><b>`}}},
		Mentions:   []analyzer.Mention{{Span: text.Span{Start: at, End: at + 10}, Type: `"><i>`, Entity: 0}, {Span: text.Span{Start: at + 19, End: at + 24}, Type: "money", Entity: -1, Value: `"><u>`}},
		Entities:   []analyzer.Entity{{Name: "=HYPERLINK(\"http://x\")", Type: "person", Role: "@SUM(1)", Count: 1}, {Name: "-1+1", Type: "place"}},
		Keyphrases: []analyzer.Keyphrase{{Text: "+1, \"two\"\nthree"}, {Text: "\tTAB"}},
	}
}

func TestEveryFormat(t *testing.T) {
	for name, a := range map[string]*analyzer.Analysis{"sample": sample(), "empty": {Language: "en"}, "hostile": hostile()} {
		for _, format := range Formats() {
			out, err := Write([]byte("before "), format, a)
			if err != nil || !strings.HasPrefix(string(out), "before ") {
				t.Errorf("%s %s: %v", name, format, err)
			}
			if ContentType(format) == "" {
				t.Errorf("%s has no content type", format)
			}
			if strings.Contains(ContentType(format), "json") && !json.Valid(out[len("before "):]) {
				t.Errorf("%s %s is not JSON: %s", name, format, out)
			}
		}
	}
}

func TestUnknownFormatNamesTheKnown(t *testing.T) {
	out, err := Write([]byte("kept"), "xml", sample())
	var unknown *UnknownFormatError
	if !errors.As(err, &unknown) || unknown.Format != "xml" || string(out) != "kept" {
		t.Fatalf("%q, %v", out, err)
	}
	for _, f := range Formats() {
		if !strings.Contains(err.Error(), f) {
			t.Errorf("%q does not name %s", err, f)
		}
	}
}

func TestNinjsIsValid(t *testing.T) {
	file, err := os.Open("testdata/ninjs-schema_3.1.json")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	schema, err := jsonschema.UnmarshalJSON(file)
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	// GeoJSON's own schema is on the web; its rule for a point is this.
	point, err := jsonschema.UnmarshalJSON(strings.NewReader(`{"type":"object","required":["type","coordinates"],"properties":{"type":{"const":"Point"},
		"coordinates":{"type":"array","minItems":2,"items":{"type":"number"}}}}`))
	if err != nil {
		t.Fatal(err)
	}
	for url, doc := range map[string]any{ninjsSchema: schema, "https://geojson.org/schema/GeoJSON.json": point} {
		if err := c.AddResource(strings.TrimSuffix(url, "#"), doc); err != nil {
			t.Fatal(err)
		}
	}
	compiled, err := c.Compile(strings.TrimSuffix(ninjsSchema, "#"))
	if err != nil {
		t.Fatal(err)
	}
	for name, a := range map[string]*analyzer.Analysis{"sample": sample(), "empty": {Language: "en"}, "hostile": hostile()} {
		v, err := jsonschema.UnmarshalJSON(strings.NewReader(string(Ninjs(nil, a))))
		if err != nil {
			t.Fatal(err)
		}
		if err := compiled.Validate(v); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	broken, _ := jsonschema.UnmarshalJSON(strings.NewReader(`{"type":"text"}`))
	if compiled.Validate(broken) == nil {
		t.Error("the schema accepts an item without a uri")
	}
}

// object decodes JSON.
func object(t *testing.T, raw []byte) map[string]any {
	t.Helper()
	var v map[string]any
	if err := json.Unmarshal(raw, &v); err != nil {
		t.Fatalf("%v in %s", err, raw)
	}
	return v
}

func TestNinjsCarriesTheTags(t *testing.T) {
	v := object(t, Ninjs(nil, sample()))
	s := v["subjects"].([]any)[0].(map[string]any)
	if s["uri"] != "http://cv.iptc.org/newscodes/mediatopic/20000337" || s["confidence"] != 93.0 || len(v["subjects"].([]any)) != 2 {
		t.Errorf("subjects %v", v["subjects"])
	}
	if p := v["people"].([]any)[0].(map[string]any); p["name"] != "Afi Mensah" {
		t.Errorf("people %v", v["people"])
	}
	if p := v["places"].([]any)[1].(map[string]any); p["geoJSON"].(map[string]any)["coordinates"].([]any)[0] != -0.1969 {
		t.Errorf("places %v", v["places"])
	}
	b := v["bodies"].([]any)[0].(map[string]any)["value"].(string)
	if strings.Contains(b, "Share on Facebook") || !strings.HasPrefix(b, "🎉 Afi Mensah paid") || strings.Contains(b, "Ferry") {
		t.Errorf("body %q", b)
	}
	if v["by"] != "Kofi Annor" || v["located"] != "Accra" || v["uri"] != object(t, Ninjs(nil, sample()))["uri"] {
		t.Errorf("%v %v %v", v["by"], v["located"], v["uri"])
	}
}

func TestJSONLDTypesAndPlaces(t *testing.T) {
	v := object(t, JSONLD(nil, sample()))
	if v["@type"] != "NewsArticle" || v["@context"] != "https://schema.org" || v["articleSection"].([]any)[0] != "economy, business and finance" {
		t.Errorf("%v", v)
	}
	m := v["mentions"].([]any)
	p, place := m[0].(map[string]any), m[2].(map[string]any)
	if p["@type"] != "Person" || p["jobTitle"] != "mayor" || place["geo"].(map[string]any)["latitude"] != 5.556 || place["sameAs"] != "http://www.wikidata.org/entity/Q3761" {
		t.Errorf("mentions %v", m)
	}
	if about := v["about"].([]any); len(about) != 1 || about[0].(map[string]any)["termCode"] != "medtop:20000337" {
		t.Errorf("about %v", about)
	}
}

func TestSuperdeskTags(t *testing.T) {
	v := object(t, Superdesk(nil, sample()))
	s := v["subject"].([]any)
	if first := s[0].(map[string]any); len(s) != 1 || first["qcode"] != "medtop:20000337" || first["name"] != "transport" || first["scheme"] != "mediatopics" {
		t.Errorf("subject %v", s)
	}
	if p := v["person"].([]any)[0].(map[string]any); p["qcode"] != "slugline:afi-mensah" || p["scheme"] != "person" {
		t.Errorf("person %v", p)
	}
	if p := v["place"].([]any)[1].(map[string]any); p["qcode"] != "wikidata:Q3761" || p["altids"].(map[string]any)["geonames"] != "2306104" {
		t.Errorf("place %v", p)
	}
	if v["keywords"].([]any)[0] != "ferry" || len(v["event"].([]any)) != 0 || len(v["organisation"].([]any)) != 0 {
		t.Errorf("%v", v)
	}
}

func TestCSVIsSafeInASpreadsheet(t *testing.T) {
	for _, a := range []*analyzer.Analysis{sample(), hostile()} {
		raw := string(CSV(nil, a))
		if strings.Count(raw, "\r\n") < 2 || !strings.HasSuffix(raw, "\r\n") {
			t.Errorf("line ends: %q", raw)
		}
		in := csv.NewReader(strings.NewReader(raw))
		in.FieldsPerRecord = len(csvHead)
		for {
			row, err := in.Read()
			if err == io.EOF {
				break
			}
			if err != nil {
				t.Fatalf("%v in %q", err, raw)
			}
			for _, c := range row {
				if c != "" && strings.ContainsRune("=+-@\t\r", rune(c[0])) {
					t.Errorf("a formula: %q", c)
				}
			}
		}
	}
	if raw := string(CSV(nil, sample())); !strings.Contains(raw, "\r\nfigure,money,$4.5bn,,,,,USD 4500000000\r\n") || !strings.Contains(raw, "\r\nentity,person,Afi Mensah,1,0.5124,0.99,,mayor\r\n") {
		t.Errorf("rows: %s", raw)
	}
}

func TestHTMLMarksAndEscapes(t *testing.T) {
	raw := string(HTML(nil, sample()))
	for _, want := range []string{
		`<mark data-type="person" data-entity="0" title="person: Afi Mensah">Afi Mensah</mark>`, `<mark data-type="money" title="money: USD 4500000000">$4.5bn</mark>`,
		`<mark data-type="place" data-entity="1" title="place: Lake Volta">Lake Volta</mark>&gt;</h1>`, `<span class="aside" title="set aside: share">Share on Facebook</span>`, `Kofi Annor &amp; friends`,
	} {
		if !strings.Contains(raw, want) {
			t.Errorf("no %s in %s", want, raw)
		}
	}
	// Whatever the text holds, the only tags are the writer's own.
	raw = string(HTML(nil, hostile()))
	for _, bad := range []string{"<script", "<img", "<b>", "<i>", "<u>", "\x00", "\xff", "\x1b"} {
		if strings.Contains(raw, bad) {
			t.Errorf("%q got through: %s", bad, raw)
		}
	}
	if strings.Count(raw, "<mark ") != 2 || strings.Count(raw, "</mark>") != 2 {
		t.Errorf("marks: %s", raw)
	}
}

// Taking the tags out of the HTML gives the article back.
func TestHTMLKeepsTheText(t *testing.T) {
	a := sample()
	raw := string(HTML(nil, a))
	_, raw, _ = strings.Cut(raw, `<div class="text">`)
	raw, _, _ = strings.Cut(raw, `</div>`)
	var b strings.Builder
	for raw != "" {
		before, rest, tag := strings.Cut(raw, "<")
		b.WriteString(before)
		if !tag {
			break
		}
		_, raw, _ = strings.Cut(rest, ">")
	}
	got := strings.NewReplacer("&amp;", "&", "&lt;", "<", "&gt;", ">", "&quot;", `"`, "&#39;", "'").Replace(b.String())
	if got != a.Source[a.TextStart:] {
		t.Errorf("got  %q\nwant %q", got, a.Source[a.TextStart:])
	}
}

func ExampleWrite() {
	a := &analyzer.Analysis{Language: "en", Entities: []analyzer.Entity{{Name: "Afi Mensah", Type: "person", Count: 2, Salience: 0.5, Confidence: 0.98}}}
	out, err := Write(nil, FormatCSV, a)
	fmt.Println(strings.ReplaceAll(string(out), "\r", ""), err)
	// Output:
	// kind,type,name,count,score,confidence,id,detail
	// entity,person,Afi Mensah,2,0.5,0.98,,
	//  <nil>
}
