-- A commit of thousands of streams, sent in parts, so that whoever sends it need not hold all of it as text at once. Each
-- part is a setting of the transaction: nobody else sees it, nothing of it is written, and it ends with the transaction.
--   luoshi.<list>_<n>: elements of a list of JSON, without its brackets; n counts from 1.

-- Keeps a part. Tells nothing, so that the part does not travel back.
create function luoshi.keep_part(of_list text, n integer, part text) returns void language plpgsql as $$
begin
  perform set_config(format('luoshi.%s_%s', of_list, n), part, true);
end $$;

create function luoshi.list_of_parts(of_list text, parts integer) returns text language sql stable as $$
  select '[' || coalesce(string_agg(current_setting(format('luoshi.%s_%s', of_list, n)), ',' order by n), '') || ']'
    from generate_series(1, parts) n
$$;

-- One commit. parts says how many there are: {events, rows: {view: n}}; the rest is as append_commits and append_relying take it.
create function luoshi.append_parts(for_congress text, command text, actor text, at text, parts jsonb, relied jsonb)
returns jsonb language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  asked jsonb;
begin
  select ('{"events":' || luoshi.list_of_parts('events', (parts ->> 'events')::integer) || ',"rows":{'
      || coalesce(string_agg(to_json(r.key) || ':' || luoshi.list_of_parts(r.key, r.value::integer), ','), '') || '}}')::jsonb
    into asked from jsonb_each_text(parts -> 'rows') r;
  return case when relied is null
    then luoshi.append_commits(for_congress, array[command], array[actor], array[at], asked)
    else luoshi.append_relying(for_congress, array[command], array[actor], array[at], asked, relied) end;
end $$;

revoke all on function luoshi.keep_part, luoshi.list_of_parts, luoshi.append_parts from public;
grant execute on function luoshi.keep_part, luoshi.list_of_parts, luoshi.append_parts to luoshi_app;
