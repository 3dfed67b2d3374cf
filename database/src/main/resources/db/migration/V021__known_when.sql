-- When a draft and a step were written, by the database's clock: what was recorded later could not have been known then.
alter table correspondence.message add column drafted_at timestamptz not null default now();
alter table cases.step_taken add column taken_at timestamptz not null default now();
