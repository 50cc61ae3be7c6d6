-- why the answers that a script went into say that it serves badly; null while they do not
alter table script add doubt text;
