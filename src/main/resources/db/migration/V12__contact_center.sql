alter table contact_center_request
  add column form    text not null default 'QUEUE' check (form in ('QUEUE', 'EMAIL', 'REST')),
  add column due_at  timestamptz,
  add column over_at timestamptz,
  -- why nobody waits any more; null while somebody does, and when the answer was taken
  add column over_as text check (over_as in ('WITHDRAWN', 'GIVEN_UP'));

-- everything that came from outside as an answer, also what could not be used
create table contact_center_answer (
  id            bigint generated always as identity primary key,
  source        text        not null check (source in ('EMAIL', 'REST')),
  external_id   text        not null,
  request_id    bigint      references contact_center_request on delete set null,
  sender        text        not null,
  text          text        not null,
  attachments   text        not null,
  state         text        not null check (state in
    ('WAITING', 'TAKEN', 'DOUBLE', 'LATE', 'STRANGER', 'FORGED', 'UNKNOWN', 'AUTOMATIC', 'UNREADABLE')),
  reason        text,
  received_at   timestamptz not null,
  settled_by    text,
  settled_at    timestamptz,
  unique (source, external_id)
);
create index contact_center_answer_request on contact_center_answer (request_id);

-- how far the mailbox has been read, and when somebody asks it next
create table contact_center_mailbox (
  account       text        primary key,
  cursor        text        not null default '',
  next_poll_at  timestamptz
);
