-- The log: what has happened, in order, for ever. Rows are written by luoshi.append_commits alone (0004).

-- A name in the log is one line of visible text, so that the lines of a leaf can be read only one way.
create domain luoshi.one_line as text collate "C"
  check (value <> '' and length(value) <= 200 and value !~ '[[:cntrl:]]');

-- One leaf a row: exactly what is hashed, and its hash. `facts` is canonical JSON text, kept byte by byte.
create table luoshi.event (
  congress luoshi.one_line not null,
  seq bigint not null check (seq > 0),
  stream luoshi.one_line not null,
  version integer not null check (version > 0),
  type luoshi.one_line not null,
  command luoshi.one_line not null,
  actor luoshi.one_line not null,
  at luoshi.one_line not null check (at ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$'),
  facts text not null,
  words_hash bytea check (length(words_hash) = 32),
  prev bytea not null check (length(prev) = 32),
  hash bytea not null check (length(hash) = 32),
  primary key (congress, seq),
  unique (congress, stream, version)
);

-- What people said and who they are: the part of an event that the law may ask us to destroy.
create table luoshi.event_words (
  congress luoshi.one_line not null,
  seq bigint not null,
  salt bytea not null check (length(salt) = 32),
  body text not null,
  primary key (congress, seq)
);

-- The last leaf of each congress. Its row is the queue in which writers of one congress stand.
create table luoshi.ledger_head (
  congress luoshi.one_line primary key,
  seq bigint not null,
  hash bytea not null
) with (fillfactor = 20);

-- One row a commit: what a repeated command is answered from, and which seq a moment means.
create table luoshi.ledger_commit (
  congress luoshi.one_line not null,
  command luoshi.one_line not null,
  first_seq bigint not null,
  last_seq bigint not null,
  at luoshi.one_line not null,
  primary key (congress, command)
);
create index ledger_commit_at on luoshi.ledger_commit (congress, at, last_seq);

-- Signed statements "this congress had so many events, with this root" (C2SP tlog-checkpoint).
create table luoshi.checkpoint (
  congress luoshi.one_line not null,
  size bigint not null check (size > 0),
  root bytea not null check (length(root) = 32),
  note text not null,
  at luoshi.one_line not null,
  primary key (congress, size)
);

-- Roots of full subtrees of 256^level leaves, so that a proof over a long log reads few rows.
create table luoshi.merkle_tile (
  congress luoshi.one_line not null,
  level smallint not null check (level between 1 and 7),
  idx bigint not null check (idx >= 0),
  hash bytea not null check (length(hash) = 32),
  primary key (congress, level, idx)
);

-- Nobody changes what has happened: not the application, not the owner of these tables.
create function luoshi.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'luoshi: % is append-only: % refused', tg_table_name, lower(tg_op)
    using errcode = 'insufficient_privilege',
      hint = 'Record a new event that says what should hold from now on.';
end $$;

do $$
declare
  kept text;
begin
  foreach kept in array array['event', 'ledger_commit', 'checkpoint', 'merkle_tile'] loop
    execute format('create trigger append_only before update or delete on luoshi.%I
      for each row execute function luoshi.refuse_change()', kept);
  end loop;
  foreach kept in array array['event', 'event_words', 'ledger_commit', 'checkpoint', 'merkle_tile', 'ledger_head'] loop
    execute format('create trigger never_emptied before truncate on luoshi.%I
      for each statement execute function luoshi.refuse_change()', kept);
  end loop;
end $$;

-- Words go only after the log says that they go: a WordsErased event that names their event.
create index event_erasure on luoshi.event (congress, ((facts::jsonb ->> 'seq'))) where type = 'WordsErased';

create function luoshi.refuse_silent_erasure() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and exists (
    select from luoshi.event e
    where e.congress = old.congress and e.type = 'WordsErased'
      and e.facts::jsonb ->> 'seq' = old.seq::text
  ) then
    return old;
  end if;
  raise exception 'luoshi: words of event % were to be changed without a record', old.seq
    using errcode = 'insufficient_privilege', hint = 'Append a WordsErased event that names the event.';
end $$;

create trigger erased_on_record before update or delete on luoshi.event_words
  for each row execute function luoshi.refuse_silent_erasure();

-- The head only moves on.
create function luoshi.refuse_going_back() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.congress = old.congress and new.seq > old.seq then
    return new;
  end if;
  raise exception 'luoshi: the head of the log only moves on' using errcode = 'insufficient_privilege';
end $$;

create trigger only_moves_on before update or delete on luoshi.ledger_head
  for each row execute function luoshi.refuse_going_back();

-- One congress never sees another's rows: the application says for whom it works, per connection or transaction.
do $$
declare
  kept text;
begin
  foreach kept in array array['event', 'event_words', 'ledger_head', 'ledger_commit', 'checkpoint', 'merkle_tile'] loop
    execute format('alter table luoshi.%I enable row level security', kept);
    execute format('create policy own_congress on luoshi.%I for select to luoshi_app
      using (congress = current_setting(''luoshi.congress'', true))', kept);
    execute format('revoke all on luoshi.%I from public, luoshi_app', kept);
    execute format('grant select on luoshi.%I to luoshi_app', kept);
  end loop;
end $$;
