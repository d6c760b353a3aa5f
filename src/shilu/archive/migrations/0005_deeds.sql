-- What the chronicle compares: one line for each event that can enter it. Tellings of different blocks are never one
-- deed, so an update groups only the blocks in which something was told, changed or taken back.

CREATE TABLE tellings (
    article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    number INTEGER NOT NULL, -- of the event within its article
    block TEXT NOT NULL,
    record TEXT NOT NULL, -- the telling as JSON
    PRIMARY KEY (article, number)
) WITHOUT ROWID;
CREATE INDEX tellings_block ON tellings (block);

ALTER TABLE entries ADD COLUMN block TEXT NOT NULL DEFAULT '';
CREATE INDEX entries_block ON entries (block);

-- Blocks to group again. Triggers fill it, so that a deleted article is not forgotten.
CREATE TABLE stale_blocks (
    block TEXT PRIMARY KEY
) WITHOUT ROWID;

CREATE TRIGGER telling_added AFTER INSERT ON tellings BEGIN
    INSERT OR IGNORE INTO stale_blocks VALUES (new.block);
END;
CREATE TRIGGER telling_gone AFTER DELETE ON tellings BEGIN
    INSERT OR IGNORE INTO stale_blocks VALUES (old.block);
END;
