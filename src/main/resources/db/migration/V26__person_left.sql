-- since when the person of a private case lets us write to them no more; null while they do
alter table case_file add column left_at timestamptz;
