-- PostgreSQL finds a part of a value that is not compressed without reading the rest of it
alter table attachment alter content set storage external;
alter table enclosure alter content set storage external;
alter table publication_enclosure alter content set storage external;
alter table script_file alter content set storage external;

-- another file in the same place is another row to whoever is still reading the one before
alter table script_file add id bigint generated always as identity unique;

-- what a message or a case brought beyond the caps; one row stands for all that were not even counted
alter table attachment drop constraint attachment_state_check;
alter table attachment add check (state in ('WAITING', 'KEPT', 'LOST', 'LEFT_OUT'));
alter table attachment add left_out int not null default 0;
