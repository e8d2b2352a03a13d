-- Lists from which a survey's sample is drawn. Names and contacts are personal data: they stand here and nowhere else, lead
-- to no answer, and are erased when they have served. The fingerprint stays, so that a draw can be computed again.
create table luoshi.survey_frame (
  congress text collate "C" not null,
  frame text collate "C" not null check (frame ~ '^surveyframe_[a-z0-9]{4,40}$'),
  place integer not null check (place > 0),
  stratum text collate "C" not null,
  -- Salted, so that nobody finds a person by trying names.
  fingerprint text collate "C" not null check (fingerprint ~ '^[0-9a-f]{64}$'),
  name text not null check (length(name) <= 200),
  contact text not null check (length(contact) <= 200),
  primary key (congress, frame, place)
);

-- Codes that let somebody answer once, by their hash. Which person was given which code is kept nowhere.
create table luoshi.survey_invitation (
  congress text collate "C" not null,
  survey text collate "C" not null check (survey ~ '^survey_[a-z0-9]{4,40}$'),
  code_hash text collate "C" not null check (code_hash ~ '^[0-9a-f]{64}$'),
  population text collate "C" not null,
  stratum text collate "C" not null,
  channel text collate "C" not null,
  primary key (congress, survey, code_hash)
);

-- Paper forms while two people type them, each without seeing the other. The rows go when the batch has been handed in.
create table luoshi.survey_typed (
  congress text collate "C" not null,
  batch text collate "C" not null check (batch ~ '^surveypaper_[a-z0-9]{4,40}$'),
  typist text collate "C" not null,
  form integer not null check (form > 0),
  answers text not null check (length(answers) <= 4000),
  primary key (congress, batch, typist, form)
);

do $$
declare tab text;
begin
  foreach tab in array array['survey_frame', 'survey_invitation', 'survey_typed']
  loop
    execute format('alter table luoshi.%I enable row level security', tab);
    execute format('create policy own_congress on luoshi.%I to luoshi_app
      using (congress = current_setting(''luoshi.congress'', true))
      with check (congress = current_setting(''luoshi.congress'', true))', tab);
    execute format('revoke all on luoshi.%I from public, luoshi_app', tab);
    execute format('grant select, insert on luoshi.%I to luoshi_app', tab);
  end loop;
end $$;
grant update (name, contact), delete on luoshi.survey_frame to luoshi_app;
grant update (answers), delete on luoshi.survey_typed to luoshi_app;
