-- a measure that was set past the desk takes no step: rung and level 0, no violation, perhaps no case
alter table sanction
  alter column violation drop not null,
  alter column case_id drop not null,
  drop constraint sanction_rung_check,
  drop constraint sanction_level_check,
  add check (rung between 0 and 4),
  add check (level >= 0),
  add check ((rung = 0) = (level = 0)),
  add check (rung = 0 or (violation is not null and case_id is not null));

-- an act on a person of whom there is no case
alter table publication
  alter column case_id drop not null,
  drop constraint publication_case_id_step_kind_key;
create unique index publication_step on publication (coalesce(case_id, 0), step, kind);
create index publication_person on publication (platform, account, recipient_id)
  where kind in ('BAN', 'UNBAN', 'MUTE', 'UNMUTE');

-- a ban that was set or lifted past the desk; one stands for each person
create table drift (
  no            bigint generated always as identity unique,
  id            uuid        primary key,
  offender_id   bigint      not null references offender,
  kind          text        not null check (kind in ('LIFTED', 'BANNED')),
  sanction_id   uuid        references sanction,
  since_at      timestamptz,
  until_at      timestamptz,
  mute          boolean     not null,
  found_at      timestamptz not null,
  -- whether a supervisor was asked: never more than so many at once
  asked         boolean     not null default false,
  state         text        not null
    check (state in ('OPEN', 'RESTORING', 'IGNORED', 'ADOPTED', 'RESTORED', 'GONE')),
  decided_by    text,
  settled_at    timestamptz
);
create unique index drift_standing on drift (offender_id)
  where state in ('OPEN', 'RESTORING', 'IGNORED');
create index drift_offender on drift (offender_id);
create index drift_sanction on drift (sanction_id) where sanction_id is not null;

-- of whom a platform has told that a ban was set or lifted
create table ban_hint (
  platform      text        not null,
  account       text        not null,
  author_id     text        not null,
  heard_at      timestamptz not null,
  primary key (platform, account, author_id)
);

-- when an account's bans were last read as a whole, and why they were not
create table ban_reading (
  platform      text        not null,
  account       text        not null,
  read_at       timestamptz,
  failed_at     timestamptz,
  reason        text,
  primary key (platform, account)
);
