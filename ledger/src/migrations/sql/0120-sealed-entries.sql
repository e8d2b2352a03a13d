-- What lies in sealed envelopes of an investigation: names of protected sources, accusations on their way to the competent
-- body, and who read them when. Kept apart from the log, so that neither travels with a proof; the log holds a salted hash
-- of each entry, and one that the log does not know is not an entry.
create table luoshi.sealed_entry (
  congress text collate "C" not null,
  hash text collate "C" not null check (hash ~ '^[0-9a-f]{64}$'),
  envelope text collate "C" not null check (envelope ~ '^envelope_[a-z0-9]{4,40}$'),
  -- The record or the appraisal it belongs to.
  about text collate "C" not null,
  salt bytea not null,
  body text not null check (length(body) <= 100000),
  primary key (congress, hash)
);
create index sealed_entry_about on luoshi.sealed_entry (congress, about, envelope);
create index sealed_entry_of on luoshi.sealed_entry (congress, envelope);
alter table luoshi.sealed_entry enable row level security;
create policy own_congress on luoshi.sealed_entry to luoshi_app
  using (congress = current_setting('luoshi.congress', true))
  with check (congress = current_setting('luoshi.congress', true));
revoke all on luoshi.sealed_entry from public, luoshi_app;
-- No update and no delete: who read what stays.
grant select, insert on luoshi.sealed_entry to luoshi_app;
