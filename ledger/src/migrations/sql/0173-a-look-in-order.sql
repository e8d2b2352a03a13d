-- As in 0171, put in order after the words are joined: a hash join hands events over in an order of its own, and a matter
-- is what its events make of it one after the other.
-- One matter as text of JSON: its events, oldest first, as one list each of seq, version, type, actor, at, facts and words;
-- with `recusals` also who is recused from its appraisal; with `whole` also what stands beside it. Null when there is none.
-- Facts and words are JSON in the log already and go in as they are. Runs with the rights of who asks: row-level security
-- holds.
create or replace function luoshi.matter_look(of_matter text, whole boolean, recusals boolean) returns text
language plpgsql stable as $$
declare
  for_congress text := current_setting('luoshi.congress', true);
  told text; n bigint;
  units text[]; officials text[]; accounts text[];
begin
  if whole then
    select concat('{"events":[[', string_agg(e.seq::text, ','), '],[', string_agg(e.version::text, ','), '],',
        to_json(array_agg(e.type)), ',', to_json(array_agg(e.actor)), ',', to_json(array_agg(e.at)),
        ',[', string_agg(e.facts, ','), '],[', string_agg(coalesce(e.body, 'null'), ','), ']]'), count(*),
        array_agg(case when strpos(e.facts, '"unit":"') > 0 then e.facts::json ->> 'unit' end),
        array_agg(case when strpos(e.facts, '"official":"') > 0 then e.facts::json ->> 'official' end),
        array_agg(e.actor)
          || array_agg(case when strpos(e.facts, '"onBehalfOf":"') > 0 then e.facts::json ->> 'onBehalfOf' end)
      into told, n, units, officials, accounts
      from (select x.*, w.body from luoshi.event x
          left join luoshi.event_words w on w.congress = for_congress and w.seq = x.seq
        where x.congress = for_congress and x.stream = of_matter order by x.version) e;
  else
    select concat('{"events":[[', string_agg(e.seq::text, ','), '],[', string_agg(e.version::text, ','), '],',
        to_json(array_agg(e.type)), ',', to_json(array_agg(e.actor)), ',', to_json(array_agg(e.at)),
        ',[', string_agg(e.facts, ','), '],[', string_agg(coalesce(e.body, 'null'), ','), ']]'), count(*)
      into told, n
      from (select x.*, w.body from luoshi.event x
          left join luoshi.event_words w on w.congress = for_congress and w.seq = x.seq
        where x.congress = for_congress and x.stream = of_matter order by x.version) e;
  end if;
  if n = 0 then return null; end if;
  if recusals then
    told := concat(told, ',"recused":', luoshi.recused_names((select m.appraisal from luoshi.matter_view m
      where m.congress = for_congress and m.id = of_matter and m.to_seq is null)));
  end if;
  if whole then
    told := concat(told, ',"beside":', luoshi.matter_beside(of_matter, null, null, units, officials, accounts));
  end if;
  return told || '}';
end $$;
