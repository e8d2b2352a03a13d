-- A command costs what its statements cost to begin, more than what its rows cost. So the door is one function that goes
-- over the events once, ends rows only of streams that had one, counts only what changed, and lets nothing be sorted,
-- grouped or joined that comes in order. What it checks, hashes and writes is what 0004 and 0065 did.
drop function luoshi.append_commits(text, jsonb);
drop function luoshi.put_rows(text, text, jsonb, bigint[], text[], integer[]);
drop function luoshi.refusals(text, jsonb);

-- Begins rows. Takes [{n, id, …columns}] and, by place n of the event that a row follows from, its seq (null: refused),
-- stream, version, number and the name of its view. Gives how many rows it wrote.
create function luoshi.begin_rows(for_congress text, view_name text, rows jsonb, seqs bigint[], streams text[],
  versions integer[], numbers integer[], views text[]) returns bigint language plpgsql as $$
declare
  written bigint;
begin
  case view_name
    when 'matter_view' then
      insert into luoshi.matter_view
        select for_congress, r.id, seqs[r.n], null, versions[r.n], numbers[r.n],
          r.appraisal, r.opinion, r.status, r.round, r.unit, r.official, r.title, r.due, r.plan_due, r.phase, r.warned, r.opened_on, r.updated_at, r.search, r.grams, r.doc
        from jsonb_to_recordset(rows) r(n integer, id text, appraisal text, opinion text, status text, round integer, unit text, official text,
          title text, due date, plan_due date, phase text, warned boolean, opened_on date, updated_at timestamptz,
          search text, grams integer[], doc jsonb)
        where seqs[r.n] is not null and views[r.n] = view_name and r.id = streams[r.n];
    when 'opinion_view' then
      insert into luoshi.opinion_view
        select for_congress, r.id, seqs[r.n], null, versions[r.n], numbers[r.n],
          r.appraisal, r.status, r.matter, r.exit, r.received_on, r.channel, r.text, r.grams, r.doc
        from jsonb_to_recordset(rows) r(n integer, id text, appraisal text, status text, matter text, exit text, received_on date, channel text,
          text text, grams integer[], doc jsonb)
        where seqs[r.n] is not null and views[r.n] = view_name and r.id = streams[r.n];
    when 'appraisal_view' then
      insert into luoshi.appraisal_view
        select for_congress, r.id, seqs[r.n], null, versions[r.n], numbers[r.n],
          r.title, r.subject, r.unit, r.official, r.phase, r.status, r.doc
        from jsonb_to_recordset(rows) r(n integer, id text, title text, subject text, unit text, official text, phase text, status text, doc jsonb)
        where seqs[r.n] is not null and views[r.n] = view_name and r.id = streams[r.n];
    when 'import_view' then
      insert into luoshi.import_view
        select for_congress, r.id, seqs[r.n], null, versions[r.n], numbers[r.n],
          r.status, r.file_name, r.appraisal, r.doc
        from jsonb_to_recordset(rows) r(n integer, id text, status text, file_name text, appraisal text, doc jsonb)
        where seqs[r.n] is not null and views[r.n] = view_name and r.id = streams[r.n];
    when 'unit_view' then
      insert into luoshi.unit_view
        select for_congress, r.id, seqs[r.n], null, versions[r.n], numbers[r.n],
          r.name, r.status, r.successor, r.doc
        from jsonb_to_recordset(rows) r(n integer, id text, name text, status text, successor text, doc jsonb)
        where seqs[r.n] is not null and views[r.n] = view_name and r.id = streams[r.n];
    when 'official_view' then
      insert into luoshi.official_view
        select for_congress, r.id, seqs[r.n], null, versions[r.n], numbers[r.n],
          r.name, r.unit, r.post, r.status, r.doc
        from jsonb_to_recordset(rows) r(n integer, id text, name text, unit text, post text, status text, doc jsonb)
        where seqs[r.n] is not null and views[r.n] = view_name and r.id = streams[r.n];
    when 'record_view' then
      insert into luoshi.record_view
        select for_congress, r.id, seqs[r.n], null, versions[r.n], numbers[r.n],
          r.kind, r.appraisal, r.parent, r.status, r.unit, r.official, r.title, r.on_day, r.due, r.doc
        from jsonb_to_recordset(rows) r(n integer, id text, kind text, appraisal text, parent text, status text, unit text,
          official text, title text, on_day date, due date, doc jsonb)
        where seqs[r.n] is not null and views[r.n] = view_name and r.id = streams[r.n] and starts_with(r.id, r.kind || '_');
  end case;
  get diagnostics written = row_count;
  return written;
end $$;

