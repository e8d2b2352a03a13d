-- The one door into the log. It checks, numbers, chains and projects a batch of commits in one call; the application's
-- role may call it and may write nothing else.

-- A matter is closed only by a MatterClosed of the latest round, after a verdict of that round that satisfies on
-- measures, timeliness and quality. The rules say so first; this says it to whoever comes with SQL of his own.
create function luoshi.closing_is_earned(for_congress text, of_stream text, coming jsonb, wants_closed boolean)
returns boolean language plpgsql stable as $$
declare
  kind text;
  fact jsonb;
  round integer := 1;
  satisfied boolean := false;
  closed boolean := false;
begin
  for kind, fact in
    select h.type, h.facts::jsonb from (
      select 0 as part, e.version as place, e.type::text, e.facts from luoshi.event e
        where e.congress = for_congress and e.stream = of_stream
          and e.type in ('MatterJudged', 'MatterReopened', 'MatterClosed')
      union all
      select 1, n.place, n.value ->> 'type', n.value ->> 'facts'
        from jsonb_array_elements(coming) with ordinality n(value, place)
    ) h order by h.part, h.place
  loop
    if kind = 'MatterReopened' then
      round := (fact ->> 'round')::integer;
      satisfied := false;
      closed := false;
    elsif kind = 'MatterJudged' then
      closed := false;
      satisfied := coalesce((fact ->> 'round')::integer = round
        and fact -> 'satisfied' = 'true'
        and fact #> '{measures,passed}' = 'true'
        and fact #> '{timeliness,passed}' = 'true'
        and fact #> '{quality,passed}' = 'true', false);
    elsif kind = 'MatterClosed' then
      closed := satisfied and (fact ->> 'round')::integer = round;
      if closed is not true then
        return false;
      end if;
    end if;
  end loop;
  return closed or not wants_closed;
end $$;

-- Why a commit may not be written, or null. Nothing is written before this has been asked.
create function luoshi.commit_refusal(for_congress text, commit_asked jsonb) returns jsonb
language plpgsql stable as $$
declare
  write jsonb;
  asked_stream text;
  wants_closed boolean;
  have integer;
begin
  for write in select value from jsonb_array_elements(commit_asked -> 'writes') loop
    asked_stream := write ->> 'stream';
    select e.version into have from luoshi.event e
      where e.congress = for_congress and e.stream = asked_stream
      order by e.version desc limit 1;
    if coalesce(have, 0) <> (write ->> 'expected')::integer then
      return jsonb_build_object('code', 'version-conflict', 'stream', asked_stream,
        'expected', write -> 'expected', 'actual', coalesce(have, 0));
    end if;
    wants_closed := coalesce(write #>> '{row,view}' = 'matter_view' and write #>> '{row,columns,status}' = 'closed', false);
    if wants_closed or write -> 'events' @> '[{"type": "MatterClosed"}]' then
      if not luoshi.closing_is_earned(for_congress, asked_stream, write -> 'events', wants_closed) then
        return jsonb_build_object('code', 'closing-not-earned', 'stream', asked_stream);
      end if;
    end if;
  end loop;
  return null;
end $$;

create function luoshi.next_number(for_congress text, of_series text) returns integer language sql as $$
  insert into luoshi.number_series as s (congress, series, last) values (for_congress, of_series, 1)
  on conflict (congress, series) do update set last = s.last + 1
  returning last
$$;

create function luoshi.count_matter(for_congress text, of_appraisal text, of_unit text, of_status text, step integer)
returns void language sql as $$
  insert into luoshi.matter_count as c (congress, appraisal, unit, status, n)
  values (for_congress, of_appraisal, coalesce(of_unit, ''), of_status, step)
  on conflict (congress, appraisal, unit, status) do update set n = c.n + step
$$;

-- The new state of a stream: ends the row that held until now and begins the next one.
create function luoshi.put_row(for_congress text, of_stream text, at_seq bigint, at_version integer, asked jsonb)
returns void language plpgsql as $$
declare
  view_name text := asked ->> 'view';
  columns jsonb := asked -> 'columns';
  had_number integer;
  had_appraisal text;
  had_unit text;
  had_status text;
begin
  -- A row belongs to a stream of its own kind: matter_view holds streams matter_…
  if not starts_with(of_stream, left(view_name, -4)) then
    raise exception 'luoshi: stream % has no row in %', of_stream, view_name using errcode = 'check_violation';
  end if;
  case view_name
    when 'matter_view' then
      update luoshi.matter_view v set to_seq = at_seq
        where v.congress = for_congress and v.id = of_stream and v.to_seq is null
        returning v.number, v.appraisal, v.unit, v.status into had_number, had_appraisal, had_unit, had_status;
    when 'opinion_view' then
      update luoshi.opinion_view v set to_seq = at_seq
        where v.congress = for_congress and v.id = of_stream and v.to_seq is null returning v.number into had_number;
    when 'appraisal_view' then
      update luoshi.appraisal_view v set to_seq = at_seq
        where v.congress = for_congress and v.id = of_stream and v.to_seq is null returning v.number into had_number;
    when 'import_view' then
      update luoshi.import_view v set to_seq = at_seq
        where v.congress = for_congress and v.id = of_stream and v.to_seq is null returning v.number into had_number;
    when 'unit_view' then
      update luoshi.unit_view v set to_seq = at_seq
        where v.congress = for_congress and v.id = of_stream and v.to_seq is null returning v.number into had_number;
    when 'official_view' then
      update luoshi.official_view v set to_seq = at_seq
        where v.congress = for_congress and v.id = of_stream and v.to_seq is null returning v.number into had_number;
  end case;

  if had_number is null and asked ? 'number_series' then
    had_number := luoshi.next_number(for_congress, asked ->> 'number_series');
  end if;
  columns := columns || jsonb_build_object('congress', for_congress, 'id', of_stream, 'from_seq', at_seq,
    'to_seq', null, 'version', at_version, 'number', had_number);

  case view_name
    when 'matter_view' then
      insert into luoshi.matter_view select * from jsonb_populate_record(null::luoshi.matter_view, columns);
      if had_status is null or (had_appraisal, had_status) is distinct from (columns ->> 'appraisal', columns ->> 'status')
          or had_unit is distinct from columns ->> 'unit' then
        if had_status is not null then
          perform luoshi.count_matter(for_congress, had_appraisal, had_unit, had_status, -1);
        end if;
        perform luoshi.count_matter(for_congress, columns ->> 'appraisal', columns ->> 'unit', columns ->> 'status', 1);
      end if;
    when 'opinion_view' then
      insert into luoshi.opinion_view select * from jsonb_populate_record(null::luoshi.opinion_view, columns);
    when 'appraisal_view' then
      insert into luoshi.appraisal_view select * from jsonb_populate_record(null::luoshi.appraisal_view, columns);
    when 'import_view' then
      insert into luoshi.import_view select * from jsonb_populate_record(null::luoshi.import_view, columns);
    when 'unit_view' then
      insert into luoshi.unit_view select * from jsonb_populate_record(null::luoshi.unit_view, columns);
    when 'official_view' then
      insert into luoshi.official_view select * from jsonb_populate_record(null::luoshi.official_view, columns);
  end case;
end $$;

-- Takes [{command, actor, at, writes: [{stream, expected, events: [{type, facts, words?, salt?}], row?}]}] and answers
-- in the same order {seq, repeated} or {code, …}. Each commit is taken or refused on its own.
create function luoshi.append_commits(for_congress text, commits jsonb) returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  asked jsonb;
  write jsonb;
  coming jsonb;
  answer jsonb;
  answers jsonb := '[]';
  command_asked text;
  in_stream text;
  started bigint;
  first_seq bigint;
  last_seq bigint;
  last_hash bytea;
  leaf_hash bytea;
  version_now integer;
  salt_bytes bytea;
  hash_of_words bytea;
begin
  if for_congress is distinct from current_setting('luoshi.congress', true) then
    raise exception 'luoshi: this session does not work for congress %', for_congress
      using errcode = 'insufficient_privilege';
  end if;

  select h.seq, h.hash into last_seq, last_hash from luoshi.ledger_head h where h.congress = for_congress for update;
  if not found then
    insert into luoshi.ledger_head values (for_congress, 0, decode(repeat('00', 32), 'hex')) on conflict do nothing;
    select h.seq, h.hash into last_seq, last_hash from luoshi.ledger_head h where h.congress = for_congress for update;
  end if;
  started := last_seq;

  for asked in select value from jsonb_array_elements(commits) loop
    command_asked := asked ->> 'command';
    select jsonb_build_object('seq', c.last_seq, 'repeated', true) into answer from luoshi.ledger_commit c
      where c.congress = for_congress and c.command = command_asked;
    if not found then
      answer := luoshi.commit_refusal(for_congress, asked);
    end if;
    if answer is not null then
      answers := answers || answer;
      continue;
    end if;

    first_seq := last_seq + 1;
    for write in select value from jsonb_array_elements(asked -> 'writes') loop
      in_stream := write ->> 'stream';
      version_now := (write ->> 'expected')::integer;
      for coming in select value from jsonb_array_elements(write -> 'events') loop
        last_seq := last_seq + 1;
        version_now := version_now + 1;
        if jsonb_typeof((coming ->> 'facts')::jsonb) <> 'object' then
          raise exception 'luoshi: facts are an object' using errcode = 'check_violation';
        end if;
        hash_of_words := null;
        if coming ? 'words' then
          salt_bytes := decode(coming ->> 'salt', 'hex');
          hash_of_words := sha256(salt_bytes || convert_to(coming ->> 'words', 'UTF8'));
          insert into luoshi.event_words values (for_congress, last_seq, salt_bytes, coming ->> 'words');
        end if;
        -- The leaf: see ledger/src/log/leaf.ts, which must read these bytes the same way.
        leaf_hash := sha256('\x00'::bytea || convert_to(concat_ws(E'\n', 'luoshi-event/v1', for_congress, last_seq,
          in_stream, version_now, coming ->> 'type', command_asked, asked ->> 'actor', asked ->> 'at',
          coming ->> 'facts', coalesce(encode(hash_of_words, 'hex'), '-'), encode(last_hash, 'hex')), 'UTF8'));
        insert into luoshi.event values (for_congress, last_seq, in_stream, version_now, coming ->> 'type',
          command_asked, asked ->> 'actor', asked ->> 'at', coming ->> 'facts', hash_of_words, last_hash, leaf_hash);
        if coming ->> 'type' = 'WordsErased' then
          delete from luoshi.event_words w
            where w.congress = for_congress and w.seq = ((coming ->> 'facts')::jsonb ->> 'seq')::bigint;
        end if;
        last_hash := leaf_hash;
      end loop;
      if write ? 'row' then
        perform luoshi.put_row(for_congress, in_stream, last_seq, version_now, write -> 'row');
      end if;
    end loop;
    insert into luoshi.ledger_commit values (for_congress, command_asked, first_seq, last_seq, asked ->> 'at');
    answers := answers || jsonb_build_object('seq', last_seq, 'repeated', false);
  end loop;

  if last_seq > started then
    update luoshi.ledger_head h set seq = last_seq, hash = last_hash where h.congress = for_congress;
  end if;
  return answers;
end $$;

revoke all on function luoshi.closing_is_earned, luoshi.commit_refusal, luoshi.next_number, luoshi.count_matter,
  luoshi.put_row, luoshi.append_commits from public;
grant execute on function luoshi.append_commits to luoshi_app;
