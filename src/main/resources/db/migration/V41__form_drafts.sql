-- what somebody is writing in a form; the answer to the user itself is the case's own draft
create table form_draft (
  task_id       text        not null,
  field         text        not null,
  case_id       bigint      references case_file on delete cascade,
  text          text        not null,
  version       bigint      not null,
  writer        text,
  written_at    timestamptz not null,
  primary key (task_id, field)
);
create index form_draft_case on form_draft (case_id);

-- texts that another one has replaced, so that they can be brought back; task_id is empty for the case's own draft
create table earlier_draft (
  id            bigint generated always as identity primary key,
  case_id       bigint      references case_file on delete cascade,
  task_id       text        not null,
  field         text        not null,
  text          text        not null,
  writer        text,
  replaced_at   timestamptz not null
);
create index earlier_draft_field on earlier_draft (task_id, field, id);
create index earlier_draft_case on earlier_draft (case_id, id);

alter table case_file
  add column draft_writer text,
  add column draft_at timestamptz;
