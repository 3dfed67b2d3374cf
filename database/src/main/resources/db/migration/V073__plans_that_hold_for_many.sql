-- What these triggers ask is planned once in a session and then kept. Planned when the tables were empty, it would read a
-- whole table for each of many rows later on; by index it is good for one row and for a million.
alter function ledger.hold_invariants() set enable_seqscan = off;
alter function ledger.require_debtor() set enable_seqscan = off;
alter function cases.note_ledger_change() set enable_seqscan = off;
