-- What waits for its day is known by the document's number (a receipt by its source's key, a settlement by its invoice's
-- number), so that the same file again, or the same rows in another one, do not wait twice.
alter table intake.kept_back add column key text not null default '';
create index kept_back_key on intake.kept_back (creditor_id, kind, key);

-- A file's own line is written last, when its counts are known.
alter table intake.quarantine alter constraint quarantine_file_id_fkey deferrable initially deferred;
alter table intake.finding alter constraint finding_file_id_fkey deferrable initially deferred;
alter table intake.kept_back alter constraint kept_back_file_id_fkey deferrable initially deferred;
