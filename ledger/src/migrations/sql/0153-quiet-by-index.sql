-- The index of what lies quiet (0043) is in the order of the database, and the question compared in the order "C": so
-- each batch walked past all batches before it. Days in ISO form compare alike in both; asked in the index's own order,
-- a batch begins where the last one ended.
create or replace function luoshi.quiet_since(before text, after_acted text, after_id text, most integer)
returns table (id text, appraisal text, unit text, official text, acted text, owed text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select m.id, m.appraisal, m.unit, m.official, luoshi.last_acted(m.doc),
      case when m.status in ('issued', 'misassigned', 'received') then coalesce(m.plan_due, m.due) else m.due end::text
    from luoshi.matter_view m
    where m.congress = current_setting('luoshi.congress', true) and m.to_seq is null
      and m.status in ('issued', 'misassigned', 'received', 'inProgress', 'committed')
      and luoshi.last_acted(m.doc) < before
      and (luoshi.last_acted(m.doc), m.id) > (after_acted, after_id)
    order by luoshi.last_acted(m.doc), m.id limit most
$$;
