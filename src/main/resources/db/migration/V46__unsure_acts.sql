-- an attempt may have done it although nobody knows: whoever gives such an act up has to undo it
alter table publication add column unsure boolean not null default false;
