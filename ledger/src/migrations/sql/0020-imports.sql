-- Work in progress of people, which is no part of the record: what a clerk has decided on a document so far, and the
-- filters a person has kept. The record begins when an import is confirmed.

create table luoshi.import_draft (
  congress text collate "C" not null,
  import text collate "C" not null check (import ~ '^import_[a-z0-9]{4,40}$'),
  -- What was read, by the version of the reader that read it; read again when repairs are agreed to.
  parsed jsonb not null,
  accepted text[] not null default '{}',
  decisions jsonb not null default '{}',
  revision integer not null default 0 check (revision >= 0),
  saved_at timestamptz not null,
  primary key (congress, import)
);

create table luoshi.saved_views (
  congress text collate "C" not null,
  account text collate "C" not null,
  views jsonb not null,
  saved_at timestamptz not null,
  primary key (congress, account)
);

do $$
declare
  kept text;
begin
  foreach kept in array array['import_draft', 'saved_views'] loop
    execute format('alter table luoshi.%I enable row level security', kept);
    execute format('create policy own_congress on luoshi.%I to luoshi_app
      using (congress = current_setting(''luoshi.congress'', true))
      with check (congress = current_setting(''luoshi.congress'', true))', kept);
    execute format('revoke all on luoshi.%I from public, luoshi_app', kept);
    execute format('grant select, insert, update on luoshi.%I to luoshi_app', kept);
  end loop;
end $$;
