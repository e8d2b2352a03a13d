-- What stands around one matter. Row-level security keeps the planner from indexes on what is inside `doc` (its
-- operators are not leakproof), so these questions run as the owner and ask for the congress themselves.

create function luoshi.parts_of(of_opinion text) returns setof text
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select o.id from luoshi.opinion_view o
  where o.congress = current_setting('luoshi.congress', true) and o.doc ->> 'partOf' = of_opinion
    and o.doc ->> 'partOf' is not null and o.to_seq is null
$$;

-- Names of those it speaks of; the matter it follows, those that follow it, and those that carry the other parts of
-- its opinion; the opinion it carries, and those it was once a part of (the nearest first).
create function luoshi.around_matter(of_matter text, of_opinion text, of_appraisal text, follows text,
  units text[], officials text[], accounts text[])
returns table (kind text, id text, label text, number integer, unit text, round integer, doc jsonb)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp set plan_cache_mode = force_generic_plan as $$
declare
  for_congress text := current_setting('luoshi.congress', true);
  said luoshi.opinion_view;
  whole text;
begin
  return query
    select 'unit', v.id, v.name, null::integer, null::text, 0, null::jsonb
      from luoshi.unit_view v where v.congress = for_congress and v.id = any(units) and v.to_seq is null
    union all
    select 'official', v.id, v.name, null, null, 0, null
      from luoshi.official_view v where v.congress = for_congress and v.id = any(officials) and v.to_seq is null
    union all
    select 'account', v.id, v.name, null, null, 0, null
      from luoshi.account v where v.congress = for_congress and v.id = any(accounts)
    union all
    select 'appraisal', v.id, v.title, null, v.phase, 0, null
      from luoshi.appraisal_view v where v.congress = for_congress and v.id = of_appraisal and v.to_seq is null
    union all
    select case when v.id = of_matter then 'self' else 'into' end, v.id, v.title, v.number, v.unit, v.round, null
      from luoshi.matter_view v
      where v.congress = for_congress and v.id in (of_matter, follows) and v.to_seq is null
    union all
    select 'from', v.id, v.title, v.number, v.unit, v.round, null from luoshi.matter_view v
      where v.congress = for_congress and v.doc ->> 'mergedInto' = of_matter
        and v.to_seq is null and v.status = 'merged';

  select * into said from luoshi.opinion_view v
    where v.congress = for_congress and v.id = of_opinion and v.to_seq is null;
  whole := said.doc ->> 'partOf';
  if whole is not null then
    return query
      select 'sibling', m.id, m.title, m.number, m.unit, m.round, null::jsonb
      from luoshi.opinion_view p join luoshi.matter_view m
        on m.congress = for_congress and m.id = p.matter and m.to_seq is null
      where p.congress = for_congress and p.doc ->> 'partOf' = whole and p.doc ->> 'partOf' is not null
        and p.to_seq is null and m.id <> of_matter
      order by m.number;
  end if;
  while said.id is not null loop
    return query select 'opinion', said.id, said.text, null::integer, null::text, 0, said.doc;
    whole := said.doc ->> 'partOf';
    exit when whole is null;
    select * into said from luoshi.opinion_view v
      where v.congress = for_congress and v.id = whole and v.to_seq is null;
  end loop;
end $$;

revoke all on function luoshi.parts_of(text) from public;
revoke all on function luoshi.around_matter(text, text, text, text, text[], text[], text[]) from public;
grant execute on function luoshi.parts_of(text) to luoshi_app;
grant execute on function luoshi.around_matter(text, text, text, text, text[], text[], text[]) to luoshi_app;
