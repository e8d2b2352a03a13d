-- A sensitive act asks for the second factor anew; the session remembers when it was last shown.
--
-- Source: OWASP ASVS 5.0 7.5.3.
alter table session add column factor_at timestamptz;
grant update (factor_at) on session to luoshi_app;

alter table browser_question drop constraint browser_question_kind_check;
alter table browser_question add constraint browser_question_kind_check
  check (kind in ('passkey-in', 'passkey-new', 'passkey-prove', 'oidc'));
