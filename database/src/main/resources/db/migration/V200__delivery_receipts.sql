-- Under which a provider knows what it took: its delivery receipts name that.
alter table correspondence.attempt_end
  add provider_id text check (provider_id <> '' and length(provider_id) <= 200 and provider_id !~ '[[:cntrl:]]');
create index attempt_end_provider_id on correspondence.attempt_end (provider_id) where provider_id is not null;
