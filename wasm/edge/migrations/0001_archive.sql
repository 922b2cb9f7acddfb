-- The archive of a newsroom, as articles in rows. One statement adds an article (insert into
-- "incoming") and one removes it (insert into "audit"): D1's driver has no transactions, but
-- a statement and its triggers are one, so there is never half an article.

CREATE TABLE articles (
  seq    INTEGER PRIMARY KEY AUTOINCREMENT, -- order of arrival in this database
  id     TEXT NOT NULL UNIQUE,
  digest TEXT NOT NULL UNIQUE,              -- SHA-256 of title and text, hexadecimal
  seen   TEXT NOT NULL,                     -- RFC 3339, UTC
  story  TEXT NOT NULL,                     -- 16 hexadecimal digits
  title  TEXT NOT NULL,
  words  INTEGER NOT NULL,
  source TEXT NOT NULL                      -- the token that added it, by name
);
CREATE INDEX articles_seen ON articles (seen);
CREATE INDEX articles_story ON articles (story, seq);

-- What only a comparison or one article's page needs. JSON lists are those of the tables below.
CREATE TABLE contents (
  seq         INTEGER PRIMARY KEY,
  record      BLOB NOT NULL,                -- analyzer/archive/record.go
  corrections TEXT NOT NULL,                -- JSON, as they were posted
  anchors     TEXT NOT NULL,
  names       TEXT NOT NULL,                -- as they are written
  keys        TEXT NOT NULL,                -- in small letters
  topics      TEXT NOT NULL
);

-- Anchors are 48 bits in eight characters of base 64: analyzer/dedup/anchor.go.
CREATE TABLE anchors (hash TEXT NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY (hash, seq)) WITHOUT ROWID;
CREATE TABLE names (name TEXT NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY (name, seq)) WITHOUT ROWID;
CREATE TABLE topics (topic TEXT NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY (topic, seq)) WITHOUT ROWID;

-- Stories that an article proved to be one: the first is now called the second.
CREATE TABLE joins (story TEXT NOT NULL PRIMARY KEY, now TEXT NOT NULL) WITHOUT ROWID;

-- Idempotency keys, with what was asked under them.
CREATE TABLE requests (key TEXT NOT NULL PRIMARY KEY, digest TEXT NOT NULL, id TEXT NOT NULL, at TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE audit (
  at      TEXT NOT NULL,
  who     TEXT NOT NULL,
  action  TEXT NOT NULL CHECK (action IN ('delete', 'expire')),
  article TEXT NOT NULL
);
CREATE INDEX audit_at ON audit (at);

CREATE VIEW incoming AS
  SELECT id, digest, seen, story, title, words, source, record, corrections, anchors, names, keys, topics,
    '' AS joined, '' AS request
  FROM articles JOIN contents USING (seq);

CREATE TRIGGER incoming_insert INSTEAD OF INSERT ON incoming BEGIN
  INSERT INTO articles (id, digest, seen, story, title, words, source)
    VALUES (NEW.id, NEW.digest, NEW.seen, NEW.story, NEW.title, NEW.words, NEW.source);
  INSERT INTO contents (seq, record, corrections, anchors, names, keys, topics)
    SELECT seq, NEW.record, NEW.corrections, NEW.anchors, NEW.names, NEW.keys, NEW.topics FROM articles WHERE id = NEW.id;
  INSERT OR IGNORE INTO anchors (hash, seq)
    SELECT j.value, a.seq FROM articles a, json_each(NEW.anchors) j WHERE a.id = NEW.id;
  INSERT OR IGNORE INTO names (name, seq)
    SELECT j.value, a.seq FROM articles a, json_each(NEW.keys) j WHERE a.id = NEW.id;
  INSERT OR IGNORE INTO topics (topic, seq)
    SELECT j.value, a.seq FROM articles a, json_each(NEW.topics) j WHERE a.id = NEW.id;
  UPDATE joins SET now = NEW.story WHERE now IN (SELECT value FROM json_each(NEW.joined));
  INSERT OR REPLACE INTO joins (story, now) SELECT value, NEW.story FROM json_each(NEW.joined) WHERE value <> NEW.story;
  UPDATE articles SET story = NEW.story WHERE story IN (SELECT value FROM json_each(NEW.joined));
  INSERT INTO requests (key, digest, id, at) SELECT NEW.request, NEW.digest, NEW.id, NEW.seen WHERE NEW.request <> '';
END;

CREATE TRIGGER articles_delete BEFORE DELETE ON articles BEGIN
  DELETE FROM anchors WHERE seq = OLD.seq AND hash IN (SELECT j.value FROM contents c, json_each(c.anchors) j WHERE c.seq = OLD.seq);
  DELETE FROM names WHERE seq = OLD.seq AND name IN (SELECT j.value FROM contents c, json_each(c.keys) j WHERE c.seq = OLD.seq);
  DELETE FROM topics WHERE seq = OLD.seq AND topic IN (SELECT j.value FROM contents c, json_each(c.topics) j WHERE c.seq = OLD.seq);
  DELETE FROM contents WHERE seq = OLD.seq;
END;

CREATE TRIGGER audit_delete AFTER INSERT ON audit BEGIN
  DELETE FROM articles WHERE id = NEW.article;
END;
