-- What the box has taken is one sealed writing of one length, replaced as a whole by every batch: neither a copy of this
-- table nor the log of the database says which ballots came before which. Rows that can be read stand in the published
-- file only. A ballot that an earlier version still holds open has to be closed with that version.
--
-- Source: ballot.md §3.4, §6 no. 2 and 6; issue 5 (the linking attack).
DO $$
BEGIN
  IF EXISTS (SELECT FROM luoshi.ballot) THEN
    RAISE EXCEPTION '票箱里还有上一版本收下、尚未封存的选票。请先用原版本封票或作废本轮，再升级。A ballot is still open in this box: close or void it with the former version first.';
  END IF;
END $$;
DROP TABLE luoshi.ballot;

CREATE TABLE luoshi.box_writing (
  mh text COLLATE "C" PRIMARY KEY CHECK (mh ~ '^[0-9a-f]{64}$'),
  sealed bytea NOT NULL
);
-- Not packed by the database, which could only lose time over it.
ALTER TABLE luoshi.box_writing ALTER COLUMN sealed SET STORAGE EXTERNAL;
