-- Every request asks this first, so it costs one look for what nearly every session is: not acting for anybody, and
-- noted less than a minute ago. The answer is what 0110 gave.
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
begin
  select a.id, a.name, a.login, c.id, c.name, c.demo, a.roles, a.unit, a.official, s.started_at, s.ends_at,
      s.id, coalesce(r.admins, 'together'), s.seen_at, s.acting
    into account, name, login, congress, congress_name, demo, roles, unit, official, started_at, ends_at,
      id, admins, seen, lent
    from luoshi.session s join luoshi.account a on a.id = s.account join luoshi.congress c on c.id = a.congress
      left join luoshi.sign_in_rules r on r.congress = c.id
    where s.token_hash = token and s.ends_at > at_time
      and s.seen_at > at_time - coalesce(make_interval(mins => r.idle_minutes), idle)
      and a.status = 'active';
  if not found then
    return;
  end if;
  -- Noted once a minute at most: a page of twenty requests is one write.
  if seen < at_time - interval '1 minute' then
    update luoshi.session s set seen_at = at_time where s.token_hash = token and s.seen_at < at_time;
  end if;
  -- A delegation that ended, was taken back or whose giver is suspended gives nothing from that moment on.
  if lent is not null then
    select d.id, b.id, b.name, d.roles, b.roles, b.unit, b.official, d.ends_at
      into acting, acting_account, acting_name, acting_lent, acting_held, acting_unit, acting_official, acting_until
      from luoshi.delegation d join luoshi.account b on b.id = d.delegator and b.status = 'active'
      where d.id = lent and d.deputy = session_principal.account and d.ended_at is null
        and d.starts_at <= at_time and d.ends_at > at_time;
  end if;
  return next;
end $$;
