-- What a congress knows of each file it was handed: since when, by whom, what kind, and whether it may be opened.
--   open       may be read
--   waiting    a virus scanner is set up and has not looked at it yet
--   held       the scanner found something: nobody reads it until an administrator has decided
--   released   the administrator let it go, with a reason and who approved
--   discarded  the administrator threw it away
--   erased     deleted by law
alter table luoshi.handed_in
  add column at timestamptz not null default now(),
  add column account text collate "C",
  add column size bigint,
  add column media_type text,
  add column state text not null default 'open'
    check (state in ('open', 'waiting', 'held', 'released', 'discarded', 'erased')),
  add column finding text,
  add column signatures text,
  add column scanned_at timestamptz,
  add column decided_by text collate "C",
  add column decided_at timestamptz,
  add column reason text,
  add column approval text;

create index handed_in_unsettled on luoshi.handed_in (congress, state)
  where state in ('waiting', 'held');

grant update (at, account, size, media_type, state, finding, signatures, scanned_at,
  decided_by, decided_at, reason, approval) on luoshi.handed_in to luoshi_app;
