-- a person changed the text after the author of the next reply last looked
alter table message add column unseen_change boolean not null default false;
