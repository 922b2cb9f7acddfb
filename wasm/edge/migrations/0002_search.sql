-- Words of titles and names, to search by. The index keeps no text of its own.

CREATE VIRTUAL TABLE search USING fts5(title, names, content = '', contentless_delete = 1);

INSERT INTO search (rowid, title, names) SELECT seq, title, names FROM articles JOIN contents USING (seq);

CREATE TRIGGER contents_insert AFTER INSERT ON contents BEGIN
  INSERT INTO search (rowid, title, names) SELECT seq, title, NEW.names FROM articles WHERE seq = NEW.seq;
END;

CREATE TRIGGER contents_delete AFTER DELETE ON contents BEGIN
  DELETE FROM search WHERE rowid = OLD.seq;
END;
