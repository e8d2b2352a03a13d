-- Who may come in: congresses, accounts, sessions, one-time links, failed attempts, and the audit of all that.
--
-- Source: GB/T 22239-2019 8.1.4.1 (identity), 8.1.4.3 (audit), 8.1.4.10 (residual information); OWASP ASVS 5.0 V6, V7.
-- Tokens are kept as SHA-256 only; passwords as argon2id with its parameters; ended sessions and used links are deleted.
-- The application acts inside one congress at a time (setting `luoshi.congress`): row-level security holds that a second time.

create table congress (
  id text primary key check (id ~ '^congress_[a-z0-9]{4,40}$'),
  name text not null check (length(name) between 2 and 60),
  county text not null check (length(county) between 2 and 60),
  -- A demo congress lets people in by printed links, so it never shares a database with a real one.
  demo boolean not null default false,
  created_at timestamptz not null
);

create table account (
  id text primary key check (id ~ '^account_[a-z0-9]{4,40}$'),
  congress text not null references congress,
  login text not null check (length(login) between 2 and 40 and login = lower(login)),
  name text not null check (length(name) between 1 and 40),
  roles text[] not null check (cardinality(roles) > 0),
  unit text,
  official text,
  status text not null check (status in ('invited', 'active', 'suspended')),
  password_hash text,
  password_changed_at timestamptz,
  created_at timestamptz not null,
  last_sign_in_at timestamptz,
  unique (congress, login),
  check (status <> 'active' or password_hash is not null),
  -- Whoever keeps the accounts does not decide matters (8.1.4.2 d: separation of duties).
  check (not 'admin' = any (roles) or cardinality(roles) = 1)
);

-- The last passwords, so that they are not taken again.
create table former_password (
  account text not null references account on delete cascade,
  congress text not null references congress,
  password_hash text not null,
  replaced_at timestamptz not null
);
create index former_password_of on former_password (account, replaced_at desc);

create table session (
  token_hash bytea primary key check (length(token_hash) = 32),
  congress text not null references congress,
  account text not null references account,
  started_at timestamptz not null,
  seen_at timestamptz not null,
  ends_at timestamptz not null,
  address text not null
);
create index session_of on session (account);
create index session_ends on session (ends_at);

create table one_time_link (
  token_hash bytea primary key check (length(token_hash) = 32),
  purpose text not null check (purpose in ('setup', 'invitation', 'demo')),
  congress text references congress,
  account text references account,
  made_at timestamptz not null,
  ends_at timestamptz not null,
  check ((purpose = 'setup') = (account is null)),
  check ((congress is null) = (account is null))
);
create index one_time_link_of on one_time_link (account);

-- One row for every attempt that is not known to be right, twice: once against the login, once against the address.
create table sign_in_failure (
  attempt uuid not null,
  kind text not null check (kind in ('login', 'address')),
  subject text not null,
  at timestamptz not null,
  primary key (attempt, kind)
);
create index sign_in_failure_of on sign_in_failure (kind, subject, at desc);
create index sign_in_failure_at on sign_in_failure (at);

create table security_event (
  seq bigint generated always as identity primary key,
  congress text references congress,
  at timestamptz not null,
  kind text not null,
  outcome text not null check (outcome in ('done', 'refused')),
  -- Who did it, whom it was done to; no foreign keys: the audit outlives what it speaks of.
  actor text,
  account text,
  login text,
  address text not null,
  request text not null,
  facts jsonb not null default '{}'
);
create index security_event_of on security_event (congress, seq desc);

create function security_event_stays() returns trigger language plpgsql as $$
begin
  raise exception 'security_event is append-only' using errcode = 'insufficient_privilege';
end $$;
create trigger security_event_stays before update or delete or truncate on security_event
  for each statement execute function security_event_stays();

alter table account enable row level security;
create policy account_of_congress on account
  using (congress = current_setting('luoshi.congress', true))
  with check (congress = current_setting('luoshi.congress', true));

alter table former_password enable row level security;
create policy former_password_of_congress on former_password
  using (congress = current_setting('luoshi.congress', true))
  with check (congress = current_setting('luoshi.congress', true));

alter table security_event enable row level security;
create policy security_event_read on security_event for select
  using (congress = current_setting('luoshi.congress', true));
-- What happens before anybody belongs to a congress (a setup link is made) has none.
create policy security_event_write on security_event for insert
  with check (congress is null or congress = current_setting('luoshi.congress', true));

-- One round trip a request: finds a living session by its token, says whose it is, and notes that it was used.
-- It runs as the owner because the congress is known only once the session is found; the token is the right to ask.
create function session_principal(token bytea, at_time timestamptz, idle interval)
returns table (
  account text, name text, login text, congress text, congress_name text, demo boolean,
  roles text[], unit text, official text, started_at timestamptz, ends_at timestamptz
) language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  -- Noted once a minute at most: a page of twenty requests is one write.
  update luoshi.session s set seen_at = at_time
    where s.token_hash = token and s.seen_at < at_time - interval '1 minute'
      and s.seen_at > at_time - idle and s.ends_at > at_time;
  return query
    select a.id, a.name, a.login, c.id, c.name, c.demo, a.roles, a.unit, a.official, s.started_at, s.ends_at
    from luoshi.session s join luoshi.account a on a.id = s.account join luoshi.congress c on c.id = a.congress
    where s.token_hash = token and s.seen_at > at_time - idle and s.ends_at > at_time
      and a.status = 'active';
end $$;
revoke all on function session_principal(bytea, timestamptz, interval) from public;

grant select, insert on congress to luoshi_app;
grant select, insert on account to luoshi_app;
grant update (name, roles, unit, official, status, password_hash, password_changed_at, last_sign_in_at)
  on account to luoshi_app;
grant select, insert, delete on former_password, session, one_time_link, sign_in_failure to luoshi_app;
grant select, insert on security_event to luoshi_app;
grant execute on function session_principal(bytea, timestamptz, interval) to luoshi_app;
