-- How checkpoints and tiles come in: added to, never changed. What they say is checked by every verifier against the
-- leaves, so a wrong one cannot hide anything; these functions only keep the tables in order.

create function luoshi.put_tiles(for_congress text, tiles jsonb) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if for_congress is distinct from current_setting('luoshi.congress', true) then
    raise exception 'luoshi: this session does not work for congress %', for_congress using errcode = 'insufficient_privilege';
  end if;
  insert into luoshi.merkle_tile (congress, level, idx, hash)
    select for_congress, t.level, t.idx, decode(t.hash, 'hex')
      from jsonb_to_recordset(tiles) t(level smallint, idx bigint, hash text)
    on conflict do nothing;
end $$;

create function luoshi.put_checkpoint(for_congress text, of_size bigint, root bytea, note text, at text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if for_congress is distinct from current_setting('luoshi.congress', true) then
    raise exception 'luoshi: this session does not work for congress %', for_congress using errcode = 'insufficient_privilege';
  end if;
  if of_size < 1 or length(root) <> 32
      or of_size > (select h.seq from luoshi.ledger_head h where h.congress = for_congress) then
    raise exception 'luoshi: no checkpoint of % events can be', of_size using errcode = 'check_violation';
  end if;
  insert into luoshi.checkpoint values (for_congress, of_size, root, note, at) on conflict do nothing;
end $$;

revoke all on function luoshi.put_tiles, luoshi.put_checkpoint from public;
grant execute on function luoshi.put_tiles, luoshi.put_checkpoint to luoshi_app;
