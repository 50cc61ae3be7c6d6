-- words that the process owner keeps; list 'seeded' names the lists that were once filled from the program's own
create table policy_word (
  list  text not null,
  word  text not null check (length(word) between 1 and 100),
  primary key (list, word)
);
