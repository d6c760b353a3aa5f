-- What came in, and what was read from it. Bytes and sightings are never deleted; articles and revisions can be made
-- again from the bytes. Moments are ISO texts. A path that is no UTF-8 is a BLOB of its very bytes.
-- Every column that refers to a row needs an index: while a reference made earlier in a transaction is still open,
-- SQLite looks for it at each row it inserts, and without the index it reads the whole table each time.

CREATE TABLE runs (
    id INTEGER PRIMARY KEY,
    started TEXT NOT NULL,
    finished TEXT, -- NULL while it runs, or when it was cut off
    version TEXT NOT NULL -- of shilu
);

CREATE TABLE sources (
    id INTEGER PRIMARY KEY,
    location TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL, -- file, folder or git
    added TEXT NOT NULL
);

CREATE TABLE snapshots (
    id INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL UNIQUE,
    size INTEGER NOT NULL,
    first_seen TEXT NOT NULL,
    at TEXT NOT NULL, -- collected, else committed, else published, else first seen: what revisions are ordered by
    revision INTEGER NOT NULL REFERENCES revisions (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX snapshots_revision ON snapshots (revision);

-- Apart from their snapshots, so that tables stay quick to browse.
CREATE TABLE snapshot_bytes (
    snapshot INTEGER PRIMARY KEY REFERENCES snapshots (id),
    compression TEXT NOT NULL DEFAULT 'zstd',
    bytes BLOB NOT NULL
);

CREATE TABLE sightings (
    source INTEGER NOT NULL REFERENCES sources (id),
    path TEXT NOT NULL,
    snapshot INTEGER NOT NULL REFERENCES snapshots (id),
    commit_id TEXT,
    committed TEXT,
    presence TEXT NOT NULL CHECK (presence IN ('head', 'history', 'deleted')),
    run INTEGER NOT NULL REFERENCES runs (id), -- the last that saw it
    PRIMARY KEY (source, path, snapshot)
) WITHOUT ROWID;
CREATE INDEX sightings_snapshot ON sightings (snapshot);
CREATE INDEX sightings_present ON sightings (source, run) WHERE presence = 'head';

CREATE TABLE articles (
    id TEXT PRIMARY KEY,
    url TEXT,
    outlet TEXT NOT NULL,
    title TEXT NOT NULL,
    published TEXT,
    published_precision TEXT,
    published_from TEXT,
    collected TEXT,
    language TEXT NOT NULL,
    script TEXT NOT NULL,
    place TEXT, -- of the dateline
    characters INTEGER NOT NULL, -- of the body
    reader TEXT NOT NULL, -- of the current revision
    presence TEXT NOT NULL, -- head where any source still shows it
    revisions INTEGER NOT NULL, -- how many there are
    revision INTEGER NOT NULL REFERENCES revisions (id) DEFERRABLE INITIALLY DEFERRED, -- the current one
    changed INTEGER NOT NULL UNIQUE -- rises with every change of any article: derived stores catch up by it
);
CREATE INDEX articles_published ON articles (published);
CREATE INDEX articles_outlet ON articles (outlet, published);
CREATE INDEX articles_url ON articles (url);
CREATE INDEX articles_revision ON articles (revision);

-- One text of an article. Snapshots that differ only in what is around it (time of capture, file name) share one.
CREATE TABLE revisions (
    id INTEGER PRIMARY KEY,
    article TEXT NOT NULL REFERENCES articles (id) DEFERRABLE INITIALLY DEFERRED,
    number INTEGER NOT NULL, -- from 1, oldest first; may change when older snapshots arrive
    content TEXT NOT NULL, -- digest of title and blocks
    snapshot INTEGER NOT NULL REFERENCES snapshots (id) DEFERRABLE INITIALLY DEFERRED, -- its earliest
    reader TEXT NOT NULL, -- outlet reader and version
    record TEXT NOT NULL, -- the article as JSON, read from that snapshot by that reader
    UNIQUE (article, content)
);
CREATE INDEX revisions_snapshot ON revisions (snapshot);

CREATE TABLE problems (
    snapshot INTEGER NOT NULL REFERENCES snapshots (id),
    article TEXT NOT NULL REFERENCES articles (id) DEFERRABLE INITIALLY DEFERRED,
    field TEXT NOT NULL,
    code TEXT NOT NULL,
    evidence TEXT NOT NULL
);
CREATE INDEX problems_article ON problems (article);
CREATE INDEX problems_snapshot ON problems (snapshot);
CREATE INDEX problems_code ON problems (code);

-- Files of a source that gave no snapshot.
CREATE TABLE unread (
    source INTEGER NOT NULL REFERENCES sources (id),
    path TEXT NOT NULL,
    code TEXT NOT NULL,
    evidence TEXT NOT NULL,
    run INTEGER NOT NULL REFERENCES runs (id),
    PRIMARY KEY (source, path, code, evidence)
) WITHOUT ROWID;

-- What was read out of an article's current revision; tables of mentions, quotations and events are derived from it.
-- They, too, refer to articles ON DELETE CASCADE: an article goes where its snapshots are read as another's.
CREATE TABLE readings (
    article TEXT PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    revision INTEGER NOT NULL REFERENCES revisions (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    reader TEXT NOT NULL, -- version of the reading steps
    learned TEXT, -- state of what was learned that they made use of
    record TEXT NOT NULL, -- the reading as JSON
    words BLOB NOT NULL -- its words that name something, compressed by Zstandard
);
CREATE INDEX readings_revision ON readings (revision);

CREATE VIEW article_paths AS
SELECT
    revisions.article,
    revisions.number AS revision,
    sources.location AS source,
    sightings.path,
    sightings.presence,
    sightings.commit_id,
    sightings.committed,
    snapshots.sha256
FROM sightings
JOIN snapshots ON snapshots.id = sightings.snapshot
JOIN revisions ON revisions.id = snapshots.revision
JOIN sources ON sources.id = sightings.source;

CREATE VIEW article_blocks AS
SELECT
    articles.id AS article,
    json_each.key AS block,
    json_extract(json_each.value, '$.kind') AS kind,
    json_extract(json_each.value, '$.text') AS text
FROM articles
JOIN revisions ON revisions.id = articles.revision
JOIN json_each(revisions.record, '$.blocks');

CREATE VIEW article_credits AS
SELECT
    articles.id AS article,
    json_extract(json_each.value, '$.role') AS role,
    json_extract(json_each.value, '$.name') AS name
FROM articles
JOIN revisions ON revisions.id = articles.revision
JOIN json_each(revisions.record, '$.credits');

CREATE VIEW outlets AS
SELECT
    outlet,
    count(*) AS articles,
    sum(revisions > 1) AS revised,
    min(published) AS first_published,
    max(published) AS last_published
FROM articles
GROUP BY outlet;

CREATE VIEW months AS
SELECT substr(published, 1, 7) AS month, count(*) AS articles
FROM articles
GROUP BY month;

CREATE VIEW problem_codes AS
SELECT field, code, count(*) AS snapshots, count(DISTINCT article) AS articles
FROM problems
GROUP BY field, code;
