-- words with typing errors are found by their groups of three letters; PostgreSQL trusts owners of a database with it
create extension if not exists pg_trgm;

drop index script_words;
alter table script drop column words;
alter table script
  -- stable over every change of the question; a column of an imported file or made up
  add column key             text        not null default gen_random_uuid()::text unique,
  -- the key came with a file: nothing else than that key finds the row again
  add column own_key         boolean     not null default false,
  add column version         int         not null default 1,
  -- platform -> text in place of the answer
  add column variants        jsonb       not null default '{}',
  add column category        text,
  add column subcategory     text,
  add column owner           text,
  -- days of Moscow, the last one counts whole
  add column valid_from      date,
  add column valid_until     date,
  -- [{"title", "url"}]
  add column links           jsonb       not null default '[]',
  add column changed_at      timestamptz,
  add column changed_by      text,
  -- when somebody last wrote or approved it
  add column checked_at      timestamptz,
  -- as a reader takes it in: words without case, quotes and disguise
  add column folded_question text        not null default '',
  add column folded_rest     text        not null default '';

update script set changed_at = created_at, checked_at = created_at,
  folded_question = lower(translate(regexp_replace(question, '[^[:alnum:]]+', ' ', 'g'), 'Ёё', 'Ее')),
  folded_rest = lower(translate(regexp_replace(answer, '[^[:alnum:]]+', ' ', 'g'), 'Ёё', 'Ее'));

alter table script
  alter column changed_at set not null,
  alter column checked_at set not null,
  add column question_words tsvector generated always as (to_tsvector('russian', folded_question)) stored,
  add column words tsvector generated always as (to_tsvector('russian', folded_question || ' ' || folded_rest)) stored;
alter table script alter column question_words set storage main;
create index script_words on script using gin (words);
create index script_question on script (md5(folded_question));

create table script_version (
  script_id   bigint      not null references script,
  version     int         not null,
  question    text        not null,
  answer      text        not null,
  variants    jsonb       not null,
  category    text,
  subcategory text,
  owner       text,
  valid_from  date,
  valid_until date,
  links       jsonb       not null,
  source      text,
  state       text        not null,
  changed_at  timestamptz not null,
  changed_by  text,
  primary key (script_id, version)
);
insert into script_version
select id, version, question, answer, variants, category, subcategory, owner, valid_from, valid_until, links, source,
  state, changed_at, changed_by
from script;

-- every word of every script, to know rare words from common ones and right ones from misspelt ones
create table script_word (
  word    text   primary key,
  lexeme  text   not null,
  -- scripts that held it; never counted down, so a little high after changes
  entries bigint not null
);
create index script_word_lexeme on script_word (lexeme);
create index script_word_letters on script_word using gin (word gin_trgm_ops);

insert into script_word
select word, lexeme, entries
from (
  select word, (tsvector_to_array(to_tsvector('russian', word)))[1] as lexeme, count(distinct id) as entries
  from script, regexp_split_to_table(folded_question || ' ' || folded_rest, ' +') word
  group by word
) counted
where lexeme is not null;

-- words that mean the same; a word is in one group
create table synonym (
  word     text primary key,
  lexeme   text not null,
  group_id int  not null,
  place    int  not null
);
create index synonym_lexeme on synonym (lexeme);

-- a script went into somebody's answer
create table script_use (
  id        bigint generated always as identity primary key,
  script_id bigint      not null references script,
  case_id   bigint      not null,
  used_at   timestamptz not null,
  used_by   text        not null,
  -- of the script then, variables unfilled: no person's name is kept
  text      text        not null
);
create index script_use_script on script_use (script_id, id);
