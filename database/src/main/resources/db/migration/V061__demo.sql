-- Says that the database holds the demonstration's portfolio and nothing else, and how far it has been lived through.
create schema demo;
grant usage on schema demo to duly_app;
create table demo.portfolio (
  one boolean primary key default true check (one),
  seed bigint not null,
  -- invoices were made up to this day
  ends_on date not null,
  -- what arrives by this day has arrived
  arrived_on date not null,
  -- the last day at whose end the office went home
  lived_on date not null check (lived_on <= arrived_on)
);
grant select, insert, update (arrived_on, lived_on) on demo.portfolio to duly_app;
