-- A settlement below the debt (P29): why, who said yes, and what became of the rest once it was paid in time.
create table agreements.settlement (
  plan_id uuid primary key references agreements.plan,
  creditor_id uuid not null,
  -- why the whole will hardly be recovered
  why text not null check (why ~ '\S' and length(why) <= 2000),
  approved_by text not null,
  released_on date,
  -- minor units: what was let go of invoices and of charges, and the tax that is part of the former where it is known
  written_off bigint check (written_off >= 0),
  waived bigint check (waived >= 0),
  tax bigint check (tax >= 0),
  constraint released_as_a_whole check ((released_on is null) = (written_off is null) and (released_on is null) = (waived is null))
);
create index settlement_unreleased on agreements.settlement (plan_id) where released_on is null;
grant insert, update (released_on, written_off, waived, tax) on agreements.settlement to duly_app;
call identity.scope_by_creditor('agreements.settlement');
