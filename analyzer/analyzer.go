// Package analyzer finds the names, topics, keyphrases and earlier copies of a news
// article. Analyze is the map of the house: its stages stand in the order they run.
package analyzer
