-- Codes that nobody has used are made void when their letters were lost, and others take their place. `update` only so that
-- a code can be held while its token is made: taking a token and making the code void never both happen.
grant delete, update (channel) on luoshi.survey_invitation to luoshi_app;
