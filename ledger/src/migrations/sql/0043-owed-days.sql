-- For the scan of deadlines: what units owe in the order of the day it is owed, and in the order of the day they last
-- did anything. The same rules as server/src/matters/owed-day.ts; nothing is stored about being late or silent.

create index matter_owed on luoshi.matter_view (congress,
  (case when status in ('issued', 'misassigned', 'received') then coalesce(plan_due, due)
    when status in ('inProgress', 'committed') then due end), id)
  where to_seq is null;

-- The last day on which the unit signed, met, reported or submitted. ISO days compare as texts.
create function luoshi.last_acted(doc jsonb) returns text language sql immutable parallel safe as $$
  select greatest(doc #>> '{rounds,-1,startedOn}', doc #>> '{handOver,signedOn}',
    doc #>> '{rounds,-1,meeting,heldOn}', doc #>> '{rounds,-1,progress,-1,on}',
    doc #>> '{rounds,-1,submission,on}') collate "C"
$$;

create index matter_quiet on luoshi.matter_view (congress, luoshi.last_acted(doc), id)
  where to_seq is null and status in ('issued', 'misassigned', 'received', 'inProgress', 'committed');

-- What is inside `doc` has no index under row-level security, so this runs as the owner and asks for the congress itself.
create function luoshi.quiet_since(before text, after_acted text, after_id text, most integer)
returns table (id text, appraisal text, unit text, official text, acted text, owed text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select m.id, m.appraisal, m.unit, m.official, luoshi.last_acted(m.doc),
      case when m.status in ('issued', 'misassigned', 'received') then coalesce(m.plan_due, m.due) else m.due end::text
    from luoshi.matter_view m
    where m.congress = current_setting('luoshi.congress', true) and m.to_seq is null
      and m.status in ('issued', 'misassigned', 'received', 'inProgress', 'committed')
      and luoshi.last_acted(m.doc) < before collate "C"
      and (luoshi.last_acted(m.doc), m.id) > (after_acted collate "C", after_id collate "C")
    order by luoshi.last_acted(m.doc), m.id limit most
$$;

revoke all on function luoshi.quiet_since(text, text, text, integer) from public;
grant execute on function luoshi.quiet_since(text, text, text, integer) to luoshi_app;
