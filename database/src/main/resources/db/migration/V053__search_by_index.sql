-- The planner takes a resembling name for commoner than it is, and would rather read every name until it has enough; and
-- it expects a function to answer with a thousand rows, for which it would read every invoice.
alter function parties.search_in_scope(text, int) rows 20 set enable_seqscan = off;
alter function ledger.search_in_scope(text, int) rows 20 set enable_seqscan = off;
