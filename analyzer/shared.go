package analyzer

import (
	"slugline/analyzer/archive"
	"slugline/analyzer/article"
	"slugline/analyzer/dedup"
)

// What an archive that many share needs: it lies in a database, which finds the articles
// to compare with by their anchors. Each comparison is with those alone, in an archive
// made for it.

// Anchors returns what an article is to be found by, and what it finds others by; see
// dedup.Comparer.Anchors.
func Anchors(in Input) (own, lookups []uint64) {
	source, _ := shorten(in.Text)
	story := article.Parse(in.Title, source)
	return dedup.New().Anchors(&story.Doc)
}

// Article returns the article found last as the archive would keep it, and what it shares
// text with.
func (p *Past) Article() (*archive.Article, []dedup.Match) {
	return p.comparer.Article(p.doc, p.meta, p.matches), p.matches
}
