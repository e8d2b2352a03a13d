-- How a congress lets its people in: three administrators, second factors, passkeys, a province's unified identity,
-- sessions that can be told apart, deputies.
--
-- Source: GB/T 22239-2019 8.1.4.1 (identity), 8.1.4.2 (accounts), 8.1.5 (three administrators); OWASP ASVS 5.0 V6, V7, V10.
-- What has to be read back to be used (a TOTP secret) is sealed with a key outside the database; what only has to be
-- recognised (tokens, recovery codes) is a hash.

-- An account may be opened before anybody has granted it a role; administrators may be three or one.
do $$
declare name text;
begin
  for name in
    select c.conname from pg_constraint c
    where c.conrelid = 'luoshi.account'::regclass and c.contype = 'c' and pg_get_constraintdef(c.oid) like '%roles%'
  loop
    execute format('alter table luoshi.account drop constraint %I', name);
  end loop;
end $$;
alter table account add constraint account_roles_apart check (
  not roles && array['admin', 'securityAdmin', 'auditAdmin']
  or roles <@ array['admin', 'securityAdmin', 'auditAdmin']
);

create table sign_in_rules (
  congress text primary key references congress,
  admins text not null check (admins in ('together', 'separate')),
  -- Up to this many accounts one person may well administer alone; above, the page asks to take the three apart.
  small_office int not null check (small_office between 0 and 100000),
  idle_minutes int not null check (idle_minutes between 5 and 60),
  -- 0: passwords do not expire.
  password_days int not null check (password_days between 0 and 366),
  one_session boolean not null,
  asked_roles text[] not null,
  forced_roles text[] not null,
  version int not null check (version > 0)
);

alter table session
  -- What a person sees of a session; it opens nothing.
  add column id text not null default replace(gen_random_uuid()::text, '-', ''),
  add column device text not null default '',
  add column method text not null default 'password',
  add column acting text;
create unique index session_id on session (id);

-- Between the password and the session: nothing but the next step of signing in can be done with it.
create table sign_in_step (
  token_hash bytea primary key check (length(token_hash) = 32),
  congress text not null references congress,
  account text not null references account,
  stage text not null check (stage in ('factor', 'enrol', 'password')),
  method text not null,
  started_at timestamptz not null,
  ends_at timestamptz not null
);
create index sign_in_step_of on sign_in_step (account);

create table authenticator (
  account text primary key references account on delete cascade,
  congress text not null references congress,
  secret_sealed bytea not null,
  made_at timestamptz not null,
  -- Null until the first code proved that the app has the secret.
  confirmed_at timestamptz,
  -- The time step of the last code taken: it and all before it are refused (RFC 6238 §5.2).
  last_step bigint not null default 0
);

create table recovery_code (
  account text not null references account on delete cascade,
  congress text not null references congress,
  code_hash bytea not null check (length(code_hash) = 32),
  made_at timestamptz not null,
  primary key (account, code_hash)
);

create table passkey (
  credential text primary key check (length(credential) between 16 and 1400),
  congress text not null references congress,
  account text not null references account,
  name text not null check (length(name) between 1 and 40),
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  backed_up boolean not null,
  made_at timestamptz not null,
  last_used_at timestamptz
);
create index passkey_of on passkey (account);

-- A question put to a browser, answered once: a passkey's challenge, a trip to the province's sign-in page.
create table browser_question (
  token_hash bytea primary key check (length(token_hash) = 32),
  kind text not null check (kind in ('passkey-in', 'passkey-new', 'oidc')),
  congress text references congress,
  account text references account,
  asked jsonb not null,
  ends_at timestamptz not null
);
create index browser_question_ends on browser_question (ends_at);

create table oidc_provider (
  congress text primary key references congress,
  label text not null check (length(label) between 1 and 40),
  issuer text not null check (length(issuer) between 10 and 300),
  client_id text not null check (length(client_id) between 1 and 200),
  -- Where the secret is, never the secret: `env:LUOSHI_OIDC_…` or `file:NAME` in the folder for secrets.
  secret_from text not null check (secret_from ~ '^(env:LUOSHI_OIDC_[A-Z0-9_]{1,40}|file:[a-z0-9][a-z0-9._-]{0,60})$'),
  login_claim text not null check (login_claim ~ '^[A-Za-z0-9_:./-]{1,80}$'),
  enabled boolean not null,
  version int not null check (version > 0)
);

