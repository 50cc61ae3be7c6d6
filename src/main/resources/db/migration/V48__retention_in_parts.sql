-- what the nightly retention looks for in tables that grow with every delivery
create index inbox_full on inbox (received_at) where body <> '';
create index inbox_received on inbox (received_at);
create index publication_created on publication (created_at);
create index sanction_ledger_evidence on sanction_ledger (evidence_hash) where evidence_hash is not null;
