-- an account's bans while they are compared in parts; a restart goes on where the last part ended
create table ban_sweep (
  platform      text        not null,
  account       text        not null,
  began_at      timestamptz not null,
  -- the platform's list is still being read; otherwise what it says is being compared
  reading       boolean     not null,
  -- where the list goes on, or the person who was compared last
  cursor        text,
  -- how many entries the list has, as the platform says; null when it does not
  total         int,
  listed        int         not null default 0,
  -- how often the list was begun anew because it changed meanwhile
  changed       int         not null default 0,
  -- counts the parts: two who are at the same part do not both keep it
  step          int         not null,
  primary key (platform, account)
);

create table ban_listed (
  platform      text        not null,
  account       text        not null,
  author_id     text        not null,
  author_name   text,
  since_at      timestamptz,
  until_at      timestamptz,
  mute          boolean     not null,
  primary key (platform, account, author_id),
  foreign key (platform, account) references ban_sweep on delete cascade
);

-- when the platform was asked about that person in vain; null before
alter table ban_hint add column passed_at timestamptz;
