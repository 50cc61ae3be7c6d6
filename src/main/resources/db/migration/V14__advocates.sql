-- people who speak for the brand under their own name and say so; rows stay when consent is over
create table advocate (
  id            bigint generated always as identity primary key,
  name          text        not null,
  platform      text        not null,
  account_id    text        not null,
  -- the sentence that every post of theirs holds
  disclosure    text        not null,
  consent_from  timestamptz not null,
  consent_until timestamptz not null,
  withdrawn_at  timestamptz,
  withdrawn_by  text,
  registered_by text        not null,
  registered_at timestamptz not null,
  check (consent_until > consent_from)
);
create unique index advocate_account on advocate (platform, account_id) where withdrawn_at is null;

create table advocate_post (
  id            bigint generated always as identity primary key,
  case_id       bigint      not null,
  advocate_id   bigint      not null references advocate,
  url           text        not null,
  text          text        not null,
  -- what the person had said last, to which the post answers
  objection     text        not null,
  recorded_at   timestamptz not null,
  -- null until somebody judged whether the objection is settled
  settled       boolean,
  settled_at    timestamptz
);
create index advocate_post_advocate on advocate_post (advocate_id, id);
create index advocate_post_case on advocate_post (case_id);
