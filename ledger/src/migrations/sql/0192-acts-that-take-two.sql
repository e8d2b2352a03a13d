-- What one administrator asked for and another has to approve before it takes effect. What was asked is kept as it was put;
-- it names nobody: erasing names the record and the provision, grants name accounts and roles.
--
-- Source: GB/T 22239-2019 8.1.4.2 d, 8.1.5.
create table pending_act (
  id text primary key check (id ~ '^[a-z0-9]{32}$'),
  congress text not null references congress,
  kind text not null check (kind in ('eraseWords', 'grantAdministrator', 'joinAdministrators')),
  asked jsonb not null,
  asked_by text not null references account,
  asked_at timestamptz not null,
  ends_at timestamptz not null,
  decided_by text references account,
  decided_at timestamptz,
  -- `failed`: it was approved, and the rule that it met then said no.
  outcome text check (outcome in ('approved', 'refused', 'withdrawn', 'failed')),
  check ((outcome is null) = (decided_at is null)),
  check (outcome is distinct from 'approved' or decided_by <> asked_by)
);
create index pending_act_of on pending_act (congress, asked_at desc);

alter table pending_act enable row level security;
create policy pending_act_of_congress on pending_act
  using (congress = current_setting('luoshi.congress', true))
  with check (congress = current_setting('luoshi.congress', true));
grant select, insert on pending_act to luoshi_app;
grant update (decided_by, decided_at, outcome) on pending_act to luoshi_app;
