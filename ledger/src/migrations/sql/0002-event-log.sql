-- The log: what has happened, in order, for ever. Rows are written by luoshi.append_commits alone (0004), which also
-- checks them: constraints on these tables would be compiled anew for every statement (seen in a profile).

-- One leaf a row: exactly what is hashed, and its hash. `facts` is canonical JSON text, kept byte by byte.
create table luoshi.event (
  congress text collate "C" not null,
  seq bigint not null,
  stream text collate "C" not null,
  version integer not null,
  type text collate "C" not null,
  command text collate "C" not null,
  actor text collate "C" not null,
  at text collate "C" not null,
  facts text not null,
  words_hash bytea,
  prev bytea not null,
  hash bytea not null,
  primary key (congress, seq),
  unique (congress, stream, version)
);

-- What people said and who they are: the part of an event that the law may ask us to destroy.
create table luoshi.event_words (
  congress text collate "C" not null,
  seq bigint not null,
  salt bytea not null,
  body text not null,
  primary key (congress, seq)
);

-- The last leaf of each congress. Its row is the queue in which writers of one congress stand.
create table luoshi.ledger_head (
  congress text collate "C" primary key,
  seq bigint not null,
  hash bytea not null
) with (fillfactor = 20);

-- One row a commit: what a repeated command is answered from, and which seq a moment means.
create table luoshi.ledger_commit (
  congress text collate "C" not null,
  command text collate "C" not null,
  first_seq bigint not null,
  last_seq bigint not null,
  at text collate "C" not null
);
create index ledger_commit_at on luoshi.ledger_commit (congress, at, last_seq);
alter table luoshi.ledger_commit add primary key (congress, command);

-- Signed statements "this congress had so many events, with this root" (C2SP tlog-checkpoint).
create table luoshi.checkpoint (
  congress text collate "C" not null,
  size bigint not null,
  root bytea not null,
  note text not null,
  at text collate "C" not null,
  primary key (congress, size)
);

-- Roots of full subtrees of 256^level leaves, so that a proof over a long log reads few rows.
create table luoshi.merkle_tile (
  congress text collate "C" not null,
  level smallint not null,
  idx bigint not null,
  hash bytea not null,
  primary key (congress, level, idx)
);

-- Words go only after the log says that they go: which WordsErased event names their event.
create table luoshi.erasure (
  congress text collate "C" not null,
  seq bigint not null,
  said_at bigint not null,
  primary key (congress, seq, said_at)
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
  foreach kept in array array['event', 'ledger_commit', 'checkpoint', 'merkle_tile', 'erasure'] loop
    execute format('create trigger append_only before update or delete on luoshi.%I
      for each row execute function luoshi.refuse_change()', kept);
  end loop;
  foreach kept in array array['event', 'event_words', 'ledger_commit', 'checkpoint', 'merkle_tile', 'erasure',
      'ledger_head'] loop
    execute format('create trigger never_emptied before truncate on luoshi.%I
      for each statement execute function luoshi.refuse_change()', kept);
  end loop;
end $$;

create function luoshi.refuse_silent_erasure() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and exists (
    select from luoshi.erasure r join luoshi.event e on e.congress = r.congress and e.seq = r.said_at
    where r.congress = old.congress and r.seq = old.seq and e.type = 'WordsErased'
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
  foreach kept in array array['event', 'event_words', 'ledger_head', 'ledger_commit', 'checkpoint', 'merkle_tile',
      'erasure'] loop
    execute format('alter table luoshi.%I enable row level security', kept);
    execute format('create policy own_congress on luoshi.%I for select to luoshi_app
      using (congress = current_setting(''luoshi.congress'', true))', kept);
    execute format('revoke all on luoshi.%I from public, luoshi_app', kept);
    execute format('grant select on luoshi.%I to luoshi_app', kept);
  end loop;
end $$;
