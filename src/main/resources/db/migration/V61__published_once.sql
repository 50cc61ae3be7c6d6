-- one message on the platform is one reply
drop index publication_external;
create unique index publication_external on publication (platform, account, external_id);
