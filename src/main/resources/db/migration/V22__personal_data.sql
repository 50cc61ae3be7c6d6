-- which kinds of personal data a message holds, so that the case can show it; card data itself is never kept
alter table message add found text[] not null default '{}';

-- who was erased, under the pseudonym that stands in the rows that stay
create table erasure (
  id            bigint generated always as identity primary key,
  pseudonym     text        not null unique,
  platform      text        not null,
  -- only until no ban needs it to be lifted
  author_id     text,
  asked_by      text        not null,
  asked_at      timestamptz not null,
  done_at       timestamptz,
  check ((author_id is null) = (done_at is not null))
);
create index erasure_open on erasure (id) where done_at is null;
create index publication_recipient on publication (platform, recipient_id);

-- the case that a draft came from, so that it goes with the person
alter table script add case_id bigint;
create index script_case on script (case_id) where case_id is not null;
