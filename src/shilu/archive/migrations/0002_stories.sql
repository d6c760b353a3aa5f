-- Copies and stories: derived from the current revisions of all articles, and made again from them at any time.

-- Texts that were compared: one for each article, with the bands of its signature.
CREATE TABLE copy_texts (
    id INTEGER PRIMARY KEY,
    article TEXT NOT NULL UNIQUE REFERENCES articles (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    digest INTEGER NOT NULL -- of all its shingles: equal texts have equal ones
);
CREATE INDEX copy_texts_digest ON copy_texts (digest);

CREATE TABLE copy_bands (
    band INTEGER NOT NULL,
    text INTEGER NOT NULL REFERENCES copy_texts (id) ON DELETE CASCADE,
    PRIMARY KEY (band, text)
) WITHOUT ROWID;
CREATE INDEX copy_bands_text ON copy_bands (text);

-- Articles that are one text with an earlier one.
CREATE TABLE copies (
    article TEXT PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    first TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED, -- earliest of the group
    nearest TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED, -- most alike
    kind TEXT NOT NULL, -- copy, converted, update, excerpt, agency or republished
    jaccard REAL NOT NULL, -- likeness to the nearest: common shingles by all shingles …
    within REAL NOT NULL -- … and by those of the shorter text
) WITHOUT ROWID;
CREATE INDEX copies_first ON copies (first);
CREATE INDEX copies_nearest ON copies (nearest);

CREATE TABLE stories (
    id TEXT PRIMARY KEY,
    label TEXT NOT NULL, -- the most central headline
    first TEXT NOT NULL, -- when its first article was published
    last TEXT NOT NULL,
    articles INTEGER NOT NULL, -- copies included
    outlets INTEGER NOT NULL
);
CREATE INDEX stories_last ON stories (last);

-- Every article that was looked at; one that tells what no other tells belongs to no story.
CREATE TABLE story_articles (
    article TEXT PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    hour REAL NOT NULL, -- of publication, in hours since 1970
    revision INTEGER NOT NULL, -- the text that was looked at
    story TEXT REFERENCES stories (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED
) WITHOUT ROWID;
CREATE INDEX story_articles_hour ON story_articles (hour);
CREATE INDEX story_articles_story ON story_articles (story);

-- Ids that were given up when stories became one.
CREATE TABLE story_merges (
    old TEXT PRIMARY KEY,
    story TEXT NOT NULL
) WITHOUT ROWID;

-- Up to which change of the articles, and by which version of the rules, each is made.
CREATE TABLE stories_state (
    what TEXT PRIMARY KEY, -- copies, stories, or stories-begun
    built_to INTEGER NOT NULL,
    version TEXT NOT NULL
) WITHOUT ROWID;
