-- a case may go on in private: each message knows where it stands
alter table message add kind text check (kind in ('COMMENT', 'PRIVATE'));
alter table message add thread_id text;
update message set kind = c.kind, thread_id = c.thread_id from case_file c where c.case_id = message.case_id;
alter table message alter kind set not null;
alter table message alter thread_id set not null;

-- the brand has answered a comment in private: what the person writes there belongs to this case
alter table case_file add also_private boolean not null default false;
create index case_file_also_private on case_file (platform, account, author_id) where state = 'OPEN' and also_private;

-- null: where the answered message stands
alter table reply add kind text check (kind in ('COMMENT', 'PRIVATE'));
alter table reply add template_name text;
alter table reply add template_language text;

-- one file that goes out with a reply; without a reply it waits for the moderator to submit the text
create table enclosure (
  id            bigint generated always as identity primary key,
  case_id       bigint      not null references case_file on delete cascade,
  reply_id      bigint      references reply on delete cascade,
  file_name     text        not null,
  content_type  text        not null,
  content       bytea       not null,
  added_by      text        not null,
  added_at      timestamptz not null
);
create unique index enclosure_draft on enclosure (case_id) where reply_id is null;
create unique index enclosure_reply on enclosure (reply_id);

-- how far a message of the brand came, as the platform told; never goes back
alter table message add delivered_at timestamptz;
alter table message add read_at timestamptz;

-- a receipt may overtake the call that it is about
create table arrived_early (
  platform      text        not null,
  account       text        not null,
  external_id   text        not null,
  delivered_at  timestamptz not null,
  read_at       timestamptz,
  primary key (platform, account, external_id)
);

-- receipts of messages whose ids we do not know: proof for a call that ended without an answer
create table stray_receipt (
  platform      text        not null,
  account       text        not null,
  external_id   text        not null,
  person_id     text        not null,
  at            timestamptz not null,
  primary key (platform, account, external_id)
);
create index stray_receipt_person on stray_receipt (platform, account, person_id);

create index publication_external on publication (platform, account, external_id);
