-- The public door of surveys: whose a survey is, for an address that names nothing else; and the key that texts are
-- sealed to. Its other half is a file outside the database until the survey is closed, and stands here from then on.
create table luoshi.survey_key (
  congress text collate "C" not null,
  survey text collate "C" not null check (survey ~ '^survey_[a-z0-9]{4,40}$'),
  point bytea not null check (length(point) = 65),
  released bytea check (length(released) = 32),
  primary key (congress, survey)
);
alter table luoshi.survey_key enable row level security;
create policy own_congress on luoshi.survey_key to luoshi_app
  using (congress = current_setting('luoshi.congress', true))
  with check (congress = current_setting('luoshi.congress', true));
revoke all on luoshi.survey_key from public, luoshi_app;
grant select, insert on luoshi.survey_key to luoshi_app;
grant update (released) on luoshi.survey_key to luoshi_app;

create index record_surveys on luoshi.record_view (id) where kind = 'survey' and to_seq is null;

create function luoshi.congress_of_survey(wanted text) returns text
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select v.congress from luoshi.record_view v
    where v.kind = 'survey' and v.to_seq is null and v.id = wanted limit 1
$$;
revoke all on function luoshi.congress_of_survey from public;
grant execute on function luoshi.congress_of_survey to luoshi_app;
