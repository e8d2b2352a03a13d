-- A session last used in the future is of before the server's clock was set back: how old it is nobody can tell, and after
-- a clock that had run years ahead it would have held for years. Further ahead than a session may lie idle, it no longer
-- holds, and the person signs in again. All else as in 0171.
create or replace function luoshi.session_principal(token bytea, at_time timestamptz, idle interval)
returns table (
  account text, name text, login text, congress text, congress_name text, demo boolean,
  roles text[], unit text, official text, started_at timestamptz, ends_at timestamptz,
  id text, admins text, acting text, acting_account text, acting_name text, acting_lent text[], acting_held text[],
  acting_unit text, acting_official text, acting_until timestamptz
) language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  seen timestamptz;
  lent text;
  held text[]; own_unit text; own_official text;
  gone text;
begin
  select a.id, a.name, a.login, c.id, c.name, c.demo, a.roles, a.unit, a.official, s.started_at, s.ends_at,
      s.id, coalesce(r.admins, 'together'), s.seen_at, s.acting
    into account, name, login, congress, congress_name, demo, held, own_unit, own_official, started_at, ends_at,
      id, admins, seen, lent
    from luoshi.session s join luoshi.account a on a.id = s.account join luoshi.congress c on c.id = a.congress
      left join luoshi.sign_in_rules r on r.congress = c.id
    where s.token_hash = token and s.ends_at > at_time
      and s.seen_at > at_time - coalesce(make_interval(mins => r.idle_minutes), idle)
      and s.seen_at < at_time + coalesce(make_interval(mins => r.idle_minutes), idle)
      and a.status = 'active';
  if not found then return; end if;
  -- Noted once a minute at most: a page of twenty requests is one write.
  if seen < at_time - interval '1 minute' then
    update luoshi.session s set seen_at = at_time where s.token_hash = token and s.seen_at < at_time;
  end if;
  select p.roles, p.unit, p.official, p.displaced into roles, unit, official, gone
    from luoshi.account_place(congress, account, held, own_unit, own_official) p;
  -- A delegation that ended, was taken back or whose giver is suspended gives nothing from that moment on; and a deputy
  -- acts only for somebody of the same place, now as when it was agreed.
  if lent is not null and gone is null then
    select g.id, b.id, b.name, g.roles, q.roles, q.unit, q.official, g.ends_at
      into acting, acting_account, acting_name, acting_lent, acting_held, acting_unit, acting_official, acting_until
      from luoshi.delegation g join luoshi.account b on b.id = g.delegator and b.status = 'active'
        cross join lateral luoshi.account_place(b.congress, b.id, b.roles, b.unit, b.official) q
      where g.id = lent and g.deputy = session_principal.account and g.ended_at is null
        and g.starts_at <= at_time and g.ends_at > at_time and q.displaced is null
        and q.unit is not distinct from session_principal.unit;
  end if;
  return next;
end $$;
