-- The one token that makes the first administrator; at most one row, gone when it is used.
create table first_administrator_token (
  only_one      boolean     primary key default true check (only_one),
  hash          bytea       not null,
  expires_at    timestamptz not null,
  wrong_tries   int         not null default 0,
  not_before    timestamptz
);
