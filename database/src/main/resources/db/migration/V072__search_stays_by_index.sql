-- V071 made the search anew, which forgot how V053 had it planned.
alter function ledger.search_in_scope(text, int) rows 20 set enable_seqscan = off;
