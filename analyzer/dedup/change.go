package dedup

import "slugline/analyzer/text"

// changes lists where the two versions differ.
func (c *Comparer) changes(f *finding, verdict string) []Change {
	var out []Change
	if verdict != Near && verdict != Updated && verdict != Contains {
		return nil
	}
	b := c.there.words
	for _, g := range f.gaps {
		if g.a0 == g.a1 || g.b0 == g.b1 {
			continue
		}
		k := Change{Kind: "wording", HereSpan: bytesOf(c.words[g.a0:g.a1]), ThereSpan: bytesOf(b[g.b0:g.b1])}
		k.Here, k.There = k.HereSpan.Of(c.source), k.ThereSpan.Of(c.there.article.Source)
		switch {
		case has(c.words[g.a0:g.a1], figure|spelled) && has(b[g.b0:g.b1], figure|spelled):
			k.Kind = "figure"
		case has(c.words[g.a0:g.a1], capital) && has(b[g.b0:g.b1], capital):
			k.Kind = "name"
		}
		out = append(out, k)
	}
	return out
}

func bytesOf(w []word) text.Span {
	return text.Span{Start: int(w[0].start), End: int(w[len(w)-1].end)}
}

func has(ws []word, flag uint8) bool {
	for _, w := range ws {
		if w.flags&flag != 0 {
			return true
		}
	}
	return false
}
