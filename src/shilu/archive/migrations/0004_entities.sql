-- Who and what articles name: derived from the readings, and made again from them at any time.

CREATE TABLE entities (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE, -- of the authority, or x.… made from the name of those it lacks
    kind TEXT NOT NULL, -- person, org or place
    uncertain INTEGER NOT NULL DEFAULT 0, -- 1: may be one with a namesake, or be several
    articles INTEGER NOT NULL DEFAULT 0,
    mentions INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX entities_most ON entities (kind, articles DESC, mentions DESC);

-- One row for each entity of each article. It goes with its reading.
CREATE TABLE mentions (
    article TEXT NOT NULL REFERENCES readings (article) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    ident TEXT NOT NULL, -- the reading's id of it; the same entity may have others in other articles
    entity INTEGER NOT NULL REFERENCES entities (number) DEFERRABLE INITIALLY DEFERRED,
    kind TEXT NOT NULL,
    known INTEGER NOT NULL, -- 0: a person whom the authority lacks; which of them are one is learned
    forms TEXT NOT NULL, -- names as written, a JSON list, the fullest first
    role TEXT, -- as stated
    "of" TEXT, -- the body or country of the role, as written
    of_id TEXT, -- and its id in the reading
    count INTEGER NOT NULL, -- how often it is named
    block INTEGER NOT NULL, -- the sentence that states the role, or the first that names the entity
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    day TEXT, -- of publication, else of collection; as fine as that is known
    outlet TEXT NOT NULL,
    PRIMARY KEY (article, ident)
) WITHOUT ROWID;
CREATE INDEX mentions_entity ON mentions (entity, day);
CREATE INDEX mentions_day ON mentions (kind, day, entity, count);
CREATE INDEX mentions_outlet ON mentions (kind, outlet, day, entity, count);
CREATE INDEX mentions_unknown ON mentions (ident) WHERE known = 0;

CREATE TABLE entity_names (
    entity INTEGER NOT NULL REFERENCES entities (number) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    name TEXT NOT NULL, -- as written
    key TEXT NOT NULL, -- folded, to look it up by
    articles INTEGER NOT NULL, -- that write it so
    PRIMARY KEY (entity, name)
) WITHOUT ROWID;
CREATE INDEX entity_names_key ON entity_names (key);

-- People whom the authority lacks, and whose mentions have changed since it was last settled who of them are one.
CREATE TABLE unsettled (
    entity INTEGER PRIMARY KEY REFERENCES entities (number) ON DELETE CASCADE
);

-- What articles state of people whom the authority lacks: their names, Latin forms, roles and affiliations.
CREATE TABLE learned_facts (
    entity INTEGER NOT NULL REFERENCES entities (number) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    field TEXT NOT NULL, -- name, latin, role or of
    value TEXT NOT NULL,
    articles INTEGER NOT NULL,
    outlets INTEGER NOT NULL,
    first TEXT,
    last TEXT,
    contradicted INTEGER NOT NULL,
    article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED, -- an example
    block INTEGER NOT NULL, -- and its sentence
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    PRIMARY KEY (entity, field, value)
) WITHOUT ROWID;
CREATE INDEX learned_facts_article ON learned_facts (article);

-- Counts follow every change of the mentions, those by cascade included.
CREATE TRIGGER mention_added AFTER INSERT ON mentions BEGIN
    UPDATE entities SET articles = articles + 1, mentions = mentions + new.count WHERE number = new.entity;
    INSERT OR IGNORE INTO unsettled SELECT new.entity WHERE new.known = 0;
END;
CREATE TRIGGER mention_gone AFTER DELETE ON mentions BEGIN
    UPDATE entities SET articles = articles - 1, mentions = mentions - old.count WHERE number = old.entity;
    UPDATE entity_names SET articles = articles - 1
        WHERE entity = old.entity AND name IN (SELECT value FROM json_each(old.forms));
    INSERT OR IGNORE INTO unsettled SELECT old.entity WHERE old.known = 0;
END;

-- By which version of the rules the tables of entities are made; no row where they are to be made from the readings.
CREATE TABLE entities_made (
    version TEXT NOT NULL
);

-- People whom articles taught, as they are offered to readings: the newest state is used, and of the others those that
-- readings were made with are kept.
CREATE TABLE learned_states (
    number INTEGER PRIMARY KEY,
    state TEXT NOT NULL UNIQUE, -- first digits of the SHA-256 of what is offered
    people INTEGER NOT NULL, -- how many
    offered TEXT NOT NULL -- JSON: ids, names, Latin forms and roles
);
CREATE INDEX readings_learned ON readings (learned);
