-- Which payment references a creditor has issued for invoices that come without one.
create table ledger.reference_choice (
  creditor_id uuid primary key references parties.creditor,
  scheme text not null check (scheme ~ '^[a-z0-9_]+$'),
  actor text not null,
  chosen_at timestamptz not null
);
grant insert, update (scheme, actor, chosen_at), delete on ledger.reference_choice to duly_app;
call identity.scope_by_creditor('ledger.reference_choice');
