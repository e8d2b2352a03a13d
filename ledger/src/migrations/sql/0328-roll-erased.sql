-- The names of a roll may be erased by law; the number of the place then stands for the name.
--
-- Source: PIPL art. 47.
grant update (voter) on luoshi.cast_voter to luoshi_app;
grant update (voter) on luoshi.issuance to luoshi_app;
