-- From the close of a ballot on nobody signs in for a token: whose account it was, and the hash of a slip's code, go.
-- Names on the roll and in the register may be erased by law; the number of the place then stands for the name.
--
-- Source: PIPL art. 19 (no longer than needed), art. 47 (erasure).
grant update (account, voter) on luoshi.cast_voter to luoshi_app;
grant update (voter) on luoshi.issuance to luoshi_app;
