package store

import (
	"errors"
	"strings"
	"testing"
)

func TestCursor(t *testing.T) {
	for _, c := range [][2]int64{{0, 0}, {2, 1<<53 - 1}} {
		shard, before, err := readCursor(makeCursor(int(c[0]), c[1]), 3)
		if int64(shard) != c[0] || before != c[1] || err != nil {
			t.Errorf("%v: read %d, %d, %v", c, shard, before, err)
		}
	}
	for _, bad := range []string{"x", "MC4", "My4w", makeCursor(3, 1), makeCursor(-1, 1), makeCursor(0, -1), makeCursor(0, 1<<53)} {
		if _, _, err := readCursor(bad, 3); !errors.Is(err, ErrCursor) {
			t.Errorf("%q: %v", bad, err)
		}
	}
}

func FuzzCursor(f *testing.F) {
	f.Add("MC4w")
	f.Fuzz(func(t *testing.T, cursor string) {
		if shard, before, err := readCursor(cursor, 2); err == nil && (shard < 0 || shard > 1 || before < 0 || before >= 1<<53) {
			t.Errorf("%d, %d", shard, before)
		}
	})
}

func TestPhrase(t *testing.T) {
	for words, want := range map[string]string{
		"ferry  aground":    `"ferry" "aground"`,
		`title:* OR "a`:     `"title:*" "OR" """a"`,
		`" ) ; DROP TABLE`:  `"""" ")" ";" "DROP" "TABLE"`,
		"NEAR(a b)\u2003é²": `"NEAR(a" "b)" "é²"`,
	} {
		if got := phrase(words); got != want {
			t.Errorf("%q: %s, want %s", words, got, want)
		}
	}
}

func TestAStatementTakesAsManyArgumentsAsItHasPlaces(t *testing.T) {
	for bits := range 32 {
		q := Query{}
		for i, set := range []func(){
			func() { q.Words = "a b" }, func() { q.Entity = "'; DROP" }, func() { q.Topic = "medtop:1" },
			func() { q.After = "2026-01-01T00:00:00Z" }, func() { q.Story = []string{"0", "1"} },
		} {
			if bits>>i&1 == 1 {
				set()
			}
		}
		text, args := q.sql(5, 10)
		if n := strings.Count(text, "?"); n != len(args) || n > 100 {
			t.Errorf("%+v: %d places, %d arguments: %s", q, n, len(args), text)
		}
		if strings.Contains(text, "DROP") || strings.Contains(text, "medtop") {
			t.Errorf("a value stands in the statement: %s", text)
		}
	}
}

func TestTheShardOfAMonth(t *testing.T) {
	s := Store{Shards: []Shard{{From: "2026-07"}, {From: "2026-01"}, {From: "0000-00"}}}
	for seen, want := range map[string]string{"2026-07-01T00:00:00Z": "2026-07", "2026-06-30T23:59:59Z": "2026-01", "2025-12-31T00:00:00Z": "0000-00"} {
		if got := s.shardOf(seen).From; got != want {
			t.Errorf("%s is written to the shard from %s, want %s", seen, got, want)
		}
	}
}
