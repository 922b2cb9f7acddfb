package store

import (
	"cmp"
	"context"
	"encoding/base64"
	"errors"
	"slices"
	"strconv"
	"strings"

	"slugline/wasm/edge/engine"
)

// This file finds articles: by what they share with another, by what they are about.

const (
	mostCandidates = 24      // articles that the engine aligns
	mostRecords    = 1 << 20 // bytes of their records together, packed; the least alike go first
	mostHolders    = 64      // articles of one anchor that are looked at, the newest: what more hold is a set phrase
)

// candidates is one query: the anchors that are there, the articles that hold them, each
// anchor weighing less the more articles hold it, and the best of those with their records.
const candidates = `WITH hits AS (
	SELECT a.hash, a.seq FROM json_each(?1) j CROSS JOIN anchors a ON a.hash = j.value
	WHERE a.seq >= coalesce((SELECT b.seq FROM anchors b WHERE b.hash = j.value ORDER BY b.seq DESC LIMIT 1 OFFSET ?2), 0)
), holders AS (SELECT hash, count(*) AS n FROM hits GROUP BY hash),
best AS (SELECT seq, sum(1.0 / n) AS weight, count(*) AS shared FROM hits JOIN holders USING (hash) GROUP BY seq ORDER BY weight DESC, seq LIMIT ?3)
SELECT weight, shared, json_array_length(anchors), seq, id, title, seen, words, story, hex(record)
	FROM best CROSS JOIN articles USING (seq) CROSS JOIN contents USING (seq) ORDER BY seq`

// Candidate is an article that holds anchors of another.
type Candidate struct {
	engine.Candidate
	ID, Title, Seen string
	Words           int
	Shared, Anchors int // of its anchors, how many the other has too
	weight          float64
	shard, seq      int64
}

// Candidates returns the articles that hold most of the anchors (a JSON list), in the order
// in which they arrived.
func (s *Store) Candidates(ctx context.Context, anchors string) ([]Candidate, error) {
	var all []Candidate
	for i := range s.Shards {
		rows, err := s.Shards[len(s.Shards)-1-i].DB.QueryContext(ctx, candidates, anchors, mostHolders-1, mostCandidates)
		if err != nil {
			return nil, err
		}
		for rows.Next() {
			f := Candidate{shard: int64(i)}
			if err = rows.Scan(&f.weight, &f.Shared, &f.Anchors, &f.seq, &f.ID, &f.Title, &f.Seen, &f.Words, &f.Story, (*packed)(&f.Record)); err != nil {
				break
			}
			all = append(all, f)
		}
		if err = errors.Join(err, rows.Err(), rows.Close()); err != nil {
			return nil, err
		}
	}
	slices.SortStableFunc(all, func(x, y Candidate) int { return cmp.Compare(y.weight, x.weight) })
	size, n := 0, 0
	for n < min(len(all), mostCandidates) && size+len(all[n].Record) <= mostRecords {
		size += len(all[n].Record)
		n++
	}
	all = all[:n]
	slices.SortFunc(all, func(x, y Candidate) int { return cmp.Or(cmp.Compare(x.shard, y.shard), cmp.Compare(x.seq, y.seq)) })
	return all, nil
}

// Query says which articles a list is of. Empty fields leave nothing out.
type Query struct {
	Words  string // all in the title or among the names
	Entity string // a name, in any case
	Topic  string // "medtop:20000639"
	After  string // first seen then or later, RFC 3339
	Story  []string
	Cursor string
	Limit  int
}

// ErrCursor is the error of List for a cursor that it did not give.
var ErrCursor = errors.New("this cursor was not given by this archive")

// List returns articles, newest first, and the cursor of the next page, "" after the last.
func (s *Store) List(ctx context.Context, q Query) (page []Summary, next string, err error) {
	at, before, err := readCursor(q.Cursor, len(s.Shards))
	if err != nil {
		return nil, "", err
	}
	page = []Summary{}
	for ; at < len(s.Shards); at, before = at+1, 1<<53-1 {
		text, args := q.sql(before, q.Limit-len(page)+1)
		rows, err := s.Shards[at].DB.QueryContext(ctx, text, args...)
		if err != nil {
			return nil, "", err
		}
		for rows.Next() {
			var m Summary
			var names, topics string
			if err = rows.Scan(&m.seq, &m.ID, &m.Title, &m.Seen, &m.Story, &m.Words, &names, &topics); err == nil {
				err = m.lists(names, topics)
			}
			if err != nil {
				break
			}
			if len(page) == q.Limit {
				next = makeCursor(at, before)
				break
			}
			page, before = append(page, m), m.seq
		}
		if err = errors.Join(err, rows.Err(), rows.Close()); err != nil {
			return nil, "", err
		}
		if next != "" {
			return page, next, nil
		}
		if len(page) == q.Limit && at+1 < len(s.Shards) {
			return page, makeCursor(at+1, 1<<53-1), nil
		}
	}
	return page, "", nil
}

