-- The order in which the desk heard what was said and changed: one number tells what somebody had before their eyes.
create sequence heard_order;
alter table message add column heard bigint;
update message set heard = id;
select setval('heard_order', (select coalesce(max(id), 0) + 1 from message));
update message set heard = nextval('heard_order') where unseen_change;
alter table message
  alter column heard set default nextval('heard_order'),
  alter column heard set not null,
  drop column unseen_change;

-- what stood before somebody's eyes in an open form; it counts for the case when they decide
create table form_view (
  task_id       text        primary key,
  case_id       bigint      not null references case_file on delete cascade,
  seen          bigint      not null
);
create index form_view_case on form_view (case_id);
