-- Views of the log: the state of each stream after each commit that touched it, valid from_seq to to_seq (null: now).
-- Written by luoshi.append_commits alone, from what the rules made of the events; a rebuild gives the same rows.

create table luoshi.matter_view (
  congress text collate "C" not null,
  id text collate "C" not null,
  from_seq bigint not null,
  to_seq bigint,
  version integer not null,
  number integer,
  appraisal text collate "C" not null,
  opinion text collate "C" not null,
  status text collate "C" not null,
  round integer not null,
  unit text collate "C",
  official text collate "C",
  title text not null,
  due date,
  plan_due date,
  phase text collate "C" not null,
  warned boolean not null,
  opened_on date not null,
  updated_at timestamptz not null,
  search text not null,
  grams integer[] not null,
  doc jsonb not null,
  primary key (congress, id, from_seq)
) with (fillfactor = 90);
-- For pages by key: newest, of one unit, by due day, of one appraisal, of one official.
create index matter_newest on luoshi.matter_view (congress, updated_at desc, id desc) where to_seq is null;
create index matter_of_unit on luoshi.matter_view (congress, unit, updated_at desc, id desc)
  include (status, appraisal, due, number) where to_seq is null;
create index matter_due on luoshi.matter_view (congress, due, id) include (status, unit) where to_seq is null;
create index matter_of_appraisal on luoshi.matter_view (congress, appraisal, number, id)
  include (status, unit) where to_seq is null;
create index matter_of_official on luoshi.matter_view (congress, official, updated_at desc, id desc) where to_seq is null;
-- As of a past moment: of all versions, those that had begun and had not yet ended.
create index matter_of_unit_as_of on luoshi.matter_view (congress, unit, from_seq, to_seq);
create index matter_as_of on luoshi.matter_view (congress, from_seq, to_seq);
create index matter_grams on luoshi.matter_view using gin (grams) where to_seq is null;

create table luoshi.opinion_view (
  congress text collate "C" not null,
  id text collate "C" not null,
  from_seq bigint not null,
  to_seq bigint,
  version integer not null,
  number integer,
  appraisal text collate "C" not null,
  status text collate "C" not null,
  matter text collate "C",
  exit text collate "C",
  received_on date not null,
  channel text collate "C" not null,
  text text not null,
  grams integer[] not null,
  doc jsonb not null,
  primary key (congress, id, from_seq)
) with (fillfactor = 90);
create index opinion_of_appraisal on luoshi.opinion_view (congress, appraisal, number, id)
  include (status) where to_seq is null;
create index opinion_newest on luoshi.opinion_view (congress, received_on desc, id desc) where to_seq is null;
create index opinion_as_of on luoshi.opinion_view (congress, from_seq, to_seq);
create index opinion_grams on luoshi.opinion_view using gin (grams) where to_seq is null;

create table luoshi.appraisal_view (
  congress text collate "C" not null,
  id text collate "C" not null,
  from_seq bigint not null,
  to_seq bigint,
  version integer not null,
  number integer,
  title text not null,
  subject text collate "C" not null,
  unit text collate "C",
  official text collate "C",
  phase text collate "C" not null,
  status text collate "C" not null,
  doc jsonb not null,
  primary key (congress, id, from_seq)
);

create table luoshi.import_view (
  congress text collate "C" not null,
  id text collate "C" not null,
  from_seq bigint not null,
  to_seq bigint,
  version integer not null,
  number integer,
  status text collate "C" not null,
  file_name text not null,
  appraisal text collate "C",
  doc jsonb not null,
  primary key (congress, id, from_seq)
);

create table luoshi.unit_view (
  congress text collate "C" not null,
  id text collate "C" not null,
  from_seq bigint not null,
  to_seq bigint,
  version integer not null,
  number integer,
  name text not null,
  status text collate "C" not null,
  successor text collate "C",
  doc jsonb not null,
  primary key (congress, id, from_seq)
);

create table luoshi.official_view (
  congress text collate "C" not null,
  id text collate "C" not null,
  from_seq bigint not null,
  to_seq bigint,
  version integer not null,
  number integer,
  name text not null,
  unit text collate "C",
  post text not null,
  status text collate "C" not null,
  doc jsonb not null,
  primary key (congress, id, from_seq)
);
create index official_of_unit on luoshi.official_view (congress, unit, id) where to_seq is null;

-- The one row of a stream that holds now.
create unique index matter_now on luoshi.matter_view (congress, id) where to_seq is null;
create unique index opinion_now on luoshi.opinion_view (congress, id) where to_seq is null;
create unique index appraisal_now on luoshi.appraisal_view (congress, id) where to_seq is null;
create unique index import_now on luoshi.import_view (congress, id) where to_seq is null;
create unique index unit_now on luoshi.unit_view (congress, id) where to_seq is null;
create unique index official_now on luoshi.official_view (congress, id) where to_seq is null;

-- Matters of each kind now, so that the length of a list costs nothing to say. No unit yet: ''.
create table luoshi.matter_count (
  congress text collate "C" not null,
  appraisal text collate "C" not null,
  unit text collate "C" not null,
  status text collate "C" not null,
  n bigint not null,
  primary key (congress, appraisal, unit, status)
) with (fillfactor = 50);
create index matter_count_of_unit on luoshi.matter_count (congress, unit, status);

-- Numbers that people use: first come, first numbered, in the order of the log, without gaps.
create table luoshi.number_series (
  congress text collate "C" not null,
  series text collate "C" not null,
  last integer not null,
  primary key (congress, series)
) with (fillfactor = 50);

do $$
declare
  kept text;
begin
  foreach kept in array array['matter_view', 'opinion_view', 'appraisal_view', 'import_view', 'unit_view',
      'official_view', 'matter_count', 'number_series'] loop
    execute format('alter table luoshi.%I enable row level security', kept);
    execute format('create policy own_congress on luoshi.%I for select to luoshi_app
      using (congress = current_setting(''luoshi.congress'', true))', kept);
    execute format('revoke all on luoshi.%I from public, luoshi_app', kept);
    execute format('grant select on luoshi.%I to luoshi_app', kept);
  end loop;
end $$;
