-- As matters_with (0021), with what it cost mended: it gives numbers instead of ids, as text that is handed on unread, so that
-- a list in the order of numbers takes the newest of them by its index and stops; and how many it looks for grows with the
-- root of what is on record, because that is where walking the list in its order begins to be faster: with n matters of
-- which a share f has the words, the walk to the two hundredth reads 200 / f texts in order, this n * f rows here and there,
-- each at about five times the cost. Null when the planner expects more than that, or when there are more.
create function luoshi.matter_numbers_with(pairs integer[], most integer) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  for_congress text := current_setting('luoshi.congress', true);
  expected json;
  found integer[];
begin
  most := least(most, greatest(200, (6 * sqrt((select greatest(c.reltuples, 0) from pg_class c
    where c.oid = 'luoshi.matter_view'::regclass)))::integer));
  execute format('explain (format json) select number from luoshi.matter_view
    where congress = %L and to_seq is null and grams @> %L::integer[]', for_congress, pairs) into expected;
  if (expected -> 0 -> 'Plan' ->> 'Plan Rows')::numeric > most then
    return null;
  end if;
  execute 'select array(select number from luoshi.matter_view
    where congress = $1 and to_seq is null and grams @> $2 limit $3)' into found using for_congress, pairs, most + 1;
  return case when cardinality(found) <= most then found::text end;
end $$;
revoke all on function luoshi.matter_numbers_with(integer[], integer) from public;
grant execute on function luoshi.matter_numbers_with(integer[], integer) to luoshi_app;
drop function luoshi.matters_with(integer[], integer);
