-- Taking out what is sealed and letting go what the virus scanner stopped wait for a second person, too, where the three
-- administrators are apart.
--
-- Source: GB/T 22239-2019 8.1.4.2 d, 8.1.4.5.
alter table pending_act drop constraint pending_act_kind_check;
alter table pending_act add constraint pending_act_kind_check
  check (kind in ('eraseWords', 'eraseSealed', 'releaseHeld', 'grantAdministrator', 'joinAdministrators'));
