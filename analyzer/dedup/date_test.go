package dedup

import (
	"testing"
	"time"
)

// Package time is the oracle: every day from 1600 to 2400 and times of all kinds.
func TestTimesAreThoseOfPackageTime(t *testing.T) {
	for at := time.Date(1600, 1, 1, 7, 8, 9, 0, time.UTC); at.Year() < 2400; at = at.Add(31*time.Hour + 17*time.Second) {
		want := at.Format(time.RFC3339)
		if got := FormatTime(at.Unix()); got != want {
			t.Fatalf("FormatTime(%d) is %s, should be %s", at.Unix(), got, want)
		}
		if got, ok := ParseTime(want); !ok || got != at.Unix() {
			t.Fatalf("ParseTime(%s) is %d, %v, should be %d", want, got, ok, at.Unix())
		}
	}
	for _, s := range []string{
		"2026-11-24T09:00:00Z", "2026-11-24t09:00:00z", "2026-11-24T09:00:00.123456Z", "2026-11-24T09:00:00+05:30", "2026-02-28T23:59:59-11:00",
		"", "yesterday", "2026-11-24", "2026-11-24T09:00:00", "2026-13-24T09:00:00Z", "2026-02-30T09:00:00Z", "2026-11-24T25:00:00Z",
		"2026-11-24T09:00:00+0530", "2026-11-24T09:00:00Zoo", "26-11-24T09:00:00Z",
	} {
		want, err := time.Parse(time.RFC3339, s)
		got, ok := ParseTime(s)
		if s == "2026-11-24t09:00:00z" { // RFC 3339 allows small letters, package time does not
			want, err = time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC), nil
		}
		if ok != (err == nil) || ok && got != want.Unix() {
			t.Errorf("ParseTime(%q) is %d, %v; should be %d, %v", s, got, ok, want.Unix(), err)
		}
	}
}
