-- Who said what: derived from the readings, and made again from them at any time.

CREATE TABLE quotations (
    id INTEGER PRIMARY KEY AUTOINCREMENT, -- never given twice: statements go by the id of their first quotation
    article TEXT NOT NULL REFERENCES readings (article) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    statement INTEGER NOT NULL, -- quotations with the same one are tellings of one statement
    kind TEXT NOT NULL, -- direct or indirect
    text TEXT NOT NULL,
    speaker TEXT, -- NULL: a source without a name
    speaker_id TEXT, -- the reading's id of the speaker, where it has one
    speaker_key TEXT, -- the speaker's name folded, to look it up by
    speaker_text TEXT, -- as written at this place
    cue TEXT,
    via TEXT,
    within TEXT, -- the outer speaker
    rule TEXT NOT NULL,
    found_by TEXT NOT NULL,
    block INTEGER NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    moment TEXT NOT NULL, -- of publication, else of collection; as fine as that is known; '' where neither is
    outlet TEXT NOT NULL
);
CREATE INDEX quotations_article ON quotations (article);
CREATE INDEX quotations_statement ON quotations (statement);
CREATE INDEX quotations_moment ON quotations (moment, id, statement, outlet, kind); -- holds all that most questions ask
CREATE INDEX quotations_speaker ON quotations (speaker_id, moment);
CREATE INDEX quotations_speaker_key ON quotations (speaker_key, moment);
CREATE INDEX quotations_via ON quotations (via, moment) WHERE via IS NOT NULL;

-- Folded, one token for each Chinese character as in the search index: what is said, and the rest of its sentence.
CREATE VIRTUAL TABLE quotation_words USING fts5(words, around, tokenize = 'unicode61 remove_diacritics 0');

-- The smallest hashes of a quotation's pairs of characters: tellings of one statement share some.
CREATE TABLE quotation_marks (
    mark INTEGER NOT NULL,
    quotation INTEGER NOT NULL REFERENCES quotations (id) ON DELETE CASCADE,
    PRIMARY KEY (mark, quotation)
) WITHOUT ROWID;
CREATE INDEX quotation_marks_quotation ON quotation_marks (quotation);

CREATE TRIGGER quotation_gone AFTER DELETE ON quotations BEGIN
    DELETE FROM quotation_words WHERE rowid = old.id;
END;

-- By which version of the rules the tables of quotations are made; no row where they are to be made from the readings.
CREATE TABLE quotations_made (
    version TEXT NOT NULL
);
