-- a file that the platform does not give now is asked for again; only what is gone is lost
alter table attachment add tries int not null default 0;
alter table attachment add first_tried_at timestamptz;
alter table attachment add retry_at timestamptz;
