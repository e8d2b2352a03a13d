-- Whoever opens a matter is told its number in the same answer. A stream that is new has no row to end.
drop function luoshi.put_rows(text, text, jsonb, bigint[], text[], integer[]);

-- New states of streams, each stream once: ends the row that held until now and begins the next one.
-- Takes [{n, id, number_series?, …columns}]; place n of the three lists says which seq, stream and version that is.
-- Gives the numbers that it gave: {stream: number}, or null.
create function luoshi.put_rows(for_congress text, view_name text, rows jsonb,
  seqs bigint[], streams text[], versions integer[]) returns jsonb language plpgsql as $$
declare
  place integer;
  in_stream text;
  of_series text;
  of_kind text;
  at_seq bigint;
  row_place tid;
  row_end bigint;
  had_number integer;
  had_appraisal text;
  had_unit text;
  had_status text;
  numbers integer[];
  given jsonb;
  ended jsonb[];
begin
  for place, in_stream, of_series, of_kind in
    select r.n, r.id, r.number_series, r.kind from jsonb_to_recordset(rows) r(n integer, id text, number_series text, kind text)
  loop
    at_seq := seqs[place];
    continue when at_seq is null; -- its commit was refused
    -- A row belongs to a stream of its own kind, and to the event that made it: matter_view holds streams matter_…
    if in_stream is distinct from streams[place] or not starts_with(in_stream,
        case view_name when 'record_view' then of_kind || '_' else left(view_name, -4) end) is true then
      raise exception 'luoshi: stream % has no row in %', in_stream, view_name using errcode = 'check_violation';
    end if;
    -- The row that held until now. In the order of its key, one by one, and then by its place: whatever statistics an
    -- empty table has, the planner then takes the key, where another index or a join would walk the whole table.
    case view_name
      when 'matter_view' then
        select v.ctid, v.to_seq, v.number, v.appraisal, v.unit, v.status into row_place, row_end, had_number, had_appraisal, had_unit, had_status
          from luoshi.matter_view v where v.congress = for_congress and v.id = in_stream order by v.from_seq desc limit 1;
        if row_place is not null and row_end is null then
          update luoshi.matter_view v set to_seq = at_seq where v.ctid = row_place;
          ended := ended || jsonb_build_object('appraisal', had_appraisal, 'unit', had_unit, 'status', had_status);
        end if;
      when 'opinion_view' then
        select v.ctid, v.to_seq, v.number into row_place, row_end, had_number
          from luoshi.opinion_view v where v.congress = for_congress and v.id = in_stream order by v.from_seq desc limit 1;
        if row_place is not null and row_end is null then
          update luoshi.opinion_view v set to_seq = at_seq where v.ctid = row_place;
        end if;
      when 'appraisal_view' then
        select v.ctid, v.to_seq, v.number into row_place, row_end, had_number
          from luoshi.appraisal_view v where v.congress = for_congress and v.id = in_stream order by v.from_seq desc limit 1;
        if row_place is not null and row_end is null then
          update luoshi.appraisal_view v set to_seq = at_seq where v.ctid = row_place;
        end if;
      when 'import_view' then
        select v.ctid, v.to_seq, v.number into row_place, row_end, had_number
          from luoshi.import_view v where v.congress = for_congress and v.id = in_stream order by v.from_seq desc limit 1;
        if row_place is not null and row_end is null then
          update luoshi.import_view v set to_seq = at_seq where v.ctid = row_place;
        end if;
      when 'unit_view' then
        select v.ctid, v.to_seq, v.number into row_place, row_end, had_number
          from luoshi.unit_view v where v.congress = for_congress and v.id = in_stream order by v.from_seq desc limit 1;
        if row_place is not null and row_end is null then
          update luoshi.unit_view v set to_seq = at_seq where v.ctid = row_place;
        end if;
      when 'official_view' then
        select v.ctid, v.to_seq, v.number into row_place, row_end, had_number
          from luoshi.official_view v where v.congress = for_congress and v.id = in_stream order by v.from_seq desc limit 1;
        if row_place is not null and row_end is null then
          update luoshi.official_view v set to_seq = at_seq where v.ctid = row_place;
        end if;
      when 'record_view' then
        select v.ctid, v.to_seq, v.number into row_place, row_end, had_number
          from luoshi.record_view v where v.congress = for_congress and v.id = in_stream order by v.from_seq desc limit 1;
        if row_place is not null and row_end is null then
          update luoshi.record_view v set to_seq = at_seq where v.ctid = row_place;
        end if;
    end case;
    if had_number is null and of_series is not null then
      insert into luoshi.number_series as s (congress, series, last) values (for_congress, of_series, 1)
        on conflict on constraint number_series_pkey do update set last = s.last + 1
        returning last into had_number;
      given := coalesce(given, '{}') || jsonb_build_object(in_stream, had_number);
    end if;
    numbers[place] := had_number;
  end loop;

  case view_name
    when 'matter_view' then
      insert into luoshi.matter_view
        select for_congress, r.id, seqs[r.n], null, versions[r.n], numbers[r.n],
          r.appraisal, r.opinion, r.status, r.round, r.unit, r.official, r.title, r.due, r.plan_due, r.phase,
          r.warned, r.opened_on, r.updated_at, r.search, r.grams, r.doc
        from jsonb_to_recordset(rows) r(n integer, id text, appraisal text, opinion text, status text, round integer, unit text, official text,
          title text, due date, plan_due date, phase text, warned boolean, opened_on date, updated_at timestamptz,
          search text, grams integer[], doc jsonb)
        where seqs[r.n] is not null;
    when 'opinion_view' then
      insert into luoshi.opinion_view
        select for_congress, r.id, seqs[r.n], null, versions[r.n], numbers[r.n],
          r.appraisal, r.status, r.matter, r.exit, r.received_on, r.channel, r.text, r.grams, r.doc
        from jsonb_to_recordset(rows) r(n integer, id text, appraisal text, status text, matter text, exit text, received_on date, channel text,
          text text, grams integer[], doc jsonb)
        where seqs[r.n] is not null;
    when 'appraisal_view' then
      insert into luoshi.appraisal_view
        select for_congress, r.id, seqs[r.n], null, versions[r.n], numbers[r.n],
          r.title, r.subject, r.unit, r.official, r.phase, r.status, r.doc
        from jsonb_to_recordset(rows) r(n integer, id text, title text, subject text, unit text, official text, phase text, status text, doc jsonb)
        where seqs[r.n] is not null;
    when 'import_view' then
      insert into luoshi.import_view
        select for_congress, r.id, seqs[r.n], null, versions[r.n], numbers[r.n],
          r.status, r.file_name, r.appraisal, r.doc
        from jsonb_to_recordset(rows) r(n integer, id text, status text, file_name text, appraisal text, doc jsonb)
        where seqs[r.n] is not null;
    when 'unit_view' then
      insert into luoshi.unit_view
        select for_congress, r.id, seqs[r.n], null, versions[r.n], numbers[r.n],
          r.name, r.status, r.successor, r.doc
        from jsonb_to_recordset(rows) r(n integer, id text, name text, status text, successor text, doc jsonb)
        where seqs[r.n] is not null;
    when 'official_view' then
      insert into luoshi.official_view
        select for_congress, r.id, seqs[r.n], null, versions[r.n], numbers[r.n],
          r.name, r.unit, r.post, r.status, r.doc
        from jsonb_to_recordset(rows) r(n integer, id text, name text, unit text, post text, status text, doc jsonb)
        where seqs[r.n] is not null;
    when 'record_view' then
      insert into luoshi.record_view
        select for_congress, r.id, seqs[r.n], null, versions[r.n], numbers[r.n],
          r.kind, r.appraisal, r.parent, r.status, r.unit, r.official, r.title, r.on_day, r.due, r.doc
        from jsonb_to_recordset(rows) r(n integer, id text, kind text, appraisal text, parent text, status text, unit text,
          official text, title text, on_day date, due date, doc jsonb)
        where seqs[r.n] is not null;
  end case;

  if view_name = 'matter_view' then
    insert into luoshi.matter_count as c (congress, appraisal, unit, status, n)
      select for_congress, d.appraisal, coalesce(d.unit, ''), d.status, sum(d.step) from (
        select r.appraisal, r.unit, r.status, 1 as step
          from jsonb_to_recordset(rows) r(n integer, appraisal text, unit text, status text) where seqs[r.n] is not null
        union all
        select b.value ->> 'appraisal', b.value ->> 'unit', b.value ->> 'status', -1 from unnest(ended) b(value)
      ) d group by d.appraisal, coalesce(d.unit, ''), d.status having sum(d.step) <> 0
    on conflict (congress, appraisal, unit, status) do update set n = c.n + excluded.n;
  end if;
  return given;
