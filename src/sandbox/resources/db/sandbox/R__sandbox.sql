-- The simulated platforms. Kept between runs: the desk knows messages by the ids that stand here.
-- Texts and names are JSON string literals in ASCII, so that NUL and lone surrogates can be stored.

-- A new play begins with empty records. Only where the sandbox's mark stands: elsewhere their guards stay.
do $$
begin
  if exists (select 1 from pg_namespace where nspname = 'desk_sandbox') then
    drop trigger if exists sanction_ledger_never_emptied on sanction_ledger;
    drop trigger if exists publishing_order_append_only on publishing_order;
  end if;
end
$$;

create table if not exists sandbox_clock (
  the_one       boolean     primary key default true check (the_one),
  ahead_millis  bigint      not null
);

create table if not exists sandbox_counter (
  platform      text        not null,
  name          text        not null,
  value         bigint      not null,
  primary key (platform, name)
);

create table if not exists sandbox_value (
  platform      text        not null,
  name          text        not null,
  value         text        not null,
  primary key (platform, name)
);

create table if not exists sandbox_person (
  platform      text        not null,
  person_id     text        not null,
  name          text        not null,
  primary key (platform, person_id)
);
alter table sandbox_person add column if not exists followers bigint not null default 0;

create table if not exists sandbox_post (
  platform      text        not null,
  post_id       text        not null,
  number        bigint      not null,
  text          text        not null,
  at            timestamptz not null,
  primary key (platform, post_id)
);

create table if not exists sandbox_entry (
  seq           bigint generated always as identity primary key,
  platform      text        not null,
  entry_id      text        not null,
  number        bigint      not null,
  place         bigint      not null default 0,
  kind          text        not null check (kind in ('COMMENT', 'PRIVATE')),
  thread_id     text,
  root_id       text,
  author_id     text        not null,
  by_brand      boolean     not null,
  recipient_id  text,
  text          text        not null,
  reply_to      text,
  at            timestamptz not null,
  edited_at     timestamptz,
  deleted       boolean     not null default false,
  once_key      text,
  pictures      text        not null default '',
  unique (platform, entry_id)
);
alter table sandbox_entry add column if not exists hidden boolean not null default false;
create index if not exists sandbox_entry_thread on sandbox_entry (platform, thread_id, seq);
create index if not exists sandbox_entry_author on sandbox_entry (platform, author_id);

create table if not exists sandbox_picture (
  picture_id    text        primary key,
  source        text,
  content_type  text,
  content       bytea
);

create table if not exists sandbox_ban (
  platform      text        not null,
  user_id       text        not null,
  until         timestamptz,
  at            timestamptz not null,
  reason        int         not null default 0,
  comment       text        not null default '""',
  primary key (platform, user_id)
);

create table if not exists sandbox_event (
  seq           bigint generated always as identity primary key,
  platform      text        not null,
  number        bigint      not null,
  lane          text        not null,
  body          text        not null,
  state         text        not null check (state in ('OPEN', 'DONE', 'EXPIRED')),
  attempts      int         not null default 0,
  not_before    timestamptz,
  at            timestamptz not null,
  failure       text,
  unique (platform, number)
);
create index if not exists sandbox_event_lane on sandbox_event (platform, lane, seq) where state = 'OPEN';
create index if not exists sandbox_event_open on sandbox_event (seq) where state = 'OPEN';

create table if not exists sandbox_call (
  seq           bigint generated always as identity primary key,
  platform      text        not null,
  at            timestamptz not null,
  method        text        not null,
  path          text        not null,
  status        int
);

create table if not exists sandbox_fault (
  seq           bigint generated always as identity primary key,
  platform      text        not null,
  kind          text        not null,
  remaining     int         not null
);
