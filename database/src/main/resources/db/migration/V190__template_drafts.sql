-- What somebody is changing in a template and has not saved as a version yet, one for each template and writer.
create table correspondence.template_draft (
  creditor_id uuid not null references parties.creditor,
  kind text not null check (kind ~ '^[a-z-]{1,40}$'),
  language text not null check (language in ('en', 'de', 'fr', 'nl', 'es')),
  writer text not null,
  source text not null check (length(source) <= 40000),
  saved_at timestamptz not null,
  primary key (creditor_id, kind, language, writer)
);
grant insert, delete, update (source, saved_at) on correspondence.template_draft to duly_app;
call identity.scope_by_creditor('correspondence.template_draft');
