-- From the close of a ballot on nobody signs in for a token: whose account it was, and the hash of a slip's code, go.
--
-- Source: PIPL art. 19 (no longer than needed).
grant update (account) on luoshi.cast_voter to luoshi_app;
