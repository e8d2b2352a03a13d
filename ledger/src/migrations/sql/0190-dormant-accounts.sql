-- Accounts that nobody has used for a while are suspended by themselves, and say so; the office sets after how many days.
--
-- Source: GB/T 22239-2019 8.1.4.2 c (多余的、过期的账户).
alter table sign_in_rules
  -- 0: never.
  add column dormant_days int not null default 90 check (dormant_days between 0 and 730);

alter table account
  -- Null in rows suspended before this was kept: then an administrator did it.
  add column suspended_why text check (suspended_why in ('administrator', 'dormant')),
  -- An account that was given back counts from that day, not from its last sign-in.
  add column reinstated_at timestamptz,
  add constraint account_suspended_why check (suspended_why is null or status = 'suspended');

grant update (suspended_why, reinstated_at) on account to luoshi_app;
