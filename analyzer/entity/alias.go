package entity

import (
	"strings"
)

// known returns the number of the well-known thing that a form names, 0 for none.
func known(low []string) int {
	if len(low) > 4 {
		return 0
	}
	switch strings.Join(low, " ") {
	case "us", "usa", "united states", "united states of america", "america":
		return 1
	case "uk", "united kingdom", "britain", "great britain":
		return 2
	case "uae", "united arab emirates", "emirates":
		return 3
	case "un", "united nations":
		return 4
	case "eu", "european union":
		return 5
	}
	return 0
}
