// Package store keeps the articles of a newsroom in SQLite databases: on Cloudflare those
// of D1, in tests any. wasm/edge/migrations has the tables.
//
// Months are shards: each is written to the database that the shard map names for it, and
// reads ask every database, the newest first. Nothing relies on transactions, which D1's
// driver does not have: a statement on the view "incoming" or the table "audit" does, with
// its triggers, all there is to do, or nothing.
//
// Traps of that driver, kept in mind throughout: whole numbers bind as floating point (so
// hashes and identifiers are text), a time.Time panics (times are RFC 3339 text), and a
// statement takes a hundred parameters (lists are one JSON parameter, read by json_each).
package store

import (
	"context"
	"database/sql"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"slugline/wasm/edge/engine"
)

// Shard is one database.
type Shard struct {
	From string // the first month that is written to it, "2026-01"
	DB   *sql.DB
}

// Store is the archive. Shards stand newest first.
type Store struct{ Shards []Shard }

// Article is one article as it is kept.
type Article struct {
	Summary
	Digest      string
	Record      []byte
	Corrections string // JSON
}

// Summary is an article in a list.
type Summary struct {
	ID     string   `json:"id"`
	Title  string   `json:"title"`
	Seen   string   `json:"firstSeen"`
	Story  string   `json:"story"`
	Words  int      `json:"words"`
	Names  []string `json:"names"`
	Topics []string `json:"topics"`
	seq    int64
}

// Known says what is already there of an article that is about to be added.
type Known struct {
	RequestDigest, RequestID string // what was posted under the idempotency key
	SameID                   string // of the article with the same content
	TakenDigest              string // of the article that has the identifier
}

// ErrThere is the error of Add where somebody else was faster.
var ErrThere = errors.New("the article is there already")

// Look finds out in one query a shard.
func (s *Store) Look(ctx context.Context, request, digest, id string) (k Known, err error) {
	for _, shard := range s.Shards {
		rows, err := shard.DB.QueryContext(ctx, `SELECT 'request', digest, id FROM requests WHERE key = ?1
			UNION ALL SELECT 'digest', digest, id FROM articles WHERE digest = ?2
			UNION ALL SELECT 'id', digest, id FROM articles WHERE id = ?3`, request, digest, id)
		if err != nil {
			return k, err
		}
		for rows.Next() {
			var what, digest, id string
			if err = rows.Scan(&what, &digest, &id); err != nil {
				break
			}
			switch what {
			case "request":
				k.RequestDigest, k.RequestID = digest, id
			case "digest":
				k.SameID = id
			case "id":
				k.TakenDigest = digest
			}
		}
		if err = errors.Join(err, rows.Err(), rows.Close()); err != nil {
			return k, err
		}
	}
	return k, nil
}

// packed is a record, read from a column as hexadecimal digits: bytes come from D1 as a JSON
// list of numbers, which takes an isolate five times the memory.
type packed []byte

// Scan reads a column; its error says that the digits are none.
func (p *packed) Scan(column any) (err error) {
	digits, _ := column.(string)
	*p, err = hex.DecodeString(digits)
	return err
}

// Add adds an article to the shard of its month. request is its idempotency key, or "".
func (s *Store) Add(ctx context.Context, a *Article, r *engine.Relation, source, request string) error {
	lower := make([]string, len(r.Names))
	for i, n := range r.Names {
		lower[i] = strings.ToLower(n)
	}
	_, err := s.shardOf(a.Seen).DB.ExecContext(ctx, `INSERT INTO incoming
		(id, digest, seen, story, title, words, source, record, corrections, anchors, names, keys, topics, joined, request)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		a.ID, a.Digest, a.Seen, a.Story, a.Title, a.Words, source, a.Record, a.Corrections, r.Anchors,
		list(a.Names), list(lower), list(a.Topics), list(r.Joined), request)
	if err != nil && strings.Contains(err.Error(), "UNIQUE") {
		return ErrThere
	}
	return err
}

func (s *Store) shardOf(seen string) Shard {
	for _, shard := range s.Shards {
		if seen >= shard.From {
			return shard
		}
	}
	return s.Shards[len(s.Shards)-1]
}

// Get returns an article, or nil.
func (s *Store) Get(ctx context.Context, id string) (*Article, error) {
	for _, shard := range s.Shards {
		a := &Article{}
		var names, topics string
		err := shard.DB.QueryRowContext(ctx, `SELECT id, title, seen, story, words, names, topics, digest, hex(record), corrections
			FROM articles JOIN contents USING (seq) WHERE id = ?`, id).
			Scan(&a.ID, &a.Title, &a.Seen, &a.Story, &a.Words, &names, &topics, &a.Digest, (*packed)(&a.Record), &a.Corrections)
		if errors.Is(err, sql.ErrNoRows) {
			continue
		}
		if err != nil {
			return nil, err
		}
		return a, a.lists(names, topics)
	}
	return nil, nil
}

func (m *Summary) lists(names, topics string) error {
	return errors.Join(json.Unmarshal([]byte(names), &m.Names), json.Unmarshal([]byte(topics), &m.Topics))
}

// Delete removes an article and notes who did it. It reports whether it was there.
func (s *Store) Delete(ctx context.Context, id, who, at string) (bool, error) {
	for _, shard := range s.Shards {
		var n int
		if err := shard.DB.QueryRowContext(ctx, `SELECT count(*) FROM articles WHERE id = ?`, id).Scan(&n); err != nil {
			return false, err
		}
		if n == 0 {
			continue
		}
		_, err := shard.DB.ExecContext(ctx, `INSERT INTO audit (at, who, action, article) VALUES (?, ?, 'delete', ?)`, at, who, id)
		return err == nil, err
	}
	return false, nil
}

// Expire removes up to limit articles of each shard that were first seen before a time,
// and the idempotency keys of before another. It returns how many articles.
func (s *Store) Expire(ctx context.Context, before, keysBefore, at string, limit int) (removed int, err error) {
	for _, shard := range s.Shards {
		var n int
		if err := shard.DB.QueryRowContext(ctx, `SELECT count(*) FROM (SELECT 1 FROM articles WHERE seen < ? LIMIT ?)`, before, limit).Scan(&n); err != nil {
			return removed, err
		}
		if n > 0 {
			if _, err := shard.DB.ExecContext(ctx, `INSERT INTO audit (at, who, action, article)
				SELECT ?, 'retention', 'expire', id FROM articles WHERE seen < ? ORDER BY seen LIMIT ?`, at, before, limit); err != nil {
				return removed, err
			}
		}
		removed += n
		if _, err := shard.DB.ExecContext(ctx, `DELETE FROM requests WHERE key IN (SELECT key FROM requests WHERE at < ? LIMIT 5000)`, keysBefore); err != nil {
			return removed, err
		}
	}
	return removed, nil
}

// Ready asks every shard for nothing, to see whether it answers and has its tables.
func (s *Store) Ready(ctx context.Context) error {
	for _, shard := range s.Shards {
		var n int
		if err := shard.DB.QueryRowContext(ctx, `SELECT count(*) FROM (SELECT 1 FROM search LIMIT 1)`).Scan(&n); err != nil {
			return fmt.Errorf("shard from %s: %w", shard.From, err)
		}
	}
	return nil
}

func list(values []string) string {
	if len(values) == 0 {
		return "[]"
	}
	b, _ := json.Marshal(values) // strings always marshal
	return string(b)
}
