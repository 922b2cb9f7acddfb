package main

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"slugline/wasm/reactor"
)

const ferry = `LAMU, Kenya — A ferry with 140 people on board ran aground off Lamu on Sunday night after its engine failed, the coast guard said, and 31 people were hurt when they jumped into the shallow water.

Fishermen from Shela reached the vessel within half an hour and carried children ashore on their backs. The county commissioner, Halima Noor, said that everybody on the passenger list had been accounted for.

The ferry, built in 1987, had been repaired in August. The Kenya Maritime Authority has sent two inspectors and asked passengers to keep their tickets as evidence.`

// ask carries out an operation as a host would.
func ask(t *testing.T, e *engine, op int32, request []byte) (answer []byte, problem string) {
	t.Helper()
	r := reactor.New(e.handle)
	copy(r.Input(len(request)), request)
	if !r.Call(op, len(request)) {
		return nil, string(r.Output())
	}
	return bytes.Clone(r.Output()), ""
}

// article is the fields of an article without corrections and rulings.
func article(b []byte, title, text string) []byte {
	for _, s := range []string{title, text, "2025-11-03"} {
		b = reactor.AppendString(b, s)
	}
	return reactor.AppendUint(reactor.AppendUint(b, 0), 0)
}

type candidate struct {
	record []byte
	story  string
}

func relation(id, title, text string, candidates ...candidate) []byte {
	var b []byte
	for _, s := range []string{"json", id, "2025-11-03T10:00:00Z"} {
		b = reactor.AppendString(b, s)
	}
	b = reactor.AppendUint(article(b, title, text), uint32(len(candidates)))
	for _, c := range candidates {
		b = reactor.AppendString(reactor.AppendBytes(b, c.record), c.story)
	}
	return b
}

func TestRelate(t *testing.T) {
	e := newEngine()
	answer, problem := ask(t, e, opRelate, relation("one", "Ferry runs aground", ferry))
	if problem != "" {
		t.Fatal(problem)
	}
	in := reactor.NewFrame(answer)
	in.Bytes()
	record := bytes.Clone(in.Bytes())
	var anchors []string
	if err := json.Unmarshal(in.Bytes(), &anchors); err != nil || len(anchors) < 8 {
		t.Fatalf("anchors %v: %v", anchors, err)
	}
	story := in.String()

	lookups, problem := ask(t, e, opAnchors, article(nil, "Ferry: more hurt", strings.Replace(ferry, "31 people", "39 people", 1)))
	if problem != "" {
		t.Fatal(problem)
	}
	shared := 0
	for _, anchor := range anchors {
		if strings.Contains(string(lookups), `"`+anchor+`"`) {
			shared++
		}
	}
	if shared < len(anchors)*3/4 {
		t.Errorf("a version with one figure changed looks up %d of %d anchors", shared, len(anchors))
	}
	answer, problem = ask(t, e, opRelate, relation("two", "Ferry: more hurt", strings.Replace(ferry, "31 people", "39 people", 1),
		candidate{record, story}, candidate{record[:40], story}))
	if problem != "" {
		t.Fatal(problem)
	}
	in = reactor.NewFrame(answer)
	var analysis struct {
		Matches []struct{ ID, Verdict string }
	}
	if err := json.Unmarshal(in.Bytes(), &analysis); err != nil || len(analysis.Matches) != 1 || analysis.Matches[0].Verdict != "updated" {
		t.Fatalf("matches %+v: %v; the damaged record should take nothing with it", analysis.Matches, err)
	}
	in.Bytes()
	in.Bytes()
	if got := in.String(); got != story {
		t.Errorf("the later version is of story %s, the first of %s", got, story)
	}
}

func TestRecallAndPack(t *testing.T) {
	e := newEngine()
	answer, _ := ask(t, e, opRelate, relation("one", "Ferry", ferry))
	in := reactor.NewFrame(answer)
	in.Bytes()
	record := bytes.Clone(in.Bytes())
	answer, problem := ask(t, e, opRecall, reactor.AppendBytes(nil, record))
	if problem != "" {
		t.Fatal(problem)
	}
	in = reactor.NewFrame(answer)
	for _, want := range []string{"one", "Ferry", ferry, "2025-11-03", "2025-11-03T10:00:00Z"} {
		if got := in.String(); got != want {
			t.Errorf("recalled %q, want %q", got, want)
		}
	}
	for _, c := range []struct {
		op      int32
		request []byte
	}{
		{opRecall, reactor.AppendBytes(nil, record[:20])},
		{opPack, reactor.AppendBytes(reactor.AppendUint(reactor.AppendUint(nil, 1), 1), record[:20])},
	} {
		if _, problem := ask(t, e, c.op, c.request); problem != errRecord.Error() {
			t.Errorf("operation %d on a damaged record: %q", c.op, problem)
		}
	}
	for _, story := range []string{"", "0000000000000000", "xyz", "0123456789abcdef0"} {
		if _, problem := ask(t, e, opRelate, relation("two", "", ferry, candidate{record, story})); problem != errStory.Error() {
			t.Errorf("story %q: %q", story, problem)
		}
	}
}

func FuzzSharedOps(f *testing.F) {
	f.Add(int32(opRelate), relation("one", "Ferry", ferry[:200]))
	f.Add(int32(opPack), reactor.AppendUint(reactor.AppendUint(nil, 1), 1<<31))
	e := newEngine()
	f.Fuzz(func(t *testing.T, op int32, request []byte) {
		if _, problem := ask(t, e, opAnchors+op&3, request); strings.Contains(problem, "the engine failed") {
			t.Error(problem)
		}
	})
}
