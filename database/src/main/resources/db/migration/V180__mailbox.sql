-- Which messages of a mailbox were taken in, by the numbers that its server gives them; written with the reply itself, so that a
-- crash before it is marked there takes nothing twice.
create table correspondence.mailbox_message (
  mailbox text not null check (mailbox <> '' and mailbox !~ '[[:cntrl:]]'),
  uid_validity bigint not null,
  uid bigint not null check (uid > 0),
  reply_id uuid not null references correspondence.reply,
  taken_at timestamptz not null,
  -- when its server was told
  marked_at timestamptz check (marked_at >= taken_at),
  primary key (mailbox, uid_validity, uid)
);
create index mailbox_unmarked on correspondence.mailbox_message (mailbox, uid_validity, uid) where marked_at is null;
grant insert, update (marked_at) on correspondence.mailbox_message to duly_app;
alter table correspondence.mailbox_message enable row level security;
create policy scoped on correspondence.mailbox_message to duly_desk using (exists (select from correspondence.reply r where r.id = reply_id));
create policy everything on correspondence.mailbox_message to duly_reader using (true);