-- Appends a batch of commits in which no command and no stream comes twice. Each is taken or refused on its own.
--   commands, actors, ats: one of each a commit; k is its place, from 0.
--   asked: rows {view: [see begin_rows]}, events [{n, k, v, stream, expected, type, facts, words?, salt?, view?, series?}],
--   in order: n counts from 1, v counts the events of a stream in its commit from 1, expected is the stream's version
--   before v = 1; the last event of a stream names the view that its row is in and the series that numbers it.
-- Answers {answers: [{seq, repeated} or {code, …}], numbered: [stream], numbers: [its number]}.
create function luoshi.append_commits(for_congress text, commands text[], actors text[], ats text[], asked jsonb)
returns jsonb language plpgsql security definer set search_path = pg_catalog, pg_temp
-- Plans are made once and kept, perhaps on an empty database: they must go by key whatever statistics say. Where two
-- indexes look alike the planner takes the one made last, so 0002 makes the key of ledger_commit last.
set plan_cache_mode = force_generic_plan set enable_seqscan = off set jit = off as $$
declare
  head_seq bigint;
  head_hash bytea;
  -- One event.
  place integer; commit_place integer; v integer; in_stream text; expected integer; actual integer;
  kind text; facts text; words text; salt text; view_name text; of_series text;
  words_hash bytea;
  -- All events, by place.
  places integer := 0;
  ks integer[]; streams text[]; versions integer[]; expecteds integer[]; views text[]; series text[];
  tails text[]; word_hashes bytea[];
  seqs bigint[]; prevs bytea[]; hashes bytea[]; numbers integer[];
  -- All commits, from 1.
  firsts bigint[]; lasts bigint[];
  before_k integer := 0; before_v integer; before_stream text; before_expected integer;
  has_words boolean := false;
  erases boolean := false;
  closes boolean := false;
  refused jsonb := '{}';
  repeated text; repeated_seq bigint;
  closing record;
  -- Numbers given.
  numbered text[] := '{}'; given integer[] := '{}';
  counted_series text; counted integer; counted_first integer;
  -- Matters counted by what they were and by what they are.
  had_number integer; had_row boolean; had_appraisal text; had_unit text; had_status text; matter_at integer := -1; matter_row jsonb;
  of_appraisals text[] := '{}'; of_units text[] := '{}'; of_statuses text[] := '{}'; steps integer[] := '{}';
  answers jsonb := '[]';
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

  for place, commit_place, v, in_stream, expected, kind, facts, words, salt, view_name, of_series, actual in
    select i.n, i.k, i.v, i.stream, i.expected, i.type, i.facts, i.words, i.salt, i.view, i.series,
        case when i.v = 1 then coalesce((select e.version from luoshi.event e
          where e.congress = for_congress and e.stream = i.stream order by e.version desc limit 1), 0) end
      from jsonb_to_recordset(asked -> 'events') i(n integer, k integer, v integer, stream text, expected integer,
        type text, facts text, words text, salt text, view text, series text)
  loop
    places := places + 1;
    -- Places are what they say, and a name is one line of visible text: a leaf can be read only one way. A stream that
    -- comes back after another one, or in another commit, begins at v 1 again and breaks the key of the event table.
    if (place = places and commit_place >= before_k and commit_place < cardinality(commands)
        and v = case when in_stream = before_stream and commit_place = before_k then before_v + 1 else 1 end
        and (v = 1 or expected = before_expected)
        and concat_ws(' ', in_stream, kind, commands[commit_place + 1], actors[commit_place + 1]) !~ '[[:cntrl:]]'
        and '' not in (in_stream, kind, commands[commit_place + 1], actors[commit_place + 1])
        and facts !~ '\n' and jsonb_typeof(facts::jsonb) = 'object'
        and ats[commit_place + 1] ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$') is not true then
      raise exception 'luoshi: the batch holds an event that cannot be a leaf, or a stream twice'
        using errcode = 'check_violation';
    end if;
    if v = 1 and actual <> expected then
      refused := refused || jsonb_build_object(commit_place, jsonb_build_object('code', 'version-conflict',
        'stream', in_stream, 'expected', expected, 'actual', actual));
    end if;
    -- A row belongs to a stream of its own kind: matter_view holds streams matter_…
    if view_name is not null and view_name <> 'record_view' and not starts_with(in_stream, left(view_name, -4)) then
      raise exception 'luoshi: stream % has no row in %', in_stream, view_name using errcode = 'check_violation';
    end if;
    if words is not null then
      has_words := true;
      words_hash := sha256(decode(salt, 'hex') || convert_to(words, 'UTF8'));
    else
      words_hash := null;
    end if;
    if kind = 'MatterClosed' then closes := true; elsif kind = 'WordsErased' then erases := true; end if;
    ks[place] := commit_place;
    streams[place] := in_stream;
    versions[place] := expected + v;
    expecteds[place] := expected;
    views[place] := view_name;
    series[place] := of_series;
    word_hashes[place] := words_hash;
    -- The leaf from its fourth line on but for its last: see ledger/src/log/leaf.ts, which must read these bytes the same way.
    tails[place] := concat_ws(E'\n', in_stream, expected + v, kind, commands[commit_place + 1], actors[commit_place + 1],
      ats[commit_place + 1], facts, coalesce(encode(words_hash, 'hex'), '-'), '');
    before_k := commit_place; before_v := v; before_stream := in_stream; before_expected := expected;
  end loop;
  if places = 0 then
    raise exception 'luoshi: the batch holds no event' using errcode = 'check_violation';
  end if;

  -- What was done before is answered again, whatever became of its streams since.
  for repeated, repeated_seq in
    select d.command, d.last_seq from luoshi.ledger_commit d where d.congress = for_congress and d.command = any (commands)
  loop
    refused := refused || jsonb_build_object(array_position(commands, repeated) - 1,
      jsonb_build_object('seq', repeated_seq, 'repeated', true));
  end loop;

  if closes or asked #> '{rows,matter_view}' @> '[{"status": "closed"}]' then
    for closing in
      select e.k, e.stream, jsonb_agg(to_jsonb(e) order by e.n) as coming, bool_or(r.status = 'closed') is true as wants_closed
        from jsonb_to_recordset(asked -> 'events') e(n integer, k integer, stream text, type text, facts text)
        left join jsonb_to_recordset(asked #> '{rows,matter_view}') r(n integer, status text) on r.n = e.n
        group by e.k, e.stream having bool_or(e.type = 'MatterClosed') or bool_or(r.status = 'closed')
    loop
      if not refused ? closing.k::text
          and not luoshi.closing_is_earned(for_congress, closing.stream, closing.coming, closing.wants_closed) then
        refused := refused || jsonb_build_object(closing.k,
          jsonb_build_object('code', 'closing-not-earned', 'stream', closing.stream));
      end if;
    end loop;
  end if;

  -- Every event in its place; those of refused commits get no seq. Numbers go to those who come first.
  for place in 1 .. places loop
    view_name := views[place];
    if view_name = 'matter_view' then matter_at := matter_at + 1; end if;
    if refused ? ks[place]::text then
      seqs[place] := null;
      views[place] := null;
      continue;
    end if;
    head_seq := head_seq + 1;
    seqs[place] := head_seq;
    prevs[place] := head_hash;
    -- U+0000 in UTF-8 is the byte 0x00 that marks a leaf.
    head_hash := sha256('\x00'::bytea || convert_to(concat_ws(E'\n', 'luoshi-event/v1', for_congress, head_seq, tails[place])
      || encode(head_hash, 'hex'), 'UTF8'));
    hashes[place] := head_hash;
    commit_place := ks[place] + 1;
    if firsts[commit_place] is null then firsts[commit_place] := head_seq; end if;
    lasts[commit_place] := head_seq;
    continue when view_name is null;
    had_number := null;
    had_row := false;
    -- A stream that nobody has written has no row to end. Else it is looked for in the order of its key and then taken by
    -- its place: whatever statistics an empty table has, the planner takes the key.
    if expecteds[place] > 0 then
      case view_name
        when 'matter_view' then
          update luoshi.matter_view v set to_seq = head_seq where v.to_seq is null and v.ctid = (
              select x.ctid from luoshi.matter_view x where x.congress = for_congress and x.id = streams[place]
                order by x.from_seq desc limit 1)
            returning v.number, v.appraisal, v.unit, v.status into had_number, had_appraisal, had_unit, had_status;
        when 'opinion_view' then
          update luoshi.opinion_view v set to_seq = head_seq where v.to_seq is null and v.ctid = (
              select x.ctid from luoshi.opinion_view x where x.congress = for_congress and x.id = streams[place]
                order by x.from_seq desc limit 1)
            returning v.number into had_number;
        when 'appraisal_view' then
          update luoshi.appraisal_view v set to_seq = head_seq where v.to_seq is null and v.ctid = (
              select x.ctid from luoshi.appraisal_view x where x.congress = for_congress and x.id = streams[place]
                order by x.from_seq desc limit 1)
            returning v.number into had_number;
        when 'import_view' then
          update luoshi.import_view v set to_seq = head_seq where v.to_seq is null and v.ctid = (
              select x.ctid from luoshi.import_view x where x.congress = for_congress and x.id = streams[place]
                order by x.from_seq desc limit 1)
            returning v.number into had_number;
        when 'unit_view' then
          update luoshi.unit_view v set to_seq = head_seq where v.to_seq is null and v.ctid = (
              select x.ctid from luoshi.unit_view x where x.congress = for_congress and x.id = streams[place]
                order by x.from_seq desc limit 1)
            returning v.number into had_number;
        when 'official_view' then
          update luoshi.official_view v set to_seq = head_seq where v.to_seq is null and v.ctid = (
              select x.ctid from luoshi.official_view x where x.congress = for_congress and x.id = streams[place]
                order by x.from_seq desc limit 1)
            returning v.number into had_number;
        when 'record_view' then
          update luoshi.record_view v set to_seq = head_seq where v.to_seq is null and v.ctid = (
              select x.ctid from luoshi.record_view x where x.congress = for_congress and x.id = streams[place]
                order by x.from_seq desc limit 1)
            returning v.number into had_number;
      end case;
      had_row := found;
    end if;
    numbers[place] := had_number;
    if view_name = 'matter_view' then
      matter_row := asked #> array['rows', 'matter_view', matter_at::text];
      if (matter_row ->> 'n' = place::text) is not true then
        raise exception 'luoshi: stream % has no row in matter_view', streams[place] using errcode = 'check_violation';
      end if;
      -- What stays where it was is not counted anew.
      if not had_row or (matter_row ->> 'appraisal', matter_row ->> 'unit', matter_row ->> 'status')
          is distinct from (had_appraisal, had_unit, had_status) then
        of_appraisals := of_appraisals || (matter_row ->> 'appraisal');
        of_units := of_units || coalesce(matter_row ->> 'unit', '');
        of_statuses := of_statuses || (matter_row ->> 'status');
        steps := steps || 1;
        if had_row then
          of_appraisals := of_appraisals || had_appraisal;
          of_units := of_units || coalesce(had_unit, '');
          of_statuses := of_statuses || had_status;
          steps := steps || -1;
        end if;
      end if;
    end if;
    if numbers[place] is null and series[place] is not null then
      if counted_series is distinct from series[place] then
        if counted > counted_first then
          update luoshi.number_series s set last = counted where s.congress = for_congress and s.series = counted_series;
        end if;
        counted_series := series[place];
        insert into luoshi.number_series as s (congress, series, last) values (for_congress, counted_series, 1)
          on conflict on constraint number_series_pkey do update set last = s.last + 1
          returning last into counted_first;
        counted := counted_first;
      else
        counted := counted + 1;
      end if;
      numbers[place] := counted;
      numbered := numbered || streams[place];
      given := given || counted;
    end if;
  end loop;
  if counted > counted_first then
    update luoshi.number_series s set last = counted where s.congress = for_congress and s.series = counted_series;
  end if;

  if hashes is not null then
    insert into luoshi.event
      select for_congress, seqs[e.n], e.stream, versions[e.n], e.type, commands[e.k + 1], actors[e.k + 1], ats[e.k + 1],
          e.facts, word_hashes[e.n], prevs[e.n], hashes[e.n]
        from jsonb_to_recordset(asked -> 'events') e(n integer, k integer, stream text, type text, facts text)
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
    foreach view_name in array array['matter_view', 'opinion_view', 'record_view', 'appraisal_view', 'import_view',
        'unit_view', 'official_view'] loop
      continue when (view_name = any (views)) is not true;
      if luoshi.begin_rows(for_congress, view_name, asked -> 'rows' -> view_name, seqs, streams, versions, numbers, views)
          <> cardinality(array_positions(views, view_name)) then
        raise exception 'luoshi: a stream has no row in %', view_name using errcode = 'check_violation';
      end if;
    end loop;
    if steps <> '{}' then
      insert into luoshi.matter_count as c (congress, appraisal, unit, status, n)
        select for_congress, d.appraisal, d.unit, d.status, sum(d.step)
          from unnest(of_appraisals, of_units, of_statuses, steps) d(appraisal, unit, status, step)
          group by d.appraisal, d.unit, d.status having sum(d.step) <> 0
        on conflict (congress, appraisal, unit, status) do update set n = c.n + excluded.n;
    end if;
    update luoshi.ledger_head h set seq = head_seq, hash = head_hash where h.congress = for_congress;
    insert into luoshi.ledger_commit
      select for_congress, c.command, firsts[c.n], lasts[c.n], c.at
        from unnest(commands, ats) with ordinality c(command, at, n) where lasts[c.n] is not null;
  end if;

  for place in 0 .. cardinality(commands) - 1 loop
    answers := answers || coalesce(refused -> place::text,
      jsonb_build_object('seq', lasts[place + 1], 'repeated', false));
  end loop;
  return jsonb_build_object('answers', answers, 'numbered', to_jsonb(numbered), 'numbers', to_jsonb(given));
end $$;

revoke all on function luoshi.append_commits, luoshi.begin_rows from public;
grant execute on function luoshi.append_commits to luoshi_app;