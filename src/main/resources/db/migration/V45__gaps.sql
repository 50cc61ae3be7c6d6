-- what a platform did not keep for us until we asked, and since when messages come in but cannot be worked
alter table channel_state add gap text;
alter table channel_state add gap_at timestamptz;
alter table channel_state add stuck_reason text;
