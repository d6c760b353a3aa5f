-- Days whose articles were grouped, so that few that come later can join them and leave all else where it is.
CREATE TABLE story_days (
    day INTEGER PRIMARY KEY, -- since 1970
    grouped INTEGER NOT NULL -- how many articles of that day there were, copies left out, when it was last grouped
);
