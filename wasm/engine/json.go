package main

import (
	"errors"

	"slugline/analyzer"
	"slugline/analyzer/export"
)

var errFormat = errors.New("There is no such format. Choose json, ninjs, jsonld, superdesk, csv or html.")

// write appends the analysis in a format.
func write(dst []byte, format string, a *analyzer.Analysis) ([]byte, error) {
	if format != "json" {
		return nil, errFormat
	}
	return export.JSON(dst, a), nil
}