end $$;


-- Appends a batch of commits in which no command and no stream comes twice. Each is taken or refused on its own; the
-- answers come in the order of the commits: {seq, repeated, numbers?} or {code, …}; numbers as given: {stream: number}. Takes flat lists, because a statement over a
-- list costs little more than over one row, and a step of this language costs more than a row:
--   commits [{k, command, actor, at}], rows {view: [see put_rows]},
--   events [{n, k, v, stream, expected, type, facts, words?, salt?}], in order: n counts from 1, k is the place of the
--   commit, v counts the events of a stream in its commit from 1, expected is the stream's version before v = 1.
create or replace function luoshi.append_commits(for_congress text, asked jsonb) returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp
-- Plans are made once and kept, perhaps on an empty database: they must go by key whatever statistics say. Where two
-- indexes look alike the planner takes the one made last, so 0002 makes the key of ledger_commit last.
set plan_cache_mode = force_generic_plan set enable_seqscan = off set jit = off as $$
declare
  head_seq bigint;
  head_hash bytea;
  refused jsonb;
  seqs bigint[];
  streams text[];
  versions integer[];
  word_hashes bytea[];
  leads bytea[];
  prevs bytea[];
  hashes bytea[];
  has_words boolean;
  erases boolean;
  fit boolean;
  answers jsonb;
  view_name text;
  given jsonb;
