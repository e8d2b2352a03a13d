-- Files are kept by the hash of their content, once for all; which congress handed a file in stands here. Whoever only
-- knows a hash, from a proof say, can neither read the file nor rely on it.
create table luoshi.handed_in (
  congress text collate "C" not null,
  sha256 text collate "C" not null check (sha256 ~ '^[0-9a-f]{64}$'),
  primary key (congress, sha256)
);
alter table luoshi.handed_in enable row level security;
create policy own_congress on luoshi.handed_in to luoshi_app
  using (congress = current_setting('luoshi.congress', true))
  with check (congress = current_setting('luoshi.congress', true));
revoke all on luoshi.handed_in from public, luoshi_app;
grant select, insert on luoshi.handed_in to luoshi_app;

-- What stood on record before: every file that an event of the congress names.
insert into luoshi.handed_in
  select e.congress, m[1] from luoshi.event e, regexp_matches(e.facts, '"sha256":"([0-9a-f]{64})"', 'g') m
  union
  select w.congress, m[1] from luoshi.event_words w, regexp_matches(w.body, '"sha256":"([0-9a-f]{64})"', 'g') m;
