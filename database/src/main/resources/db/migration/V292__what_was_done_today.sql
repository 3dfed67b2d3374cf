-- What a person did today, for the foot of the worklist: three short looks into an index each.
create index call_caller_ended on calls.call (caller_id, ended_at) where ended_at is not null;
create index task_done_by on cases.task (done_by, done_on) where done_on is not null;
create index promise_recorded_by on agreements.promise (recorded_by, made_on);
