-- when a ban ends; null for ever, and for acts that have no end
alter table publication add column until_at timestamptz;

-- whether scheme 2 looks after the message: then it is no unread message of the other schemes
alter table message add column suspected boolean not null default false;
-- equal for texts that say the same; null until the text was looked at, and for texts of no words
alter table message add column fingerprint text;
create index message_fingerprint on message (platform, account, fingerprint) where fingerprint is not null;
create index message_author on message (platform, account, author_id, written_at);
