-- Who is told what, and how. None of it is an event: addresses must be erasable at once, and a reminder is no fact of the
-- campaign. What a message says is made of `note` rows, which hold numbers and days and name nobody.

-- Where somebody can be reached outside the console. Deleting the row is the whole erasure: nothing else keeps a copy.
create table luoshi.contact (
  congress text collate "C" not null,
  account text collate "C" not null,
  channel text collate "C" not null check (channel in ('email', 'sms', 'wecom', 'dingtalk', 'feishu')),
  address text not null check (length(address) between 3 and 500),
  -- The signing secret of a bot, where it has one.
  secret text check (length(secret) <= 200),
  primary key (congress, account, channel)
);

-- How somebody wishes to be told: by which one channel (null: in the console only), how often at most, and when not.
create table luoshi.message_taste (
  congress text collate "C" not null,
  account text collate "C" not null,
  channel text collate "C" check (channel in ('email', 'sms', 'wecom', 'dingtalk', 'feishu')),
  cap smallint not null check (cap between 1 and 5),
  digest_at smallint not null check (digest_at between 0 and 1439),
  quiet_from smallint not null check (quiet_from between 0 and 1439),
  quiet_until smallint not null check (quiet_until between 0 and 1439),
  -- What was there before is read in the console and not sent after the fact.
  chosen_at timestamptz not null,
  primary key (congress, account)
);

-- A message that goes out: one digest of one person. The key is the cap's last word: no sixth digest a day can be stored.
create table luoshi.message (
  congress text collate "C" not null,
  id bigint generated always as identity,
  account text collate "C" not null,
  channel text collate "C" not null,
  day date not null,
  ordinal smallint not null check (ordinal between 1 and 5),
  status text collate "C" not null check (status in ('waiting', 'sent', 'dead')),
  tries smallint not null default 0,
  next_at timestamptz not null,
  made_at timestamptz not null,
  sent_at timestamptz,
  fault text collate "C",
  primary key (congress, id),
  unique (congress, account, day, ordinal)
);
create index message_waiting on luoshi.message (congress, next_at, id) where status = 'waiting';
create index message_dead on luoshi.message (congress, id desc) where status = 'dead';

-- One line for one person, in the console at once, outside in at most one message. Once for each cause, thing and day.
create table luoshi.note (
  congress text collate "C" not null,
  id bigint generated always as identity,
  account text collate "C" not null,
  cause text collate "C" not null,
  thing text collate "C" not null,
  day date not null,
  facts jsonb not null,
  made_at timestamptz not null,
  read_at timestamptz,
  message bigint,
  primary key (congress, id),
  unique (congress, account, cause, thing, day),
  foreign key (congress, message) references luoshi.message
);
create index note_of_account on luoshi.note (congress, account, id desc);
create index note_unread on luoshi.note (congress, account, id) where read_at is null;
create index note_unsent on luoshi.note (congress, account, id) where message is null and read_at is null;
create index note_of_message on luoshi.note (congress, message, id) where message is not null;

-- Occasions of a time limit that somebody was told of, so that each is told once.
create table luoshi.told_occasion (
  congress text collate "C" not null,
  account text collate "C" not null,
  matter text collate "C" not null,
  owed date not null,
  occasion text collate "C" not null,
  primary key (congress, account, matter, owed, occasion)
);

-- How far the log has been read for news, and which day's scan was done.
create table luoshi.news_read (
  congress text collate "C" primary key,
  seq bigint not null,
  scanned_on date
);

do $$
declare
  kept text;
begin
  foreach kept in array array['contact', 'message_taste', 'message', 'note', 'told_occasion', 'news_read'] loop
    execute format('alter table luoshi.%I enable row level security', kept);
    execute format('create policy own_congress on luoshi.%I to luoshi_app
      using (congress = current_setting(''luoshi.congress'', true))
      with check (congress = current_setting(''luoshi.congress'', true))', kept);
    execute format('revoke all on luoshi.%I from public, luoshi_app', kept);
    execute format('grant select, insert, update, delete on luoshi.%I to luoshi_app', kept);
  end loop;
end $$;
