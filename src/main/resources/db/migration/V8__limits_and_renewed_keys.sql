-- what platforms say of their limits: each counts other calls
create table channel_limit (
  platform         text        not null,
  account          text        not null,
  counts           text        not null check (counts in ('ALL', 'COMMENTS', 'PRIVATE', 'DEEDS')),
  calls            bigint      not null,
  remaining        bigint      not null,
  reset_at         timestamptz not null,
  -- when little is left: not before then may the next call go
  next_at          timestamptz,
  primary key (platform, account, counts)
);
alter table channel_state drop column quota_limit, drop column quota_left, drop column quota_reset_at;

-- tokens that live a short time are exchanged: the refresh token is as secret as they
alter table channel_key drop constraint channel_key_kind_check;
alter table channel_key add constraint channel_key_kind_check
  check (kind in ('TOKEN', 'ADMIN_TOKEN', 'RENEWED_TOKEN', 'REFRESH_TOKEN'));
alter table channel_key add expires_at timestamptz;
-- tells apart what came of which refresh token in the settings; no key itself
alter table channel_key add origin text;
