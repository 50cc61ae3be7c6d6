-- Tries are counted for each address now, so that nobody can keep the right person waiting.
alter table first_administrator_token drop column wrong_tries, drop column not_before;
