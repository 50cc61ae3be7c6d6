-- what the classifier has learnt; the newest accepted version speaks
create table triage_model (
  version       bigint generated always as identity primary key,
  trained_on    int              not null,
  quality       double precision not null,
  accepted      boolean          not null,
  bytes         bytea            not null,
  created_at    timestamptz      not null
);

-- decisions that were made elsewhere and handed over
create table triage_fed (
  id            bigint generated always as identity primary key,
  print         bytea       not null unique,
  text          text        not null,
  appeal_class  text,
  sentiment     text,
  fed_at        timestamptz not null,
  check (appeal_class is not null or sentiment is not null)
);

-- what was suggested of a case and what a person decided; the text stays with the message
create table triage_decision (
  case_id       bigint      primary key references case_file on delete cascade,
  message_id    bigint      not null references message on delete cascade,
  suggested     text        not null,
  confidence    double precision not null,
  trained_on    int         not null,
  suggested_at  timestamptz not null,
  appeal_class  text,
  decided_at    timestamptz
);
create index triage_decision_message on triage_decision (message_id);
create index triage_decision_time on triage_decision (decided_at) where decided_at is not null;
