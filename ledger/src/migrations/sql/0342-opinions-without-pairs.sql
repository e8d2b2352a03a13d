-- Opinions are not searched by their words (0310 dropped the index), so the pairs of their characters are kept no longer:
-- each opinion brought a list that nobody read, a fifth of what an import sends. Both functions are as they were but for it.
alter table luoshi.opinion_view drop column grams;

create or replace function luoshi.begin_rows(for_congress text, view_name text, rows jsonb, seqs bigint[], streams text[],
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
          r.appraisal, r.status, r.matter, r.exit, r.received_on, r.channel, r.text, r.doc
        from jsonb_to_recordset(rows) r(n integer, id text, appraisal text, status text, matter text, exit text, received_on date, channel text,
          text text, doc jsonb)
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
      update luoshi.opinion_view v set text = r.text, doc = r.doc
        from jsonb_to_recordset(rows) r(from_seq bigint, text text, doc jsonb)
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
