-- when a round of the mailbox last came to its end: from there on letters are read again when their numbers change
alter table contact_center_mailbox add column read_at timestamptz;
