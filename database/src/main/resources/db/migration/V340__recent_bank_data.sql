-- Of which day on bank data is recent enough, as the latest run counted by the policy: weekends and holidays of the creditor's country may
-- count for nothing. The statement that comes is held against it.
alter table cases.creditor_hold add column recent_from date;
grant update (recent_from) on cases.creditor_hold to duly_app;
