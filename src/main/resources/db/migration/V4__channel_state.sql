-- How each account stands; one row per account of the settings, written by any node.
create table channel_state (
  platform         text        not null,
  account          text        not null,
  state            text        not null check (state in ('GREEN', 'YELLOW', 'RED', 'OFF')),
  reason           text,
  since            timestamptz not null,
  -- which calls the platform refuses our key or right for; null when it takes them
  locked_by        text        check (locked_by in ('CHECK', 'WRITE', 'POLL')),
  lock_reason      text,
  -- our key is good again, and one call may find out whether the right is, too
  trial            boolean     not null default false,
  -- a reading call was refused: our key has to be checked at once
  suspected        boolean     not null default false,
  failures         int         not null default 0,
  -- the process channel-outage has been told of the lock
  outage           boolean     not null default false,
  checked_at       timestamptz,
  next_check       timestamptz not null,
  name             text,
  note             text,
  token_expires_at timestamptz,
  hook_subscribed  boolean,
  busy_until       timestamptz,
  busy_reason      text,
  polled_at        timestamptz,
  quota_limit      bigint,
  quota_left       bigint,
  quota_reset_at   timestamptz,
  primary key (platform, account)
);

-- keys that an administrator has put in the place of those in the settings, sealed
create table channel_key (
  platform         text        not null,
  account          text        not null,
  kind             text        not null check (kind in ('TOKEN', 'ADMIN_TOKEN')),
  sealed           bytea       not null,
  set_by           text        not null,
  set_at           timestamptz not null,
  primary key (platform, account, kind)
);

-- what is left of the calls that a platform allows, as Bucket4j keeps it; for all nodes
create table rate_budget (
  id               text        primary key,
  state            bytea
);
