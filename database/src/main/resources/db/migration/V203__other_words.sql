-- A message that waits can be given other words: each is a version, the last one leaves.
alter table correspondence.own_words
  add column version int not null default 1 check (version > 0),
  -- versions of correspondence.message_text up to this one were of the words before
  add column after_text int not null default 0,
  drop constraint own_words_pkey,
  add primary key (message_id, version);

-- Other words that somebody is writing and has not put in the place of the old ones yet.
create table correspondence.reword_draft (
  message_id uuid not null references correspondence.message,
  writer text not null,
  creditor_id uuid not null,
  subject text not null check (length(subject) <= 200),
  body text not null check (length(body) <= 10000),
  saved_at timestamptz not null,
  primary key (message_id, writer)
);
grant insert, delete, update (subject, body, saved_at) on correspondence.reword_draft to duly_app;
call identity.scope_by_creditor('correspondence.reword_draft');
