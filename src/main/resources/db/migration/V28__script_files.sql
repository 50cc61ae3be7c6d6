-- the file that goes out with a script, one with each
create table script_file (
  script_id    bigint      primary key references script on delete cascade,
  file_name    text        not null,
  content_type text        not null,
  content      bytea       not null,
  added_by     text        not null,
  added_at     timestamptz not null
);
