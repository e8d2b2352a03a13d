-- How often people were called, visited or given a form, and what staff entered for them: counts by the day and by who
-- did it, so that an interviewer's work can be checked. Nothing here is tied to an answer.
create table luoshi.survey_contact (
  congress text collate "C" not null,
  survey text collate "C" not null check (survey ~ '^survey_[a-z0-9]{4,40}$'),
  population text collate "C" not null,
  stratum text collate "C" not null,
  channel text collate "C" not null,
  account text collate "C" not null,
  on_day date not null,
  what text collate "C" not null check (what in ('tried', 'refused', 'handedOut', 'entered')),
  n integer not null check (n >= 0),
  primary key (congress, survey, population, stratum, channel, account, on_day, what)
);
alter table luoshi.survey_contact enable row level security;
create policy own_congress on luoshi.survey_contact to luoshi_app
  using (congress = current_setting('luoshi.congress', true))
  with check (congress = current_setting('luoshi.congress', true));
revoke all on luoshi.survey_contact from public, luoshi_app;
grant select, insert on luoshi.survey_contact to luoshi_app;
grant update (n) on luoshi.survey_contact to luoshi_app;

-- Under which the form is handed in; the same when handing in is tried again, and nothing that can be guessed.
alter table luoshi.survey_typed
  add column answer_id text collate "C" not null default md5(gen_random_uuid()::text || gen_random_uuid()::text);
