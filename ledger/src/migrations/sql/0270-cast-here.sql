-- A ballot cast here, as far as the side that knows people goes: the frozen manifest, the roll, the issuer's keys, and
-- who took a token. Nothing here has a time, an address or a serial, and nothing of it leads to a ballot: ballots are
-- in another database, under another role.
--
-- Source: ballot.md §3.4 (tables), §6 (side channels).

create table luoshi.cast_manifest (
  congress text collate "C" not null,
  mh text collate "C" not null check (mh ~ '^[0-9a-f]{64}$'),
  ballot text collate "C" not null,
  -- The exact bytes the hash is of.
  manifest bytea not null,
  primary key (congress, mh)
);

-- Who may take a token, as the published register names him; by an account, or by a slip whose code is kept as a hash only.
create table luoshi.cast_voter (
  congress text collate "C" not null,
  mh text collate "C" not null,
  voter text collate "C" not null check (length(voter) between 1 and 200),
  place integer not null,
  account text collate "C",
  slip text collate "C" check (slip ~ '^[0-9a-f]{64}$'),
  primary key (congress, mh, voter),
  unique (congress, mh, account),
  unique (congress, mh, slip)
);

-- The issuer's keys and the one that signs receipts, sealed under a key beside the database; and public ones of others.
create table luoshi.cast_key (
  congress text collate "C" not null,
  ballot text collate "C" not null,
  name text collate "C" not null check (name ~ '^(server|issuer/[0-9]{1,3}|second/[0-9]{1,3})$'),
  public text not null,
  sealed bytea,
  primary key (congress, ballot, name)
);

-- One token a person and contest. `z` is a blinded number that says nothing, or 'paper'.
create table luoshi.issuance (
  congress text collate "C" not null,
  mh text collate "C" not null,
  contest integer not null,
  voter text collate "C" not null,
  z text not null,
  primary key (congress, mh, contest, voter)
);

alter table luoshi.cast_manifest enable row level security;
alter table luoshi.cast_voter enable row level security;
alter table luoshi.cast_key enable row level security;
alter table luoshi.issuance enable row level security;
create policy own_congress on luoshi.cast_manifest to luoshi_app
  using (congress = current_setting('luoshi.congress', true))
  with check (congress = current_setting('luoshi.congress', true));
create policy own_congress on luoshi.cast_voter to luoshi_app
  using (congress = current_setting('luoshi.congress', true))
  with check (congress = current_setting('luoshi.congress', true));
create policy own_congress on luoshi.cast_key to luoshi_app
  using (congress = current_setting('luoshi.congress', true))
  with check (congress = current_setting('luoshi.congress', true));
create policy own_congress on luoshi.issuance to luoshi_app
  using (congress = current_setting('luoshi.congress', true))
  with check (congress = current_setting('luoshi.congress', true));
revoke all on luoshi.cast_manifest, luoshi.cast_voter, luoshi.cast_key, luoshi.issuance from public, luoshi_app;
grant select, insert on luoshi.cast_manifest to luoshi_app;
grant select, insert, update (slip) on luoshi.cast_voter to luoshi_app;
grant select, insert, update (public), delete on luoshi.cast_key to luoshi_app;
grant select, insert, update (z), delete on luoshi.issuance to luoshi_app;

-- Voters come by the address of the ballot alone: whose it is, and nothing else.
create index record_ballot on luoshi.record_view (id) where kind = 'ballot' and to_seq is null;

create function luoshi.congress_of_ballot(ballot text) returns text
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select v.congress from luoshi.record_view v
  where v.kind = 'ballot' and v.id = ballot and v.to_seq is null
    and v.doc -> 'source' ->> 'type' = 'castHere' limit 1
$$;
revoke all on function luoshi.congress_of_ballot(text) from public;
grant execute on function luoshi.congress_of_ballot(text) to luoshi_app;
