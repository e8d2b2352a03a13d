-- An address outside the console is kept sealed under a key that is a file beside the database, and only once its owner has
-- shown, by a code sent to it, that it is theirs. What was kept readable until now is erased: nobody had shown it to be
-- theirs, and the database cannot seal it. Its owner finds the choice of the channel still there and enters the address anew.
--
-- Source: PIPL art. 5, 6, 51; GB/T 22239-2019 8.1.4.8 b.
truncate luoshi.contact;
alter table luoshi.contact drop column address, drop column secret;
alter table luoshi.contact
  -- Address and signing secret.
  add column sealed bytea not null check (length(sealed) between 29 and 2000),
  -- The same for the same address, and no way back to it: a bot's share of a minute is counted by it.
  add column mark bytea not null check (length(mark) = 32),
  add column proven_at timestamptz not null;

-- An address entered and not yet shown to be theirs: nothing but the code is sent to it, and it is gone when the code is.
create table luoshi.contact_claim (
  congress text collate "C" not null,
  account text collate "C" not null,
  channel text collate "C" not null check (channel in ('email', 'sms', 'wecom', 'dingtalk', 'feishu')),
  sealed bytea not null check (length(sealed) between 29 and 2000),
  mark bytea not null check (length(mark) = 32),
  -- The code under the key of the house: who reads the table cannot try six figures against it.
  code bytea not null check (length(code) = 32),
  -- The sixth is the mark of a void code.
  tries smallint not null default 0 check (tries between 0 and 6),
  sent_at timestamptz not null,
  ends_at timestamptz not null,
  primary key (congress, account, channel)
);

-- That a code was sent, by whom and (as a mark) where to, for an hour's count. It outlives the claim, or erasing one would
-- begin the count afresh.
create table luoshi.contact_code (
  congress text collate "C" not null,
  account text collate "C" not null,
  mark bytea not null check (length(mark) = 32),
  at timestamptz not null
);
create index contact_code_of on luoshi.contact_code (congress, at);

do $$
declare
  kept text;
begin
  foreach kept in array array['contact_claim', 'contact_code'] loop
    execute format('alter table luoshi.%I enable row level security', kept);
    execute format('create policy own_congress on luoshi.%I to luoshi_app
      using (congress = current_setting(''luoshi.congress'', true))
      with check (congress = current_setting(''luoshi.congress'', true))', kept);
    execute format('revoke all on luoshi.%I from public, luoshi_app', kept);
    execute format('grant select, insert, update, delete on luoshi.%I to luoshi_app', kept);
  end loop;
end $$;
