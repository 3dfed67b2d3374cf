-- What became of an entry names it together with its creditor; to ask for the entry alone beside that asks twice for each of a
-- hundred thousand rows, and says nothing more.
alter table banking.matched drop constraint matched_entry_id_fkey;
