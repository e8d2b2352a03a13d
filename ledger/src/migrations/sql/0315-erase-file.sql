-- Destroying the content of a file by law takes two administrators as well, where the three are apart.
alter table pending_act drop constraint pending_act_kind_check;
alter table pending_act add constraint pending_act_kind_check
  check (kind in ('eraseWords', 'eraseSealed', 'eraseFile', 'releaseHeld', 'grantAdministrator', 'joinAdministrators'));
