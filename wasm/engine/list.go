package main

import (
	"slugline/analyzer/dedup"
	"slugline/wasm/reactor"
)

// Listing what an archive holds.
//
//	stories  least → list of the stories with at least so many articles, largest first: each a
//	         list of numbers, earliest article first. Numbers hold until the next add, delete or flush.
//	articles list of numbers → names of files that are needed first; where there are none, a list of
//	         (id, title, when (RFC 3339), words); id and title are empty where the text is damaged
const (
	opStories  = 29
	opArticles = 30
)

// listOp carries out the operations of this file.
func (e *engine) listOp(op int32, in *reactor.Frame, out []byte) ([]byte, error) {
	switch op {
	case opStories:
		least := int(in.Uint())
		stories := e.past.Archive.Stories()
		n := 0
		for n < len(stories) && len(stories[n]) >= least {
			n++
		}
		out = reactor.AppendUint(out, uint32(n))
		for _, docs := range stories[:n] {
			out = reactor.AppendUint(out, uint32(len(docs)))
			for _, doc := range docs {
				out = reactor.AppendUint(out, doc)
			}
		}
		return out, in.Err()
	case opArticles:
		docs := make([]uint32, in.Count(4))
		for i := range docs {
			if docs[i] = in.Uint(); int(docs[i]) >= e.past.Archive.Articles() {
				return nil, errNoArticle
			}
		}
		if err := in.Err(); err != nil {
			return nil, err
		}
		return e.listArticles(docs, out), nil
	}
	return nil, reactor.ErrOperation
}

// listArticles appends what a list shows of articles, or the names of the files it needs.
func (e *engine) listArticles(docs []uint32, out []byte) []byte {
	if missing := e.past.Archive.Missing(docs); len(missing) > 0 {
		return appendNames(out, missing[:1]) // one at a time: all at once may not fit into memory
	}
	out = reactor.AppendUint(appendNames(out, nil), uint32(len(docs)))
	for _, doc := range docs {
		id, title := "", ""
		if p := e.past.Archive.Article(doc); p != nil {
			id, title = p.ID, p.Title
		}
		row := e.past.Archive.Row(doc)
		out = reactor.AppendString(reactor.AppendString(out, id), title)
		out = reactor.AppendUint(reactor.AppendString(out, dedup.FormatTime(row.FirstSeen)), uint32(row.Words))
	}
	return out
}
