-- A trip to the database costs more than what is asked in it, and every request began with one that asked only whose
-- session it is. Now what the request will need first is read in the same trip: for nobody unless the session holds, and
-- under row-level security as the congress of that session. The rights are judged on it afterwards, as before.

-- As in 0160, in steps: most people have neither a post nor a unit, and then there is nothing to look up about them.
create or replace function luoshi.account_place(of_congress text, of_account text, held text[], own_unit text, own_official text)
returns table (roles text[], unit text, official text, displaced text) language plpgsql stable as $$
declare
  known boolean; serves boolean; staff_unit text; post text;
begin
  select count(*) > 0, count(*) filter (where r.status <> 'left') > 0,
      -- Deputies and members have a unit on the roster, too; only staff act for theirs.
      min(r.unit) filter (where r.status <> 'left' and r.doc ->> 'capacity' = 'unitStaff')
    into known, serves, staff_unit
    from luoshi.record_view r
    where r.congress = of_congress and r.kind = 'person' and r.to_seq is null and r.doc ->> 'account' = of_account;
  if own_official is null then
    unit := coalesce(staff_unit, own_unit);
  else
    select o.unit, o.status into unit, post from luoshi.official_view o
      where o.congress = of_congress and o.id = own_official and o.to_seq is null;
  end if;
  roles := held;
  -- Who one is stays: whoever left a post still signs the list of what he handed over.
  official := own_official;
  if known and not serves then
    displaced := 'left';
    roles := array(select r from unnest(held) r where r in ('admin', 'securityAdmin', 'auditAdmin'));
  elsif own_official is not null and post is distinct from 'inPost' then
    displaced := 'post';
  elsif unit is not null then
    if not exists (select from luoshi.unit_view u where u.congress = of_congress and u.id = account_place.unit
        and u.to_seq is null and u.status = 'active') then
      displaced := 'unit';
    end if;
  end if;
  -- Roles for one's own unit are worth nothing without a unit.
  if displaced is not null then unit := null; end if;
  return next;
end $$;

-- As in 0160, in steps: one look for what nearly every session is, not acting for anybody and noted less than a minute ago.
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

-- What stands around one matter, as 0022 had it in rows: names of those it speaks of, its number and appraisal; the matter
-- it follows, those that follow it, and those that carry the other parts of its opinion; the opinion it carries and those
-- it was once a part of (the nearest first). Text of JSON, put together as text, because that is several times cheaper.
-- Runs as the owner, because row-level security keeps the planner from indexes on what is inside `doc`; so it asks for the
-- congress itself. Without an opinion: as the matter is now.
create function luoshi.matter_beside(of_matter text, of_opinion text, follows text,
  units text[], officials text[], accounts text[])
returns text language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  for_congress text := current_setting('luoshi.congress', true);
  own record;
  names json; into_one json; from_others json; siblings json;
  said jsonb; whole text;
  opinions text := '';
begin
  select m.number, m.opinion, a.title, a.phase, case when m.status = 'merged' then m.doc ->> 'mergedInto' end as follows
    into own
    from luoshi.matter_view m join luoshi.appraisal_view a
      on a.congress = for_congress and a.id = m.appraisal and a.to_seq is null
    where m.congress = for_congress and m.id = of_matter and m.to_seq is null;
  if of_opinion is null then
    of_opinion := own.opinion;
    follows := own.follows;
  end if;
  select json_object_agg(n.id, n.name) into names from (
    select v.id, v.name from luoshi.unit_view v where v.congress = for_congress and v.id = any(units) and v.to_seq is null
    union all
    select v.id, v.name from luoshi.official_view v
      where v.congress = for_congress and v.id = any(officials) and v.to_seq is null
    union all
    select v.id, v.name from luoshi.account v where v.congress = for_congress and v.id = any(accounts)) n;
  if follows is not null then
    select json_build_object('id', v.id, 'number', v.number, 'title', v.title, 'unit', v.unit, 'round', v.round) into into_one
      from luoshi.matter_view v where v.congress = for_congress and v.id = follows and v.to_seq is null;
  end if;
  select json_agg(json_build_object('id', v.id, 'number', v.number, 'title', v.title, 'unit', v.unit, 'round', v.round)
      order by v.number) into from_others
    from luoshi.matter_view v
    where v.congress = for_congress and v.doc ->> 'mergedInto' = of_matter and v.to_seq is null and v.status = 'merged';

  select v.doc into said from luoshi.opinion_view v
    where v.congress = for_congress and v.id = of_opinion and v.to_seq is null;
  whole := said ->> 'partOf';
  if whole is not null then
    select json_agg(json_build_object('id', m.id, 'number', m.number, 'title', m.title, 'unit', m.unit, 'round', m.round)
        order by m.number) into siblings
      from luoshi.opinion_view p join luoshi.matter_view m
        on m.congress = for_congress and m.id = p.matter and m.to_seq is null
      where p.congress = for_congress and p.doc ->> 'partOf' = whole and p.doc ->> 'partOf' is not null
        and p.to_seq is null and m.id <> of_matter;
  end if;
  while said is not null loop
    opinions := concat(opinions, case when opinions <> '' then ',' end, '{"id":"', of_opinion, '","doc":', said, '}');
    of_opinion := said ->> 'partOf';
    exit when of_opinion is null;
    said := null;
    select v.doc into said from luoshi.opinion_view v
      where v.congress = for_congress and v.id = of_opinion and v.to_seq is null;
  end loop;
  return concat('{"number":', coalesce(own.number, 0), ',"appraisal":{"title":', to_json(own.title), ',"phase":',
    to_json(own.phase), '},"names":', coalesce(names, '{}'), ',"into":', coalesce(into_one, 'null'),
    ',"from":', coalesce(from_others, '[]'), ',"siblings":', coalesce(siblings, '[]'), ',"opinions":[', opinions, ']}');
