-- An office of one: where the congress says so, the clerk may administer as well. The database holds the line itself: in any
-- other office an administrator has no role of the trade, whatever the program does.
--
-- Source: GB/T 22239-2019 8.1.4.2 d; domain.md §1 item 14 (offices so small that one person runs the whole campaign).
alter table sign_in_rules drop constraint sign_in_rules_admins_check;
alter table sign_in_rules add constraint sign_in_rules_admins_check
  check (admins in ('alone', 'together', 'separate'));

alter table account drop constraint account_roles_apart;

create function account_roles_apart() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  administrators constant text[] := array['admin', 'securityAdmin', 'auditAdmin'];
begin
  if not new.roles && administrators or new.roles <@ administrators then
    return new;
  end if;
  if new.roles <@ (administrators || 'clerk'::text) and exists (
    select from luoshi.sign_in_rules r where r.congress = new.congress and r.admins = 'alone'
  ) then
    return new;
  end if;
  raise exception 'account_roles_apart: an administrator holds no role of the trade' using errcode = 'check_violation';
end $$;
create trigger account_roles_apart before insert or update of roles on account
  for each row execute function account_roles_apart();

-- And the way back: nobody may hold both any more when the congress ceases to be an office of one.
create function office_of_one_ends() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if new.admins <> 'alone' and exists (
    select from luoshi.account a where a.congress = new.congress and 'clerk' = any (a.roles)
      and a.roles && array['admin', 'securityAdmin', 'auditAdmin']
  ) then
    raise exception 'office_of_one_ends: somebody is clerk and administrator still' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger office_of_one_ends before insert or update of admins on sign_in_rules
  for each row execute function office_of_one_ends();
