-- The things of a campaign that come by dozens, not by thousands: rule books, sessions, meetings, speeches, letters,
-- notices … One table for all of them, so that a new kind of record needs no new SQL; `doc` holds the whole state.
create table luoshi.record_view (
  congress text collate "C" not null,
  id text collate "C" not null,
  from_seq bigint not null,
  to_seq bigint,
  version integer not null,
  number integer,
  kind text collate "C" not null,
  appraisal text collate "C",
  -- What it belongs to other than an appraisal: a speech to its meeting, a notice to its matter.
  parent text collate "C",
  status text collate "C" not null,
  unit text collate "C",
  official text collate "C",
  title text not null,
  on_day date,
  due date,
  doc jsonb not null,
  primary key (congress, id, from_seq)
) with (fillfactor = 90);
create unique index record_now on luoshi.record_view (congress, id) where to_seq is null;
create index record_of_kind on luoshi.record_view (congress, kind, on_day desc, id desc) where to_seq is null;
create index record_of_appraisal on luoshi.record_view (congress, appraisal, kind, on_day, id) where to_seq is null;
create index record_of_parent on luoshi.record_view (congress, parent, kind, id) where to_seq is null;
create index record_due on luoshi.record_view (congress, kind, due, id) where to_seq is null;

alter table luoshi.record_view enable row level security;
create policy own_congress on luoshi.record_view for select to luoshi_app
  using (congress = current_setting('luoshi.congress', true));
revoke all on luoshi.record_view from public, luoshi_app;
grant select on luoshi.record_view to luoshi_app;

-- New states of streams, each stream once: ends the row that held until now and begins the next one.
-- Takes [{n, id, number_series?, …columns}]; place n of the three lists says which seq, stream and version that is.
create or replace function luoshi.put_rows(for_congress text, view_name text, rows jsonb,
  seqs bigint[], streams text[], versions integer[]) returns void language plpgsql as $$
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
        update luoshi.opinion_view v set to_seq = at_seq where v.ctid = row_place and row_end is null;
      when 'appraisal_view' then
        select v.ctid, v.to_seq, v.number into row_place, row_end, had_number
          from luoshi.appraisal_view v where v.congress = for_congress and v.id = in_stream order by v.from_seq desc limit 1;
        update luoshi.appraisal_view v set to_seq = at_seq where v.ctid = row_place and row_end is null;
      when 'import_view' then
        select v.ctid, v.to_seq, v.number into row_place, row_end, had_number
          from luoshi.import_view v where v.congress = for_congress and v.id = in_stream order by v.from_seq desc limit 1;
        update luoshi.import_view v set to_seq = at_seq where v.ctid = row_place and row_end is null;
      when 'unit_view' then
        select v.ctid, v.to_seq, v.number into row_place, row_end, had_number
          from luoshi.unit_view v where v.congress = for_congress and v.id = in_stream order by v.from_seq desc limit 1;
        update luoshi.unit_view v set to_seq = at_seq where v.ctid = row_place and row_end is null;
      when 'official_view' then
        select v.ctid, v.to_seq, v.number into row_place, row_end, had_number
          from luoshi.official_view v where v.congress = for_congress and v.id = in_stream order by v.from_seq desc limit 1;
        update luoshi.official_view v set to_seq = at_seq where v.ctid = row_place and row_end is null;
      when 'record_view' then
        select v.ctid, v.to_seq, v.number into row_place, row_end, had_number
          from luoshi.record_view v where v.congress = for_congress and v.id = in_stream order by v.from_seq desc limit 1;
        update luoshi.record_view v set to_seq = at_seq where v.ctid = row_place and row_end is null;
    end case;
    if had_number is null and of_series is not null then
      insert into luoshi.number_series as s (congress, series, last) values (for_congress, of_series, 1)
        on conflict on constraint number_series_pkey do update set last = s.last + 1
        returning last into had_number;
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
end $$;


-- Erased words leave records, too.
create or replace function luoshi.scrub_rows(for_congress text, view_name text, of_stream text, rows jsonb) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if for_congress is distinct from current_setting('luoshi.congress', true) then
    raise exception 'luoshi: this session does not work for congress %', for_congress using errcode = 'insufficient_privilege';
  end if;
  if not exists (select from luoshi.erasure r join luoshi.event e on e.congress = r.congress and e.seq = r.seq
      where r.congress = for_congress and e.stream = of_stream) then
    raise exception 'luoshi: no words of % were erased', of_stream using errcode = 'insufficient_privilege';
  end if;
  case view_name
    when 'matter_view' then
      update luoshi.matter_view v set title = r.title, search = r.search, grams = r.grams, doc = r.doc
        from jsonb_to_recordset(rows) r(from_seq bigint, title text, search text, grams integer[], doc jsonb)
        where v.congress = for_congress and v.id = of_stream and v.from_seq = r.from_seq;
    when 'opinion_view' then
      update luoshi.opinion_view v set text = r.text, grams = r.grams, doc = r.doc
        from jsonb_to_recordset(rows) r(from_seq bigint, text text, grams integer[], doc jsonb)
        where v.congress = for_congress and v.id = of_stream and v.from_seq = r.from_seq;
    when 'appraisal_view' then
      update luoshi.appraisal_view v set title = r.title, doc = r.doc
        from jsonb_to_recordset(rows) r(from_seq bigint, title text, doc jsonb)
        where v.congress = for_congress and v.id = of_stream and v.from_seq = r.from_seq;
    when 'import_view' then
      update luoshi.import_view v set file_name = r.file_name, doc = r.doc
        from jsonb_to_recordset(rows) r(from_seq bigint, file_name text, doc jsonb)
        where v.congress = for_congress and v.id = of_stream and v.from_seq = r.from_seq;
    when 'unit_view' then
      update luoshi.unit_view v set name = r.name, doc = r.doc
        from jsonb_to_recordset(rows) r(from_seq bigint, name text, doc jsonb)
        where v.congress = for_congress and v.id = of_stream and v.from_seq = r.from_seq;
    when 'official_view' then
      update luoshi.official_view v set name = r.name, post = r.post, doc = r.doc
        from jsonb_to_recordset(rows) r(from_seq bigint, name text, post text, doc jsonb)
        where v.congress = for_congress and v.id = of_stream and v.from_seq = r.from_seq;
    when 'record_view' then
      update luoshi.record_view v set title = r.title, doc = r.doc
        from jsonb_to_recordset(rows) r(from_seq bigint, title text, doc jsonb)
        where v.congress = for_congress and v.id = of_stream and v.from_seq = r.from_seq;
  end case;
end $$;

