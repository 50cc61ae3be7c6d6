-- who stopped publishing or let it go on, for all accounts ('' and '') or for one; the latest order counts
create table publishing_order (
  id            bigint generated always as identity primary key,
  platform      text        not null,
  account       text        not null,
  stopped       boolean     not null,
  reason        text,
  who           text        not null,
  at            timestamptz not null
);
create index publishing_order_latest on publishing_order (platform, account, id desc);

-- by which order people hold it; null when they do not
alter table publication add stop_order bigint;
-- a person lets it out in spite of that order and all earlier ones
alter table publication add let_go_order bigint not null default 0;
create index publication_stopped on publication (platform, account) where stop_order is not null;

-- what changes of a case is told to all nodes when the change is committed: ids and kinds, no text
create function tell_live() returns trigger language plpgsql as $$
begin
  perform pg_notify('desk_live', new.case_id || ' ' || tg_argv[0]);
  return null;
end $$;

create trigger live_joined after insert on message
  for each row execute function tell_live('MESSAGE_JOINED');
create trigger live_removed after update of state on message
  for each row when (new.state = 'DELETED' and old.state <> 'DELETED')
  execute function tell_live('MESSAGE_REMOVED');
create trigger live_edited after update of state, text on message
  for each row when (new.state <> 'DELETED' and (old.text <> new.text or old.state <> new.state))
  execute function tell_live('MESSAGE_EDITED');
create trigger live_receipt after update of delivered_at, read_at on message
  for each row when (old.delivered_at is distinct from new.delivered_at
    or old.read_at is distinct from new.read_at)
  execute function tell_live('RECEIPT');
create trigger live_draft after update of draft_version on case_file
  for each row when (old.draft_version <> new.draft_version)
  execute function tell_live('DRAFT');
create trigger live_case after insert or update of state, appeal_class, due_at, author_name on case_file
  for each row execute function tell_live('CASE');
create trigger live_note after insert on note
  for each row execute function tell_live('NOTE');
create trigger live_publication_begun after insert on publication
  for each row execute function tell_live('PUBLICATION');
create trigger live_publication after update of state on publication
  for each row when (old.state <> new.state)
  execute function tell_live('PUBLICATION');
