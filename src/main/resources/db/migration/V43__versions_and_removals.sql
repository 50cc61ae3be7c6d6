-- words that a message had before, and words that came before the message itself
create table message_version (
  id            bigint generated always as identity primary key,
  platform      text        not null,
  account       text        not null,
  external_id   text        not null,
  author_id     text        not null,
  -- the platform's own order; see message.version
  version       bigint      not null,
  -- null: the platform told that the message was changed, but not how
  text          text,
  -- what came with words that wait for their message
  attachment_types   text[] not null default '{}',
  attachment_sources text[] not null default '{}',
  attachment_names   text[] not null default '{}',
  heard_at      timestamptz not null
);
create index message_version_message on message_version (platform, account, external_id, version, id);
create index message_version_heard on message_version (heard_at);

-- the place of the present words among all that the message had, by the platform's own order
alter table message add version bigint not null default 0;
-- who took it from the platform; null while it stands there
alter table message add removed_by text check (removed_by in ('AUTHOR', 'DESK', 'OTHER'));
alter table removed_early add person_id text;
alter table removed_early add by_desk boolean not null default false;

-- whose doing a removal is that the platform tells of
create index publication_target on publication (platform, account, reply_to) where kind <> 'REPLY';
