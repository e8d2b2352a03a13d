-- What a desk and the page of supervision ask of everything that stands now is told by indexes alone, whatever their number.
-- The days owed and acted also say the state, so that the four checks are counted without reading a matter.
drop index luoshi.matter_owed;
drop index luoshi.matter_acted;
create index matter_owed on luoshi.matter_view (congress, owed, appraisal, unit, status)
  where to_seq is null and owed is not null and unit is not null;
create index matter_acted on luoshi.matter_view (congress, acted, appraisal, unit, owed, status)
  where to_seq is null and owed is not null and unit is not null;
-- What waits for the committee, few of all: the first of a step without walking past what units have in hand.
create index matter_waiting on luoshi.matter_view (congress, status, (coalesce(due, 'infinity'::date)), id)
  where to_seq is null
    and status in ('drafted', 'approved', 'misassigned', 'planned', 'submitted', 'verified', 'satisfied');
-- In hand, and owed by no day: it waits for the committee, or its day is undetermined. Few.
create index matter_unowed on luoshi.matter_view (congress, number)
  where to_seq is null and owed is null and round > 0
    and status in ('issued', 'received', 'planned', 'inProgress', 'committed', 'submitted', 'verified', 'satisfied');
-- The law is counted from states.
create index opinion_by_status on luoshi.opinion_view (congress, status) where to_seq is null;

-- The day of the last verdict: that of the last round, or of the one before where the last is still being put right.
create index matter_judged on luoshi.matter_view
  (congress, appraisal, (coalesce(doc #>> '{rounds,-1,verdict,on}', doc #>> '{rounds,-2,verdict,on}')))
  where to_seq is null
    and coalesce(doc #>> '{rounds,-1,verdict,on}', doc #>> '{rounds,-2,verdict,on}') is not null;

-- Under row-level security what is inside `doc` has no index, so this runs as the owner and asks for the congress itself.
create function luoshi.last_verdicts(appraisals text[]) returns table (id text, on_day text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select a.id, v.on_day from unnest(appraisals) a (id) cross join lateral (
    select coalesce(m.doc #>> '{rounds,-1,verdict,on}', m.doc #>> '{rounds,-2,verdict,on}') as on_day
      from luoshi.matter_view m
      where m.congress = current_setting('luoshi.congress', true) and m.appraisal = a.id collate "C"
        and m.to_seq is null
        and coalesce(m.doc #>> '{rounds,-1,verdict,on}', m.doc #>> '{rounds,-2,verdict,on}') is not null
      order by on_day desc limit 1) v
$$;
revoke all on function luoshi.last_verdicts(text[]) from public;
grant execute on function luoshi.last_verdicts(text[]) to luoshi_app;
