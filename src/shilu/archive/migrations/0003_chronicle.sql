-- The chronicle: derived from the events of all readings, and made again from them at any time.

CREATE TABLE entries (
    id TEXT PRIMARY KEY,
    type TEXT NOT NULL,
    form TEXT,
    mode TEXT,
    status TEXT NOT NULL,
    date TEXT, -- the best one, of its own precision; NULL where no account gives any
    place TEXT,
    sources INTEGER NOT NULL, -- independent ones: a wire service behind several outlets counts once
    outlets INTEGER NOT NULL,
    articles INTEGER NOT NULL,
    discrepancies INTEGER NOT NULL,
    first_reported TEXT NOT NULL,
    record TEXT NOT NULL -- the entry as JSON, with every telling
);
CREATE INDEX entries_date ON entries (date);

CREATE TABLE entry_parties (
    entry TEXT NOT NULL REFERENCES entries (id) ON DELETE CASCADE,
    party TEXT NOT NULL, -- id of a person, organisation or place
    name TEXT NOT NULL,
    PRIMARY KEY (entry, party)
) WITHOUT ROWID;
CREATE INDEX entry_parties_party ON entry_parties (party);

CREATE TABLE entry_articles (
    entry TEXT NOT NULL REFERENCES entries (id) ON DELETE CASCADE,
    article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (entry, article)
) WITHOUT ROWID;
CREATE INDEX entry_articles_article ON entry_articles (article);

-- Up to which change of the articles, and by which version of the rules, the entries are made.
CREATE TABLE chronicle (
    built_to INTEGER NOT NULL,
    version TEXT NOT NULL
);
