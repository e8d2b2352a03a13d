-- Answers of surveys: taken at once, durable when acknowledged, and without the order in which they came.
--
-- An answer first lies in a tray: a sealed part of what arrived in one trip to the disk. The key of a tray is outside the
-- database and is destroyed when the tray has been emptied, so the order of the parts on the disk, which PostgreSQL shows
-- by ctid and xmin, leads to nothing. A tray is emptied in one transaction: its answers are sorted by their random ids and
-- written together, counted together, and the tray is gone. No address, no time, no serial of an answer is anywhere.
-- Source: ballot.md 6 no. 2 (pool, 50 at least for a survey), measured there; architecture.md, high-volume intake.
create table luoshi.survey_tray (
  congress text collate "C" not null,
  survey text collate "C" not null check (survey ~ '^survey_[a-z0-9]{4,40}$'),
  tray text collate "C" not null check (tray ~ '^[0-9a-f]{32}$'),
  kind text collate "C" not null check (kind in ('answers', 'texts')),
  part uuid not null default gen_random_uuid(),
  -- AES-256-GCM, padded: its length says how many came together to within eight kilobytes, and nothing of what they say.
  sealed bytea not null,
  primary key (congress, survey, tray, part)
);
-- Chance cannot be compressed.
alter table luoshi.survey_tray alter column sealed set storage external;

create table luoshi.survey_answer (
  congress text collate "C" not null,
  survey text collate "C" not null,
  -- Chosen by chance on the device that answers; sent again, it is the same answer.
  id bytea not null check (length(id) = 16),
  population text collate "C" not null,
  stratum text collate "C" not null,
  answer text not null check (length(answer) <= 12000),
  batch integer not null,
  primary key (congress, survey, id)
);

-- What somebody wrote freely. Sealed to the survey's key until the close, of padded length, and leading to no answer.
create table luoshi.survey_text (
  congress text collate "C" not null,
  survey text collate "C" not null,
  -- The hash of the receipt code, by which its raiser follows it.
  id bytea not null check (length(id) = 32),
  sealed bytea not null check (length(sealed) <= 8192),
  batch integer not null,
  primary key (congress, survey, id)
);
alter table luoshi.survey_text alter column sealed set storage external;

-- One emptied tray. The event of its record holds the Merkle root for strangers; `announced` once that is in the log.
create table luoshi.survey_batch (
  congress text collate "C" not null,
  survey text collate "C" not null,
  kind text collate "C" not null check (kind in ('answers', 'texts')),
  batch integer not null check (batch > 0),
  record text collate "C" not null check (record ~ '^surveybatch_[a-z0-9]{4,40}$'),
  row_count integer not null check (row_count > 0),
  root bytea not null check (length(root) = 32),
  announced boolean not null default false,
  primary key (congress, survey, kind, batch)
);

-- How often each option was chosen, added in the transaction that writes the answers.
create table luoshi.survey_count (
  congress text collate "C" not null,
  survey text collate "C" not null,
  population text collate "C" not null,
  stratum text collate "C" not null,
  question text collate "C" not null,
  option text collate "C" not null,
  n bigint not null,
  primary key (congress, survey, population, stratum, question, option)
);

-- How many answered, by the channel they came through. The channel stands here and beside no answer.
create table luoshi.survey_answered (
  congress text collate "C" not null,
  survey text collate "C" not null,
  population text collate "C" not null,
  stratum text collate "C" not null,
  channel text collate "C" not null,
  n bigint not null,
  primary key (congress, survey, population, stratum, channel)
);

do $$
declare tab text;
begin
  foreach tab in array array['survey_tray', 'survey_answer', 'survey_text', 'survey_batch', 'survey_count', 'survey_answered']
  loop
    execute format('alter table luoshi.%I enable row level security', tab);
    execute format('create policy own_congress on luoshi.%I to luoshi_app
      using (congress = current_setting(''luoshi.congress'', true))
      with check (congress = current_setting(''luoshi.congress'', true))', tab);
    execute format('revoke all on luoshi.%I from public, luoshi_app', tab);
    execute format('grant select, insert on luoshi.%I to luoshi_app', tab);
  end loop;
end $$;
grant delete on luoshi.survey_tray to luoshi_app;
grant update (announced) on luoshi.survey_batch to luoshi_app;
grant update (n) on luoshi.survey_count, luoshi.survey_answered to luoshi_app;
