-- Statements are stored one by one while their file is read; the file's own row, which counts them, comes last.
alter table banking.statement alter constraint statement_file_id_fkey deferrable initially deferred;
