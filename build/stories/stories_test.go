package stories

import "testing"

// Every story that the project has must be readable, with sane annotation.
func TestStoriesAreReadable(t *testing.T) {
	all, err := Read(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range all {
		if len(s.Tops) == 0 || len(s.Text) < 40 {
			t.Errorf("%s:%d: no topic, or hardly any text", s.File, s.Line)
		}
		end := 0
		for _, n := range s.Names {
			name := s.Text[n.Start:n.End]
			if n.Start < end || name[0] == ' ' || name[len(name)-1] == ' ' {
				t.Errorf("%s:%d: name %q", s.File, s.Line, name)
			}
			end = n.End
		}
	}
}

func TestNamesAreTakenOutOfTheirBrackets(t *testing.T) {
	s := Story{Named: true}
	if err := s.add("[p1|Ama Owusu] of [o|GCB Bank] spoke in [l|Accra]."); err != nil {
		t.Fatal(err)
	}
	if want := "Ama Owusu of GCB Bank spoke in Accra."; s.Text != want {
		t.Errorf("text is %q, want %q", s.Text, want)
	}
	if len(s.Names) != 3 || s.Text[s.Names[1].Start:s.Names[1].End] != "GCB Bank" || s.Names[0].Entity != "1" || s.Names[2].Type != "place" {
		t.Errorf("names are %+v", s.Names)
	}
	if s.add("[x|what]") == nil || s.add("[p|open") == nil {
		t.Error("broken markup is accepted")
	}
}
