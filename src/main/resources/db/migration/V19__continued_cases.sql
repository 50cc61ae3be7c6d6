-- until when a further message of the person opens a case that continues this one
alter table case_file add column reopen_until timestamptz;
alter table case_file add column continues bigint references case_file on delete set null;
