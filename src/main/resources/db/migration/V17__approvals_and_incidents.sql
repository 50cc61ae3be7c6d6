-- one thing that many persons write about at the same time
create table incident (
  incident_id   bigint generated always as identity primary key,
  state         text        not null check (state in ('OPEN', 'APPROVAL', 'SENDING', 'CLOSED')),
  opened_at     timestamptz not null,
  closed_at     timestamptz,
  answer        text        not null default '',
  author        text,
  remark        text        not null default ''
);

-- a case belongs to one incident at most, so that none is answered twice
create table incident_case (
  case_id       bigint      primary key references case_file on delete cascade,
  incident_id   bigint      not null references incident on delete cascade,
  state         text        not null check (state in ('FOUND', 'CHOSEN', 'HANDED', 'SKIPPED', 'STOPPED')),
  reason        text,
  -- the last message that the author of the common answer has looked at
  seen_message  bigint      not null default 0,
  added_at      timestamptz not null
);
create index incident_case_incident on incident_case (incident_id);

-- the reply in whose place this one was written
alter table reply add replaces bigint references reply on delete set null;
alter table reply add published_at timestamptz;
alter table reply add incident_id bigint references incident on delete set null;
create index reply_replaces on reply (replaces) where replaces is not null;
create index reply_published on reply (author) where published_at is not null;
create unique index reply_incident on reply (incident_id, case_id) where incident_id is not null;
update reply r set published_at = p.settled_at from publication p
where p.case_id = r.case_id and p.kind = 'REPLY' and p.state = 'SENT' and p.text = r.text
  and r.reply_id = (select max(n.reply_id) from reply n where n.case_id = r.case_id and n.text = r.text);

create index case_file_thread on case_file (platform, account, thread_id);
-- the stems of what was written, to find appeals about the same thing
alter table message add words tsvector generated always as (to_tsvector('russian', text)) stored;
