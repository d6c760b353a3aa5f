-- Parts of digests that tell a story: that of the article which the part is most like, wherever this article goes.
CREATE TABLE story_parts (
    article TEXT NOT NULL REFERENCES story_articles (article) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    first INTEGER NOT NULL, -- block of the article
    last INTEGER NOT NULL, -- block of the article
    nearest TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    likeness REAL NOT NULL, -- mean cosine with the story's articles that the part is most like
    PRIMARY KEY (article, first)
) WITHOUT ROWID;
CREATE INDEX story_parts_nearest ON story_parts (nearest);
