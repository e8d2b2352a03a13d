-- Rare words newest first. An index of pairs of characters gives what it finds without order, so until now all matters with
-- the words were fetched to know the newest of them, and a search cost the more the more had ever been found. Now the
-- index also says in which stretch of numbers a matter lies, so that a search goes from stretch to stretch, the newest
-- first, and stops when it has enough.

-- What a matter is found by: its pairs, and the stretches of about two thousand, sixteen thousand and a hundred and thirty
-- thousand numbers that it lies in, of its own congress. A stretch that happens to look like a pair does no harm: whoever
-- asks looks at the number and at the words, too.
create function luoshi.search_keys(pairs integer[], of_congress text, of_number integer) returns integer[]
language sql immutable parallel safe as $$
  select pairs || array[pg_catalog.hashtext(of_congress) # ((of_number >> 11) * 4),
    pg_catalog.hashtext(of_congress) # ((of_number >> 14) * 4 + 1),
    pg_catalog.hashtext(of_congress) # ((of_number >> 17) * 4 + 2)]
$$;

create index matter_words on luoshi.matter_view using gin (luoshi.search_keys(grams, congress, number)) where to_seq is null;
drop index luoshi.matter_grams;
-- Nobody searches opinions by their words, or asks for all opinions of a past moment; but each one was entered there.
drop index luoshi.opinion_grams;
drop index luoshi.opinion_as_of;

-- Numbers, below `below`, of the newest `enough` matters that have all these words; `pairs` are the words' pairs. How long
-- the next stretch is follows from how many were found so far, so that few stretches are asked and few matters looked at.
-- Runs as the owner because row-level security keeps the planner from the index; so it asks for the congress itself.
create function luoshi.newest_with(pairs integer[], words text[], below integer, enough integer) returns integer[]
language plpgsql stable security definer set search_path = pg_catalog, pg_temp
set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
declare
  for_congress text := current_setting('luoshi.congress', true);
  salt integer := hashtext(for_congress);
  top integer; upper_end integer; lower_end integer;
  -- Of the length of a stretch, as a power of two; 31: all there are.
  length integer := 11;
  wanted integer[]; hits integer[]; found integer[] := '{}';
  expected numeric;
begin
  select m.number + 1 into top from luoshi.matter_view m
    where m.congress = for_congress and m.to_seq is null and m.number is not null order by m.number desc limit 1;
  top := least(top, below);
  upper_end := top;
  while upper_end > 0 and cardinality(found) < enough loop
    if length = 31 then
      lower_end := 0;
      wanted := pairs;
    else
      lower_end := ((upper_end - 1) >> length) << length;
      -- A stretch that is most of what there is would only be read in vain.
      wanted := case when lower_end = 0 and upper_end > top / 2 then pairs
        else pairs || (salt # (((upper_end - 1) >> length) * 4 + (length - 11) / 3)) end;
    end if;
    -- Inside, only what the index knows, so that no other index is taken for it.
    select array_agg(s.number order by s.number desc) into hits from (
      select m.congress, m.number, m.search from luoshi.matter_view m
        where m.to_seq is null and luoshi.search_keys(m.grams, m.congress, m.number) @> wanted offset 0) s
      where s.congress = for_congress and s.number >= lower_end and s.number < upper_end
        and position(words[1] in s.search) > 0
        and (words[2] is null or not exists (select from unnest(words[2:]) w where position(w in s.search) = 0));
    if hits is not null then found := found || hits[1:enough - cardinality(found)]; end if;
    upper_end := lower_end;
    if found = '{}' then
      length := case length when 11 then 14 when 14 then 17 else 31 end;
    else
      -- As long as it takes at the rate so far, and half as much again; longer than eight of the longest: all.
      expected := 1.5 * (enough - cardinality(found)) * (top - lower_end) / cardinality(found);
      length := case when expected < 16384 then 11 when expected < 131072 then 14 when expected < 1048576 then 17 else 31 end;
    end if;
  end loop;
  return found;
end $$;
revoke all on function luoshi.newest_with, luoshi.search_keys from public;
-- Whoever may not use search_keys cannot look into it either; a connection that began with such a look at the index would
-- never again know it for what is asked.
grant execute on function luoshi.newest_with, luoshi.search_keys to luoshi_app;

-- As in 0172, by the new index.
create or replace function luoshi.matter_numbers_with(pairs integer[], most integer) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  for_congress text := current_setting('luoshi.congress', true);
  expected json;
  found integer[];
begin
  most := least(most, greatest(200, (6 * sqrt((select greatest(c.reltuples, 0) from pg_class c
    where c.oid = 'luoshi.matter_view'::regclass)))::integer));
  execute format('explain (format json) select number from luoshi.matter_view
    where congress = %L and to_seq is null and luoshi.search_keys(grams, congress, number) @> %L::integer[]',
    for_congress, pairs) into expected;
  if (expected -> 0 -> 'Plan' ->> 'Plan Rows')::numeric > most then
    return null;
  end if;
  execute 'select array(select number from luoshi.matter_view
    where congress = $1 and to_seq is null and luoshi.search_keys(grams, congress, number) @> $2 limit $3)'
    into found using for_congress, pairs, most + 1;
  return case when cardinality(found) <= most then found::text end;
end $$;