begin
  if for_congress is distinct from current_setting('luoshi.congress', true) or for_congress ~ '^$|[[:cntrl:]]' then
    raise exception 'luoshi: this session does not work for congress %', for_congress
      using errcode = 'insufficient_privilege';
  end if;

  -- Writers of one congress stand in line here; everything read below stays true until they are through.
  select h.seq, h.hash into head_seq, head_hash from luoshi.ledger_head h where h.congress = for_congress for update;
  if not found then
    insert into luoshi.ledger_head values (for_congress, 0, decode(repeat('00', 32), 'hex')) on conflict do nothing;
    select h.seq, h.hash into head_seq, head_hash from luoshi.ledger_head h where h.congress = for_congress for update;
  end if;

  refused := luoshi.refusals(for_congress, asked);

  -- Every event in its place; those of refused commits get no seq.
  select array_agg(e.seq), array_agg(e.stream), array_agg(e.expected + e.v), array_agg(e.words_hash),
      -- The leaf but for its last line: see ledger/src/log/leaf.ts, which must read these bytes the same way.
      array_agg('\x00'::bytea || convert_to(concat_ws(E'\n', 'luoshi-event/v1', for_congress, e.seq, e.stream,
        e.expected + e.v, e.type, e.command, e.actor, e.at, e.facts, coalesce(encode(e.words_hash, 'hex'), '-'), ''), 'UTF8')),
      bool_or(e.words_hash is not null), bool_or(e.type = 'WordsErased'),
      -- Places are what they say, and a name is one line of visible text: a leaf can be read only one way. A stream that
      -- comes back after another one, or in another commit, begins at v 1 again and breaks the key of the event table.
      count(*) = jsonb_array_length(asked -> 'events') and bool_and((e.n = e.place and e.k >= e.k_before
        and e.v = case when e.stream = e.stream_before and e.k = e.k_before and e.n > 1 then e.v_before + 1 else 1 end
        and (e.v = 1 or e.expected = e.expected_before)
        and concat_ws(' ', e.stream, e.type, e.command, e.actor) !~ '[[:cntrl:]]'
        and '' not in (e.stream, e.type, e.command, e.actor)
        and e.facts !~ '\n' and jsonb_typeof(e.facts::jsonb) = 'object'
        and e.at ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$') is true)
    into seqs, streams, versions, word_hashes, leads, has_words, erases, fit
    from (
      select i.*, c.command, c.actor, c.at,
          case when i.taken then head_seq + count(*) filter (where i.taken) over place_order end as seq,
          lag(i.k, 1, i.k) over place_order as k_before,
          lag(i.v) over place_order as v_before,
          lag(i.stream) over place_order as stream_before,
          lag(i.expected) over place_order as expected_before,
          case when i.words is not null then sha256(decode(i.salt, 'hex') || convert_to(i.words, 'UTF8')) end as words_hash
        from (
          select x.*, coalesce(not refused ? x.k::text, true) as taken
            from rows from (jsonb_to_recordset(asked -> 'events') as (n integer, k integer, v integer, stream text,
              expected integer, type text, facts text, words text, salt text)) with ordinality
              x(n, k, v, stream, expected, type, facts, words, salt, place)
        ) i
        join jsonb_to_recordset(asked -> 'commits') c(k integer, command text, actor text, at text) on c.k = i.k
        window place_order as (order by i.place)
        order by i.place
    ) e;
  if fit is not true then
    raise exception 'luoshi: the batch holds an event that cannot be a leaf, or a stream twice'
      using errcode = 'check_violation';
  end if;

  for place in 1 .. cardinality(leads) loop
    if seqs[place] is not null then
      prevs[place] := head_hash;
      head_hash := sha256(leads[place] || convert_to(encode(head_hash, 'hex'), 'UTF8'));
      hashes[place] := head_hash;
      head_seq := seqs[place];
    end if;
  end loop;

  if hashes is not null then
    insert into luoshi.event
      select for_congress, seqs[e.n], e.stream, versions[e.n], e.type, c.command, c.actor, c.at, e.facts,
          word_hashes[e.n], prevs[e.n], hashes[e.n]
        from jsonb_to_recordset(asked -> 'events') e(n integer, k integer, stream text, type text, facts text)
        join jsonb_to_recordset(asked -> 'commits') c(k integer, command text, actor text, at text) on c.k = e.k
        where seqs[e.n] is not null;
    if has_words then
      insert into luoshi.event_words
        select for_congress, seqs[e.n], decode(e.salt, 'hex'), e.words
          from jsonb_to_recordset(asked -> 'events') e(n integer, words text, salt text)
          where seqs[e.n] is not null and e.words is not null;
    end if;
    if erases then
      insert into luoshi.erasure
        select for_congress, (e.facts::jsonb ->> 'seq')::bigint, seqs[e.n]
          from jsonb_to_recordset(asked -> 'events') e(n integer, type text, facts text)
          where seqs[e.n] is not null and e.type = 'WordsErased';
      delete from luoshi.event_words w using luoshi.erasure r
        where r.congress = for_congress and r.said_at = any (seqs) and w.congress = for_congress and w.seq = r.seq;
    end if;
    for view_name in select jsonb_object_keys(asked -> 'rows') loop
      given := coalesce(given, '{}')
        || coalesce(luoshi.put_rows(for_congress, view_name, asked -> 'rows' -> view_name, seqs, streams, versions), '{}');
    end loop;
    update luoshi.ledger_head h set seq = head_seq, hash = head_hash where h.congress = for_congress;
  end if;

  with span as (
    select c.k, c.command, c.at, min(seqs[e.n]) as first_seq, max(seqs[e.n]) as last_seq
      from jsonb_to_recordset(asked -> 'commits') c(k integer, command text, at text)
      left join jsonb_to_recordset(asked -> 'events') e(n integer, k integer) on e.k = c.k
      group by c.k, c.command, c.at
  ), kept as (
    insert into luoshi.ledger_commit
      select for_congress, s.command, s.first_seq, s.last_seq, s.at from span s where s.last_seq is not null
  )
  select jsonb_agg(coalesce(refused -> s.k::text, jsonb_strip_nulls(jsonb_build_object('seq', s.last_seq, 'repeated', false,
      'numbers', case when given is not null then (select jsonb_object_agg(g.key, g.value) from jsonb_each(given) g
        join jsonb_to_recordset(asked -> 'events') e(k integer, v integer, stream text) on e.stream = g.key
        where e.k = s.k and e.v = 1) end))) order by s.k)
    into answers from span s;
  return answers;
end $$;

revoke all on function luoshi.put_rows from public;
