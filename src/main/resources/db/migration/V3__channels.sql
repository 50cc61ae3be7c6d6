-- what a reply needs besides its text: where the answered message stands, when the person last wrote
alter table publication add answers text not null default 'COMMENT' check (answers in ('COMMENT', 'PRIVATE'));
update publication set answers = place;
alter table publication alter answers drop default;
alter table publication add heard_at timestamptz;
alter table publication add template_name text;
alter table publication add template_language text;

create table publication_enclosure (
  publication_id uuid primary key references publication on delete cascade,
  file_name      text  not null,
  content_type   text  not null,
  content        bytea not null
);