// sql starts from the narrowest of what is asked for, in an index that is in the order of
// the list, so that a page costs about as many rows as it has.
func (q *Query) sql(before int64, limit int) (text string, args []any) {
	from, where := "articles a", []string{}
	take := func(condition string, values ...any) {
		where, args = append(where, condition), append(args, values...)
	}
	seq := "a.seq"
	switch {
	case len(q.Story) > 0:
		take("a.story IN (SELECT value FROM json_each(?))", list(q.Story))
	case q.Entity != "":
		from, seq = "names n CROSS JOIN articles a ON a.seq = n.seq", "n.seq"
		take("n.name = ?", strings.ToLower(q.Entity))
	case q.Topic != "":
		from, seq = "topics t CROSS JOIN articles a ON a.seq = t.seq", "t.seq"
		take("t.topic = ?", q.Topic)
	case q.Words != "":
		from, seq = "search s CROSS JOIN articles a ON a.seq = s.rowid", "s.rowid"
		take("search MATCH ?", phrase(q.Words))
	}
	take(seq+" < ?", before)
	if q.Topic != "" && q.Entity != "" {
		take("EXISTS (SELECT 1 FROM topics t WHERE t.topic = ? AND t.seq = a.seq)", q.Topic)
	}
	if q.Words != "" && seq != "s.rowid" {
		take("a.seq IN (SELECT rowid FROM search WHERE search MATCH ?)", phrase(q.Words))
	}
	if q.After != "" {
		take(seq+" >= coalesce((SELECT seq FROM articles WHERE seen >= ? ORDER BY seen LIMIT 1), 1e15)", q.After)
	}
	return "SELECT a.seq, a.id, a.title, a.seen, a.story, a.words, c.names, c.topics FROM " + from +
		" JOIN contents c ON c.seq = a.seq WHERE " + strings.Join(where, " AND ") +
		" ORDER BY " + seq + " DESC LIMIT " + strconv.Itoa(limit), args
}

// phrase quotes words for FTS5, whose own operators mean nothing here.
func phrase(words string) string {
	var quoted []string
	for _, w := range strings.Fields(words) {
		quoted = append(quoted, `"`+strings.ReplaceAll(w, `"`, `""`)+`"`)
	}
	return strings.Join(quoted, " ")
}

// Names returns all names that a story has had.
func (s *Store) Names(ctx context.Context, story string) ([]string, error) {
	names := []string{story}
	for _, shard := range s.Shards {
		rows, err := shard.DB.QueryContext(ctx, `SELECT now FROM joins WHERE story = ?1 UNION SELECT story FROM joins
			WHERE now = ?1 OR now IN (SELECT now FROM joins WHERE story = ?1)`, story)
		if err != nil {
			return nil, err
		}
		for rows.Next() {
			var name string
			if err = rows.Scan(&name); err != nil {
				break
			}
			names = append(names, name)
		}
		if err = errors.Join(err, rows.Err(), rows.Close()); err != nil {
			return nil, err
		}
	}
	return names, nil
}

// some are the next records: up to 64, the last of which begins within the first 256 KB.
const some = `SELECT seq, hex(record) FROM (
	SELECT seq, record, sum(length(record)) OVER (ORDER BY seq) - length(record) AS before
	FROM (SELECT seq, record FROM contents WHERE seq > ? ORDER BY seq LIMIT 64)
) WHERE before < 262144 ORDER BY seq`

// Records calls f with the records of all articles, oldest first, some at a time.
func (s *Store) Records(ctx context.Context, f func(records [][]byte) error) error {
	for i := range s.Shards {
		db := s.Shards[len(s.Shards)-1-i].DB
		for after := int64(0); ; {
			rows, err := db.QueryContext(ctx, some, after)
			if err != nil {
				return err
			}
			var records [][]byte
			for rows.Next() {
				var record []byte
				if err = rows.Scan(&after, (*packed)(&record)); err != nil {
					break
				}
				records = append(records, record)
			}
			if err = errors.Join(err, rows.Err(), rows.Close()); err != nil {
				return err
			}
			if len(records) == 0 {
				break
			}
			if err := f(records); err != nil {
				return err
			}
		}
	}
	return nil
}

func makeCursor(shard int, before int64) string {
	return base64.RawURLEncoding.EncodeToString([]byte(strconv.Itoa(shard) + "." + strconv.FormatInt(before, 10)))
}

func readCursor(cursor string, shards int) (shard int, before int64, err error) {
	if cursor == "" {
		return 0, 1<<53 - 1, nil
	}
	b, err := base64.RawURLEncoding.DecodeString(cursor)
	first, second, ok := strings.Cut(string(b), ".")
	shard, err1 := strconv.Atoi(first)
	before, err2 := strconv.ParseInt(second, 10, 64)
	if !ok || errors.Join(err, err1, err2) != nil || shard < 0 || shard >= shards || before < 0 || before >= 1<<53 {
		return 0, 0, ErrCursor
	}
	return shard, before, nil
}
