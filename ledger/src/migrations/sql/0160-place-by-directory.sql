-- Where an account acts is what the directory says of its person now, asked anew with every request: an official by his
-- post, staff by the roster they are linked to; whoever is linked to neither keeps the unit they were given as long as it
-- stands. So a transfer, a merger or a departure takes authority with it in the commit that records it; nobody has to
-- remember a second place. `displaced` says why something was taken: post, unit, or left (the roster).
create index record_person_account on record_view (congress, (doc ->> 'account'))
  where kind = 'person' and to_seq is null and doc ->> 'account' is not null;

-- Runs with the rights of who asks: row-level security holds.
create function account_place(of_congress text, of_account text, held text[], own_unit text, own_official text)
returns table (roles text[], unit text, official text, displaced text) language sql stable as $$
  select
    case when f.why = 'left' then array(select r from unnest(held) r where r in ('admin', 'securityAdmin', 'auditAdmin'))
      else held end,
    -- Roles for one's own unit are worth nothing without a unit.
    case when f.why is null then f.place end,
    -- Who one is stays: whoever left a post still signs the list of what he handed over.
    own_official,
    f.why
  from (
    select w.place, case
        when w.known and not w.serves then 'left'
        when own_official is not null and w.post is distinct from 'inPost' then 'post'
        when w.place is not null and not exists (select from luoshi.unit_view u where u.congress = of_congress
          and u.id = w.place and u.to_seq is null and u.status = 'active') then 'unit'
      end as why
    from (
      select p.known, p.serves, o.status as post,
        case when own_official is not null then o.unit else coalesce(p.unit, own_unit) end as place
      from (
        select count(*) > 0 as known, count(*) filter (where r.status <> 'left') > 0 as serves,
          -- Deputies and members have a unit on the roster, too; only staff act for theirs.
          min(r.unit) filter (where r.status <> 'left' and r.doc ->> 'capacity' = 'unitStaff') as unit
        from luoshi.record_view r
        where r.congress = of_congress and r.kind = 'person' and r.to_seq is null and r.doc ->> 'account' = of_account
      ) p left join luoshi.official_view o
        on o.congress = of_congress and o.id = own_official and o.to_seq is null
    ) w
  ) f
$$;
revoke all on function account_place(text, text, text[], text, text) from public;
grant execute on function account_place(text, text, text[], text, text) to luoshi_app;

-- As in 0110, with the places of both; and a deputy acts only for somebody of the same place, now as when it was agreed.
create or replace function session_principal(token bytea, at_time timestamptz, idle interval)
returns table (
  account text, name text, login text, congress text, congress_name text, demo boolean,
  roles text[], unit text, official text, started_at timestamptz, ends_at timestamptz,
  id text, admins text, acting text, acting_account text, acting_name text, acting_lent text[], acting_held text[],
  acting_unit text, acting_official text, acting_until timestamptz
) language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update luoshi.session s set seen_at = at_time
    where s.token_hash = token and s.seen_at < at_time - interval '1 minute' and s.ends_at > at_time
      and s.seen_at > at_time - coalesce(
        (select make_interval(mins => r.idle_minutes) from luoshi.sign_in_rules r where r.congress = s.congress), idle);
  return query
    select a.id, a.name, a.login, c.id, c.name, c.demo, p.roles, p.unit, p.official, s.started_at, s.ends_at,
      s.id, coalesce(r.admins, 'together'), d.id, d.giver, d.giver_name, d.roles, d.held, d.unit, d.official, d.ends_at
    from luoshi.session s join luoshi.account a on a.id = s.account join luoshi.congress c on c.id = a.congress
      cross join lateral luoshi.account_place(a.congress, a.id, a.roles, a.unit, a.official) p
      left join luoshi.sign_in_rules r on r.congress = c.id
      left join lateral (
        select g.id, b.id as giver, b.name as giver_name, g.roles, q.roles as held, q.unit, q.official, g.ends_at
        from luoshi.delegation g join luoshi.account b on b.id = g.delegator and b.status = 'active'
          cross join lateral luoshi.account_place(b.congress, b.id, b.roles, b.unit, b.official) q
        where g.id = s.acting and g.deputy = a.id and g.ended_at is null
          and g.starts_at <= at_time and g.ends_at > at_time and p.displaced is null and q.displaced is null
          and q.unit is not distinct from p.unit
      ) d on true
    where s.token_hash = token and s.ends_at > at_time
      and s.seen_at > at_time - coalesce(make_interval(mins => r.idle_minutes), idle)
      and a.status = 'active';
end $$;
