-- The lock of a unit of work is the same for all its intents, so it would tell for ever what was issued together. It is
-- needed only until there is an outcome.

alter table issuance.pending add column unit_lock bigint not null default 0;
update issuance.pending p set unit_lock = i.unit_lock
    from issuance.intent i where i.period = p.period and i.request_id = p.request_id;
alter table issuance.pending alter column unit_lock drop default;
alter table issuance.intent drop column unit_lock;
