package topic_test

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"slugline/analyzer/topic"
)

func TestRetiredTopicsAreFoundUnderWhatStandsForThem(t *testing.T) {
	for id, want := range map[string]string{
		"medtop:20000994": "motor car racing", // Formula One: a sports facet now
		"medtop:20001122": "sport event",      // world cup
		"20000030":        "theatre",          // music theatre
		"medtop:20000639": "diplomacy",        // not retired
	} {
		if got, ok := topic.Lookup(id); !ok || got.Name != want {
			t.Errorf("%s: %q, %v; want %q", id, got.Name, ok, want)
		}
	}
}

// Every term of the release is there: the active ones as themselves, each retired one as the
// nearest active one above it, which is the one that its note names where it names one.
func TestEveryTermOfTheRelease(t *testing.T) {
	raw, err := os.ReadFile("../../../shared/data/topics/mediatopics.json")
	if err != nil {
		t.Skip("no ../shared/data")
	}
	var terms []struct {
		ID, Name, Note, Retired string
		Path                    []string
	}
	if err := json.Unmarshal(raw, &terms); err != nil {
		t.Fatal(err)
	}
	active, retired, newest := 0, 0, ""
	for _, x := range terms {
		got, ok := topic.Lookup(x.ID)
		if !ok {
			t.Errorf("%s %s is unknown", x.ID, x.Name)
			continue
		}
		newest = max(newest, x.Retired)
		if x.Retired == "" {
			active++
			if got.ID != x.ID || got.Name != x.Name || strings.Join(got.Path, "/") != strings.Join(x.Path, "/") {
				t.Errorf("%s is %+v", x.ID, got)
			}
			continue
		}
		retired++
		if got.ID == x.ID {
			t.Errorf("%s %s is retired and found as itself", x.ID, x.Name)
		}
		if _, named, ok := strings.Cut(x.Note, "Use Media Topic"); ok {
			named, _, _ = strings.Cut(named, "+") // "equestrianism" is "equestrian" by now
			if named = strings.TrimSpace(named); !strings.HasPrefix(got.Name, named[:min(len(named), 7)]) {
				t.Errorf("%s %s is found as %q, and its note names %q", x.ID, x.Name, got.Name, named)
			}
		}
	}
	if active != 1084 || retired != 308 || !strings.HasPrefix(newest, topic.Release) {
		t.Errorf("%d active, %d retired, newest change %s of release %s", active, retired, newest, topic.Release)
	}
}
