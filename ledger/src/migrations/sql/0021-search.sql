-- Finding matters: pages in the order of their numbers and due days, and Chinese words by their pairs of characters.

create index matter_by_number on luoshi.matter_view (congress, number desc) where to_seq is null;
create index matter_of_unit_by_number on luoshi.matter_view (congress, unit, number desc)
  include (status) where to_seq is null;
create index matter_by_due on luoshi.matter_view (congress, (coalesce(due, 'infinity'::date)), id) where to_seq is null;

-- The ids of matters whose text has all these pairs, or null when the planner expects more than `most`: then walking
-- the list in its order and looking at each text is faster. Runs as the owner because row-level security keeps the
-- planner from the index (array operators are not leakproof); so it asks for the congress itself. Volatile only
-- because EXPLAIN is not allowed otherwise.
create function luoshi.matters_with(pairs integer[], most integer) returns text[]
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  for_congress text := current_setting('luoshi.congress', true);
  expected json;
  found text[];
begin
  execute format('explain (format json) select id from luoshi.matter_view
    where congress = %L and to_seq is null and grams @> %L::integer[]', for_congress, pairs) into expected;
  if (expected -> 0 -> 'Plan' ->> 'Plan Rows')::numeric > most then
    return null;
  end if;
  execute 'select array(select id from luoshi.matter_view
    where congress = $1 and to_seq is null and grams @> $2 limit $3)' into found using for_congress, pairs, most + 1;
  return case when cardinality(found) > most then null else found end;
end $$;

revoke all on function luoshi.matters_with(integer[], integer) from public;
grant execute on function luoshi.matters_with(integer[], integer) to luoshi_app;

-- Lineage: who follows whom, and which parts an opinion was divided into.
create index matter_merged_into on luoshi.matter_view (congress, (doc ->> 'mergedInto'))
  where to_seq is null and status = 'merged';
create index opinion_part_of on luoshi.opinion_view (congress, (doc ->> 'partOf'))
  where to_seq is null and doc ->> 'partOf' is not null;
