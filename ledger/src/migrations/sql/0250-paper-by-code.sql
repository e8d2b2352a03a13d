-- Whoever holds a paper's code finds the congress it belongs to, and nothing else: the check page is not signed in.
create index record_paper on luoshi.record_view (id) where kind = 'paper' and to_seq is null;

create or replace function luoshi.congress_of_paper(paper text) returns text
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select v.congress from luoshi.record_view v where v.kind = 'paper' and v.id = paper and v.to_seq is null limit 1
$$;
revoke all on function luoshi.congress_of_paper(text) from public;
grant execute on function luoshi.congress_of_paper(text) to luoshi_app;
