-- What is kept apart from the log (sealed entries, texts of the public) goes in with the commit that the log knows it by,
-- and out with the event that says so: one transaction, so a refused commit leaves nothing lying, and nobody puts in or
-- takes out anything that the log does not tell of. `kept` lists, each of commit k (from 0):
--   sealed [{k, hash, envelope, about, salt, body}]   voices [{k, id, salt, text}]
--   unsealed [{k, envelope, hashes}]   unvoiced [{k, id}]   what the law wants gone, by an event of the same commit.
-- The row of an erased entry stays, empty: whose envelope it was in is no personal data, and its hash is in the log.
create function luoshi.append_keeping(
  for_congress text, commands text[], actors text[], ats text[], asked jsonb, relied jsonb, kept jsonb)
returns jsonb language plpgsql security definer set search_path = pg_catalog, pg_temp set jit = off as $$
declare
  answered jsonb;
begin
  if for_congress is distinct from current_setting('luoshi.congress', true) then
    raise exception 'luoshi: this session does not work for congress %', for_congress
      using errcode = 'insufficient_privilege';
  end if;
  answered := case when relied is null
    then luoshi.append_commits(for_congress, commands, actors, ats, asked)
    else luoshi.append_relying(for_congress, commands, actors, ats, asked, relied) end;
  if answered ? 'stale' then return answered; end if;
  -- Commits that were refused, or done before, keep nothing.
  insert into luoshi.sealed_entry (congress, hash, envelope, about, salt, body)
    select for_congress, r.hash, r.envelope, r.about, decode(r.salt, 'hex'), r.body
    from jsonb_to_recordset(kept -> 'sealed') r(k integer, hash text, envelope text, about text, salt text, body text)
    where answered -> 'answers' -> r.k ->> 'repeated' = 'false';
  insert into luoshi.voice_text (congress, id, salt, text)
    select for_congress, r.id, decode(r.salt, 'hex'), r.text
    from jsonb_to_recordset(kept -> 'voices') r(k integer, id text, salt text, text text)
    where answered -> 'answers' -> r.k ->> 'repeated' = 'false';
  update luoshi.sealed_entry s set salt = '', body = ''
    from jsonb_to_recordset(kept -> 'unsealed') r(k integer, envelope text, hashes jsonb)
    where s.congress = for_congress and s.envelope = r.envelope and r.hashes ? s.hash
      and luoshi.told_in(for_congress, commands[r.k + 1], r.envelope, 'EnvelopeErased');
  delete from luoshi.voice_text t
    using jsonb_to_recordset(kept -> 'unvoiced') r(k integer, id text)
    where t.congress = for_congress and t.id = r.id
      and luoshi.told_in(for_congress, commands[r.k + 1], r.id, 'VoiceErased');
  return answered;
end $$;

-- Whether the commit of this command put such an event on this stream.
create function luoshi.told_in(for_congress text, of_command text, of_stream text, of_type text) returns boolean
language sql stable set search_path = pg_catalog, pg_temp as $$
  select exists (select from luoshi.ledger_commit c
    join luoshi.event e on e.congress = c.congress and e.seq between c.first_seq and c.last_seq
    where c.congress = for_congress and c.command = of_command and e.stream = of_stream and e.type = of_type)
$$;

revoke all on function luoshi.append_keeping, luoshi.told_in from public;
grant execute on function luoshi.append_keeping to luoshi_app;

-- Only together with the log.
revoke insert on luoshi.sealed_entry from luoshi_app;
revoke insert, delete on luoshi.voice_text from luoshi_app;
