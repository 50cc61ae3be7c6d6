-- a year of business hours that the process owner loaded; other years come along as files
create table calendar_year (
  year          int         primary key,
  file          jsonb       not null,
  loaded_by     text        not null,
  loaded_at     timestamptz not null
);

-- the clocks of each case; engine timers cannot pause, so what is left is kept here
create table case_clock (
  case_id       bigint      not null references case_file on delete cascade,
  name          text        not null check (name in ('FIRST_RESPONSE', 'RESOLUTION')),
  counts        text        not null check (counts in ('BUSINESS', 'ROUND_THE_CLOCK')),
  allowed_ms    bigint      not null,
  warn_ms       bigint      not null,
  -- at running_since, or since the pause
  left_ms       bigint      not null,
  running_since timestamptz,
  warn_at       timestamptz,
  due_at        timestamptz,
  paused_by     text check (paused_by in ('USER', 'CONTACT_CENTER')),
  warned_at     timestamptz,
  breached_at   timestamptz,
  met_at        timestamptz,
  -- of the decision service-level that gave the deadline; null for cases older than this table
  table_version text,
  primary key (case_id, name),
  check ((running_since is null) = (due_at is null))
);

insert into case_clock (case_id, name, counts, allowed_ms, warn_ms, left_ms, running_since, warn_at, due_at)
select case_id, 'FIRST_RESPONSE', 'ROUND_THE_CLOCK',
  extract(epoch from due_at - opened_at) * 1000, 1800000, extract(epoch from due_at - opened_at) * 1000,
  opened_at, due_at - interval '30 minutes', due_at
from case_file where state = 'OPEN' and due_at is not null;
