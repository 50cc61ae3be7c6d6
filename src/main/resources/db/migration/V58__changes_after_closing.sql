-- closed cases that a message stood in before it was changed and went on in a later one; they still show it
alter table message add column earlier_cases bigint[] not null default '{}';
create index message_earlier_cases on message using gin (earlier_cases);
