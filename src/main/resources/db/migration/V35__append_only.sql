-- TRUNCATE passes by the triggers of rows and of statements that change them.
create trigger sanction_ledger_never_emptied before truncate on sanction_ledger
  for each statement execute function refuse_change();

create trigger publishing_order_append_only before update or delete or truncate on publishing_order
  for each statement execute function refuse_change();

-- a row is changed once, when the erasing is done
create trigger erasure_never_emptied before delete or truncate on erasure
  for each statement execute function refuse_change();
