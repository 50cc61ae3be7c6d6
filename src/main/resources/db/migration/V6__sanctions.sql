-- a person in one community; changing anything of theirs locks the row
create table offender (
  id            bigint generated always as identity primary key,
  platform      text        not null,
  account       text        not null,
  author_id     text        not null,
  author_name   text        not null default '',
  -- wants to be forgotten; the id goes too as soon as no ban needs it to be lifted
  forget        boolean     not null default false,
  unique (platform, account, author_id)
);
create index offender_person on offender (platform, author_id);

create table offender_link (
  one           bigint      not null references offender,
  other         bigint      not null references offender,
  linked_by     text        not null,
  linked_at     timestamptz not null,
  primary key (one, other),
  check (one < other)
);
create index offender_link_other on offender_link (other);

create table sanction (
  no            bigint generated always as identity unique,
  id            uuid        primary key,
  offender_id   bigint      not null references offender,
  rung          int         not null check (rung between 1 and 4),
  -- the place on the ladder, which goes on above the fourth rung
  level         int         not null check (level >= 1),
  measure       text        not null check (measure in ('WARNING', 'MUTE', 'BAN')),
  days          int,
  state         text        not null check (state in ('PROPOSED', 'RUNNING', 'ENDED', 'REVOKED')),
  from_at       timestamptz,
  until_at      timestamptz,
  violation     text        not null,
  case_id       bigint      not null,
  written_at    timestamptz not null,
  enforced_by   text        check (enforced_by in ('PLATFORM', 'TIMER', 'HAND', 'LOCAL')),
  version       int         not null default 1,
  table_version text,
  proposed_by   text,
  decided_by    text,
  notice_at     timestamptz,
  notice_external_id text,
  -- since when what the person writes climbs; a follower has it from the one that it follows
  known_at      timestamptz,
  -- superseded, and its place on the ladder waits for a follower
  pending       boolean     not null default false,
  replaced_by   uuid        references sanction,
  created_at    timestamptz not null,
  ended_at      timestamptz
);
create index sanction_offender on sanction (offender_id);
create index sanction_notice on sanction (notice_external_id) where notice_external_id is not null;
create index sanction_replaced on sanction (replaced_by) where replaced_by is not null;

create table offence (
  id            bigint generated always as identity primary key,
  case_id       bigint      not null,
  step          text        not null,
  offender_id   bigint      not null references offender,
  platform      text        not null,
  account       text        not null,
  external_id   text        not null,
  written_at    timestamptz not null,
  violation     text        not null,
  rule          text,
  level         int         not null,
  sanction_id   uuid        references sanction,
  -- the superseded sanction in whose place it is decided again
  again_of      uuid        references sanction,
  climbs        boolean     not null,
  withdrawn     boolean     not null default false,
  confirmed_by  text,
  evidence_id   text,
  recorded_at   timestamptz not null,
  unique (case_id, step)
);
create unique index offence_message on offence (platform, account, external_id) where not withdrawn;
create index offence_offender on offence (offender_id);
create index offence_sanction on offence (sanction_id);
create index offence_again on offence (again_of) where again_of is not null;

-- What was written then. The id is a salted hash that the ledger names, so that a row can go and the chain stays whole.
create table sanction_evidence (
  id            text        primary key,
  salt          text        not null,
  offender_id   bigint      not null references offender,
  text          text        not null,
  attachment_hashes text[]  not null,
  rule          text,
  words         text[]      not null
);
create index sanction_evidence_offender on sanction_evidence (offender_id);

create table sanction_ledger (
  id            bigint generated always as identity primary key,
  at            timestamptz not null,
  who           text,
  what          text        not null,
  offender_id   bigint      not null,
  offence_id    bigint,
  sanction_id   uuid,
  detail        text        not null,
  evidence_hash text,
  previous_hash text        not null,
  hash          text        not null unique
);
create index sanction_ledger_offender on sanction_ledger (offender_id, id);
create index sanction_ledger_sanction on sanction_ledger (sanction_id, id);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name;
end
$$;
create trigger sanction_ledger_append_only before update or delete on sanction_ledger
  for each statement execute function refuse_change();
