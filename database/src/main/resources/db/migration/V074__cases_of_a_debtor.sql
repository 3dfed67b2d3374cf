-- A debtor is shown with all its cases, the closed ones too; the index that keeps one open case a currency knows only the open ones.
create index case_debtor on cases.recovery_case (debtor_id);