-- Who is who at the provider: bound at the first sign-in, by the provider's own unchanging subject.
create table external_login (
  congress text not null references congress,
  issuer text not null,
  subject text not null check (length(subject) between 1 and 255),
  account text not null references account,
  linked_at timestamptz not null,
  primary key (congress, issuer, subject),
  unique (congress, issuer, account)
);

create table delegation (
  id text primary key check (id ~ '^[a-z0-9]{32}$'),
  congress text not null references congress,
  delegator text not null references account,
  deputy text not null references account,
  roles text[] not null check (cardinality(roles) > 0),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  reason text not null check (length(reason) between 1 and 200),
  made_at timestamptz not null,
  ended_at timestamptz,
  ended_by text,
  check (delegator <> deputy),
  check (ends_at > starts_at)
);
create index delegation_by on delegation (congress, delegator);
create index delegation_to on delegation (congress, deputy);

do $$
declare tab text;
begin
  foreach tab in array array['sign_in_rules', 'sign_in_step', 'authenticator', 'recovery_code', 'passkey',
    'oidc_provider', 'external_login', 'delegation']
  loop
    execute format('alter table luoshi.%I enable row level security', tab);
  end loop;
  -- A step, like a session, is found by its token before it is known whose it is.
  foreach tab in array array['sign_in_rules', 'authenticator', 'recovery_code', 'oidc_provider', 'external_login', 'delegation']
  loop
    execute format('create policy %I on luoshi.%I using (congress = current_setting(''luoshi.congress'', true))
      with check (congress = current_setting(''luoshi.congress'', true))', tab || '_of_congress', tab);
  end loop;
end $$;
alter table sign_in_step disable row level security;
-- A passkey says who comes before a congress is chosen.
alter table passkey disable row level security;

drop function session_principal(bytea, timestamptz, interval);

-- As in 0010, with the idle time and the administrators of the congress, and whom the session acts for. A delegation
-- that ended, was taken back or whose giver is suspended gives nothing from that moment on.
create function session_principal(token bytea, at_time timestamptz, idle interval)
returns table (
  account text, name text, login text, congress text, congress_name text, demo boolean,
  roles text[], unit text, official text, started_at timestamptz, ends_at timestamptz,
  id text, admins text, acting text, acting_account text, acting_name text, acting_lent text[], acting_held text[],
  acting_unit text, acting_official text, acting_until timestamptz
) language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  -- Noted once a minute at most: a page of twenty requests is one write.
  update luoshi.session s set seen_at = at_time
    where s.token_hash = token and s.seen_at < at_time - interval '1 minute' and s.ends_at > at_time
      and s.seen_at > at_time - coalesce(
        (select make_interval(mins => r.idle_minutes) from luoshi.sign_in_rules r where r.congress = s.congress), idle);
  return query
    select a.id, a.name, a.login, c.id, c.name, c.demo, a.roles, a.unit, a.official, s.started_at, s.ends_at,
      s.id, coalesce(r.admins, 'together'), d.id, b.id, b.name, d.roles, b.roles, b.unit, b.official, d.ends_at
    from luoshi.session s join luoshi.account a on a.id = s.account join luoshi.congress c on c.id = a.congress
      left join luoshi.sign_in_rules r on r.congress = c.id
      left join luoshi.delegation d on d.id = s.acting and d.deputy = a.id and d.ended_at is null
        and d.starts_at <= at_time and d.ends_at > at_time
        and exists (select 1 from luoshi.account x where x.id = d.delegator and x.status = 'active')
      left join luoshi.account b on b.id = d.delegator
    where s.token_hash = token and s.ends_at > at_time
      and s.seen_at > at_time - coalesce(make_interval(mins => r.idle_minutes), idle)
      and a.status = 'active';
end $$;
revoke all on function session_principal(bytea, timestamptz, interval) from public;
grant execute on function session_principal(bytea, timestamptz, interval) to luoshi_app;

grant update (acting) on session to luoshi_app;
grant select, insert, update on sign_in_rules, oidc_provider to luoshi_app;
grant delete on oidc_provider to luoshi_app;
grant select, insert, delete on sign_in_step, recovery_code, browser_question, external_login to luoshi_app;
grant select, insert, delete, update on authenticator, passkey to luoshi_app;
grant select, insert on delegation to luoshi_app;
grant update (ended_at, ended_by) on delegation to luoshi_app;

-- The audit is filtered by person, kind and time.
create index security_event_kind on security_event (congress, kind, seq desc);
create index security_event_account on security_event (congress, account, seq desc);
create index security_event_actor on security_event (congress, actor, seq desc);
