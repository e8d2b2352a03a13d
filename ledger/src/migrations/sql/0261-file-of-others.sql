-- Files are kept once for all congresses, so one may throw the content away only when no other relies on it. The answer
-- is for the program alone: it is never told to people, so nobody learns what another congress was handed.
create function luoshi.held_by_others(one text, file text) returns boolean
  language sql stable security definer set search_path = luoshi, pg_temp as $$
    select exists (
      select from luoshi.handed_in
      where sha256 = file and congress <> one and state not in ('discarded', 'erased')
    )
  $$;
revoke all on function luoshi.held_by_others(text, text) from public;
grant execute on function luoshi.held_by_others(text, text) to luoshi_app;
