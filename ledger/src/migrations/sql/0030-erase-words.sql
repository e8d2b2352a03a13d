-- After words were erased by record (a WordsErased event destroys them in append_commits), the views still hold them in
-- every version of the stream. This puts the same rows in again as they follow from the log now: texts only; no status,
-- no date and no count can be changed by it, and only in streams that had words erased.
create function luoshi.scrub_rows(for_congress text, view_name text, of_stream text, rows jsonb) returns void
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
  end case;
end $$;

revoke all on function luoshi.scrub_rows from public;
grant execute on function luoshi.scrub_rows to luoshi_app;
