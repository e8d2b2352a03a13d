-- People drawn whose code has to go by text message and is not known to have gone: their place on the list, and nothing of
-- a code, not even its hash. A code becomes valid in the transaction in which its place goes from here, after the gateway
-- took it; so what is here when a server has died are those who have no valid code, and may be made a new one.
create table luoshi.survey_unsent (
  congress text collate "C" not null,
  frame text collate "C" not null check (frame ~ '^surveyframe_[a-z0-9]{4,40}$'),
  place integer not null check (place > 0),
  channel text collate "C" not null,
  primary key (congress, frame, place)
);

-- Who sends right now, and until when that is believed without another word of it: no two send to the same people.
create table luoshi.survey_sending (
  congress text collate "C" not null,
  frame text collate "C" not null check (frame ~ '^surveyframe_[a-z0-9]{4,40}$'),
  run text collate "C" not null check (run ~ '^[0-9a-f]{16}$'),
  until timestamptz not null,
  primary key (congress, frame)
);

do $$
declare tab text;
begin
  foreach tab in array array['survey_unsent', 'survey_sending']
  loop
    execute format('alter table luoshi.%I enable row level security', tab);
    execute format('create policy own_congress on luoshi.%I to luoshi_app
      using (congress = current_setting(''luoshi.congress'', true))
      with check (congress = current_setting(''luoshi.congress'', true))', tab);
    execute format('revoke all on luoshi.%I from public, luoshi_app', tab);
    execute format('grant select, insert, delete on luoshi.%I to luoshi_app', tab);
  end loop;
end $$;
grant update (run, until) on luoshi.survey_sending to luoshi_app;
