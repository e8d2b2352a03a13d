-- Tokens of invited people: one blind signature a code and contest, and the keys that sign, by their public halves.
-- Nothing here has a time, and nothing leads from a code to the answer that its token was spent on.
-- Source: ballot.md 3.4 (issuance without time), 0 no. 5 and 6 (RSA-2048 and one issuer for surveys).
create table luoshi.survey_issuance (
  congress text collate "C" not null,
  survey text collate "C" not null,
  contest integer not null,
  voter text collate "C" not null,
  z text collate "C" not null check (length(z) <= 700),
  primary key (congress, survey, contest, voter)
);

create table luoshi.survey_manifest (
  congress text collate "C" not null,
  survey text collate "C" not null,
  -- The exact text; its hash is part of what is signed.
  manifest text not null,
  primary key (congress, survey)
);

do $$
declare tab text;
begin
  foreach tab in array array['survey_issuance', 'survey_manifest']
  loop
    execute format('alter table luoshi.%I enable row level security', tab);
    execute format('create policy own_congress on luoshi.%I to luoshi_app
      using (congress = current_setting(''luoshi.congress'', true))
      with check (congress = current_setting(''luoshi.congress'', true))', tab);
    execute format('revoke all on luoshi.%I from public, luoshi_app', tab);
    execute format('grant select, insert on luoshi.%I to luoshi_app', tab);
  end loop;
end $$;
