-- Appending what was decided on things it does not write. Under the lock of the door, before anything is written:
--   versions [{k, stream, version}]: commit k relied on that version of another stream (the official a matter goes to);
--   leavers [{k, column, id, taken}]: after commit k nothing open may be with that unit or official but what it takes along.
-- Answers {stale: [{k, stream, expected, actual}]} and writes nothing when something moved meanwhile; the caller sends the
-- others again. A command done before is answered as such, whatever became of what it relied on.
create function luoshi.append_relying(
  for_congress text, commands text[], actors text[], ats text[], asked jsonb, relied jsonb)
returns jsonb language plpgsql security definer set search_path = pg_catalog, pg_temp
set plan_cache_mode = force_generic_plan set enable_seqscan = off set jit = off as $$
declare
  stale jsonb;
begin
  if for_congress is distinct from current_setting('luoshi.congress', true) then
    raise exception 'luoshi: this session does not work for congress %', for_congress
      using errcode = 'insufficient_privilege';
  end if;
  perform from luoshi.ledger_head h where h.congress = for_congress for update;
  select jsonb_agg(to_jsonb(f)) into stale from (
    select r.k, r.stream, r.version as expected, coalesce((select e.version from luoshi.event e
        where e.congress = for_congress and e.stream = r.stream order by e.version desc limit 1), 0) as actual
      from jsonb_to_recordset(relied -> 'versions') r(k integer, stream text, version integer)
    union all
    select r.k, m.id, 0, m.version
      from jsonb_to_recordset(relied -> 'leavers') r(k integer, "column" text, id text, taken jsonb)
      join luoshi.matter_view m on m.congress = for_congress and m.to_seq is null
        and case r."column" when 'unit' then m.unit when 'official' then m.official end = r.id
        and m.status not in ('drafted', 'approved', 'closed', 'merged', 'exited') and not r.taken ? m.id
  ) f
  where f.actual <> f.expected and not exists (select from luoshi.ledger_commit d
    where d.congress = for_congress and d.command = commands[f.k + 1]);
  if stale is not null then return jsonb_build_object('stale', stale); end if;
  return luoshi.append_commits(for_congress, commands, actors, ats, asked);
end $$;
revoke all on function luoshi.append_relying from public;
grant execute on function luoshi.append_relying to luoshi_app;