end $$;
revoke all on function luoshi.matter_beside(text, text, text, text[], text[], text[]) from public;
grant execute on function luoshi.matter_beside(text, text, text, text[], text[], text[]) to luoshi_app;
drop function luoshi.around_matter(text, text, text, text, text[], text[], text[]);

-- Who is recused from an appraisal, and under which names: the same question as recused-from.ts asks.
create function luoshi.recused_names(of_appraisal text) returns text language plpgsql stable as $$
declare
  found_names json;
begin
  select json_agg(t) into found_names from (
    select coalesce(p.id, r.parent) as person, coalesce(r.doc ->> 'account', p.doc ->> 'account') as account
      from luoshi.record_view r left join luoshi.record_view p
        on p.congress = r.congress and p.kind = 'person' and p.to_seq is null
          and (p.id = r.parent or p.doc ->> 'account' = r.doc ->> 'account')
      where r.congress = current_setting('luoshi.congress', true) and r.kind = 'recusal' and r.status = 'standing'
        and r.to_seq is null and r.appraisal = of_appraisal
      order by r.id, p.id) t;
  return coalesce(found_names::text, '[]');
end $$;
revoke all on function luoshi.recused_names(text) from public;
grant execute on function luoshi.recused_names(text) to luoshi_app;

-- One matter as text of JSON: its events, oldest first, as one list each of seq, version, type, actor, at, facts and words;
-- with `recusals` also who is recused from its appraisal; with `whole` also what stands beside it. Null when there is none.
-- Facts and words are JSON in the log already and go in as they are. Runs with the rights of who asks: row-level security
-- holds.
create function luoshi.matter_look(of_matter text, whole boolean, recusals boolean) returns text
language plpgsql stable as $$
declare
  for_congress text := current_setting('luoshi.congress', true);
  told text; n bigint;
  units text[]; officials text[]; accounts text[];
begin
  if whole then
    select concat('{"events":[[', string_agg(e.seq::text, ','), '],[', string_agg(e.version::text, ','), '],',
        to_json(array_agg(e.type)), ',', to_json(array_agg(e.actor)), ',', to_json(array_agg(e.at)),
        ',[', string_agg(e.facts, ','), '],[', string_agg(coalesce(w.body, 'null'), ','), ']]'), count(*),
        array_agg(case when strpos(e.facts, '"unit":"') > 0 then e.facts::json ->> 'unit' end),
        array_agg(case when strpos(e.facts, '"official":"') > 0 then e.facts::json ->> 'official' end),
        array_agg(e.actor)
          || array_agg(case when strpos(e.facts, '"onBehalfOf":"') > 0 then e.facts::json ->> 'onBehalfOf' end)
      into told, n, units, officials, accounts
      from (select * from luoshi.event x where x.congress = for_congress and x.stream = of_matter order by x.version) e
        left join luoshi.event_words w on w.congress = for_congress and w.seq = e.seq;
  else
    select concat('{"events":[[', string_agg(e.seq::text, ','), '],[', string_agg(e.version::text, ','), '],',
        to_json(array_agg(e.type)), ',', to_json(array_agg(e.actor)), ',', to_json(array_agg(e.at)),
        ',[', string_agg(e.facts, ','), '],[', string_agg(coalesce(w.body, 'null'), ','), ']]'), count(*)
      into told, n
      from (select * from luoshi.event x where x.congress = for_congress and x.stream = of_matter order by x.version) e
        left join luoshi.event_words w on w.congress = for_congress and w.seq = e.seq;
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
revoke all on function luoshi.matter_look(text, boolean, boolean) from public;
grant execute on function luoshi.matter_look(text, boolean, boolean) to luoshi_app;

-- Whose session it is, and what this request needs first, as text of JSON:
--   matter (id): its page;  step (id): its events;  raising (appraisal, unit or null): what raising an opinion depends on.
-- Who is recused only those have to be looked for in who act for no unit.
-- No row without a session. The congress is set for this statement alone, so that no connection is left working for it.
create function luoshi.session_and(token bytea, at_time timestamptz, idle interval, wanted text, which text, also text)
returns table (session json, ahead text) language plpgsql set plan_cache_mode = force_generic_plan as $$
declare
  who record;
begin
  select * into who from luoshi.session_principal(token, at_time, idle);
  if not found then return; end if;
  session := to_json(who);
  if wanted is not null then
    perform set_config('luoshi.congress', who.congress, true);
    case wanted
      when 'matter' then ahead := luoshi.matter_look(which, true, true);
      when 'step' then ahead := luoshi.matter_look(which, false, who.unit is null);
      when 'raising' then
        select concat('{"phase":', to_json(a.phase), ',"status":', to_json(a.status), ',"unit_status":',
            coalesce(to_json((select u.status from luoshi.unit_view u
              where u.congress = who.congress and u.id = also and u.to_seq is null)), 'null'),
            ',"recused":', luoshi.recused_names(which), '}')
          into ahead
          from luoshi.appraisal_view a where a.congress = who.congress and a.id = which and a.to_seq is null;
    end case;
  end if;
  return next;
end $$;
revoke all on function luoshi.session_and(bytea, timestamptz, interval, text, text, text) from public;
grant execute on function luoshi.session_and(bytea, timestamptz, interval, text, text, text) to luoshi_app;
