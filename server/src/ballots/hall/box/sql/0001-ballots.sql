-- All that the anonymous box keeps. No time, no address, no serial, no session: rows are written in batches, sorted by id,
-- so that neither their order nor their place says when they came.
--
-- Source: ballot.md §3.4, §6 no. 2 and 6.
CREATE TABLE luoshi.ballot (
  mh text COLLATE "C" NOT NULL CHECK (mh ~ '^[0-9a-f]{64}$'),
  contest integer NOT NULL,
  pk text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  body text COLLATE "C" NOT NULL CHECK (length(body) <= 4096),
  PRIMARY KEY (mh, contest, pk)
);
