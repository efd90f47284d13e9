-- What every authority keeps. The runtime role reads and inserts; it can neither change nor delete an issued or
-- audited row. No row carries a time finer than its period, a sequence number, or anything of another authority.

create schema issuance;
create schema audit;
create schema replay;
grant usage on schema issuance, audit, replay to "${runtime}";

-- A period that was dropped stays listed, so that nothing is issued for it again.
create table issuance.period (
    period   integer     primary key,
    expires  timestamptz not null,
    dropped  boolean     not null default false
);

create table issuance.intent (
    period          integer not null,
    request_id      bytea   not null check (octet_length(request_id) = 32),
    request_hash    bytea   not null check (octet_length(request_hash) = 32),
    issuer          text    not null,
    profile_version integer not null,
    unit_lock       bigint  not null,
    signatures      integer not null check (signatures > 0),
    to_be_signed    bytea   not null,
    primary key (period, request_id)
) partition by list (period);

create table issuance.outcome (
    period     integer not null,
    request_id bytea   not null,
    answer     bytea,
    abandoned  text,
    primary key (period, request_id),
    check ((answer is null) <> (abandoned is null))
) partition by list (period);

-- What is between intent and outcome. Small, and the only table here from which rows go.
create table issuance.pending (
    period     integer not null,
    request_id bytea   not null,
    primary key (period, request_id)
);

-- Runs as its owner: the runtime role may open a period but not drop one.
create function issuance.open_period(p integer, ends timestamptz) returns boolean
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    gone boolean;
begin
    select dropped into gone from issuance.period where period = p;
    if found then
        return not gone;
    end if;
    lock table issuance.period in share row exclusive mode;
    insert into issuance.period (period, expires) values (p, ends) on conflict do nothing;
    if not found then
        return not (select dropped from issuance.period where period = p);
    end if;
    execute format('create table issuance.%I partition of issuance.intent for values in (%L)', 'intent_' || p, p);
    execute format('create table issuance.%I partition of issuance.outcome for values in (%L)', 'outcome_' || p, p);
    execute format('alter table issuance.%I add foreign key (period, request_id) references issuance.%I',
                   'outcome_' || p, 'intent_' || p);
    return true;
end $$;

-- Drops every period that ended before the given time, and says how many. Owner only.
create function issuance.drop_expired(before timestamptz) returns integer
    language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
    p       integer;
    dropped_periods integer := 0;
begin
    for p in select period from issuance.period where expires < before and not dropped order by period loop
        delete from issuance.pending where period = p;
        execute format('drop table issuance.%I', 'outcome_' || p);
        execute format('drop table issuance.%I', 'intent_' || p);
        update issuance.period set dropped = true where period = p;
        dropped_periods := dropped_periods + 1;
    end loop;
    return dropped_periods;
end $$;

revoke all on all functions in schema issuance from public;
grant execute on function issuance.open_period(integer, timestamptz) to "${runtime}";
grant select, insert on issuance.intent, issuance.outcome to "${runtime}";
grant select on issuance.period to "${runtime}";
grant select, insert, delete on issuance.pending to "${runtime}";

create table audit.record (
    sequence      bigint  primary key,
    previous_hash bytea   not null check (octet_length(previous_hash) = 32),
    kind          text    not null,
    at            bigint  not null,
    actor         text    not null,
    facts         text    not null,
    signatures    integer not null check (signatures >= 0),
    hash          bytea   not null check (octet_length(hash) = 32)
);

-- Where the chain ends, and the lock under which it grows.
create table audit.head (
    one        boolean primary key default true check (one),
    sequence   bigint  not null,
    hash       bytea   not null
);
insert into audit.head (sequence, hash) values (0, decode(repeat('00', 32), 'hex'));

grant select, insert on audit.record to "${runtime}";
grant select, update on audit.head to "${runtime}";

create table replay.seen (
    bucket       bigint not null,
    message_hash bytea  not null check (octet_length(message_hash) = 32),
    primary key (bucket, message_hash)
);

-- Buckets up to this one are closed for ever, whatever a clock says later.
create table replay.floor (
    one    boolean primary key default true check (one),
    bucket bigint  not null
);
insert into replay.floor (bucket) values (-1);

grant select, insert, delete on replay.seen to "${runtime}";
grant select, update on replay.floor to "${runtime}";
