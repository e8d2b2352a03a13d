-- The scan of deadlines counts instead of reading: how many matters have the same day, appraisal and unit is told by an
-- index alone, in which equal entries lie together. For that the day that is owed and the day somebody last acted are
-- columns; the rules are those of 0043 and of domain/src/matters/limit.ts. Writes every row anew once.
alter table luoshi.matter_view
  add column owed date generated always as (
    case when status in ('issued', 'misassigned', 'received') then coalesce(plan_due, due)
      when status in ('inProgress', 'committed') then due end) stored,
  add column acted text collate "C" generated always as (luoshi.last_acted(doc)) stored;

drop function luoshi.quiet_since(text, text, text, integer);
drop index luoshi.matter_owed;
drop index luoshi.matter_quiet;
create index matter_owed on luoshi.matter_view (congress, owed, appraisal, unit)
  where to_seq is null and owed is not null and unit is not null;
create index matter_acted on luoshi.matter_view (congress, acted, appraisal, unit, owed)
  where to_seq is null and owed is not null and unit is not null;
-- What is not proposed for a paper although it is late: sent back, or chased already. Few.
create index matter_chased on luoshi.matter_view (congress, id)
  where to_seq is null and owed is not null and (status = 'misassigned' or doc #> '{chases,0}' is not null);

-- Under row-level security what is inside `doc` has no index, so this runs as the owner and asks for the congress itself.
create function luoshi.chased_matters()
returns table (id text, appraisal text, status text, owed date, acted text, chased_on text, chased_level text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select m.id, m.appraisal, m.status, m.owed, m.acted, m.doc #>> '{chases,-1,on}', m.doc #>> '{chases,-1,level}'
    from luoshi.matter_view m
    where m.congress = current_setting('luoshi.congress', true) and m.to_seq is null and m.owed is not null
      and (m.status = 'misassigned' or m.doc #> '{chases,0}' is not null)
$$;
revoke all on function luoshi.chased_matters() from public;
grant execute on function luoshi.chased_matters() to luoshi_app;

-- The day's scans: each saw the log up to a position. What was in force then was told then, so nothing else need be kept
-- of what was told.
create table luoshi.deadline_scan (
  congress text collate "C" not null,
  day date not null,
  seq bigint not null,
  primary key (congress, day)
);
create index deadline_scan_saw on luoshi.deadline_scan (congress, seq, day);

-- Who acted for which unit at the last scan. Whoever comes to a unit later is told once of all that lies there.
create table luoshi.scan_reader (
  congress text collate "C" not null,
  account text collate "C" not null,
  unit text collate "C" not null,
  day date not null,
  primary key (congress, account)
);

do $$
declare
  kept text;
begin
  foreach kept in array array['deadline_scan', 'scan_reader'] loop
    execute format('alter table luoshi.%I enable row level security', kept);
    execute format('create policy own_congress on luoshi.%I to luoshi_app
      using (congress = current_setting(''luoshi.congress'', true))
      with check (congress = current_setting(''luoshi.congress'', true))', kept);
    execute format('revoke all on luoshi.%I from public, luoshi_app', kept);
    execute format('grant select, insert, update, delete on luoshi.%I to luoshi_app', kept);
  end loop;
end $$;

-- What the last scan before this version told is not told again, but for matters that changed on its very day.
insert into luoshi.deadline_scan
  select n.congress, n.scanned_on, coalesce((select c.last_seq from luoshi.ledger_commit c
      where c.congress = n.congress and c.at < to_char(n.scanned_on - interval '8 hours', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
      order by c.at desc, c.last_seq desc limit 1), 0)
    from luoshi.news_read n where n.scanned_on is not null;
insert into luoshi.scan_reader
  select t.congress, t.account, min(m.unit), n.scanned_on from luoshi.told_occasion t
    join luoshi.news_read n on n.congress = t.congress and n.scanned_on is not null
    join luoshi.matter_view m on m.congress = t.congress and m.id = t.matter and m.to_seq is null and m.unit is not null
    group by t.congress, t.account, n.scanned_on having count(distinct m.unit) = 1;

drop table luoshi.told_occasion;
alter table luoshi.news_read drop column scanned_on;
