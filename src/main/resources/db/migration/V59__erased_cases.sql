-- nothing is written into a case any more whose person was erased
alter table case_file add column erased boolean not null default false;
update case_file set erased = true where author_id like 'erased-%' or author_id like 'expired-%';
