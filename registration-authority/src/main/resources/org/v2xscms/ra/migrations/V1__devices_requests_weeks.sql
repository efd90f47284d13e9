-- What the RA keeps (reliability 3): who asked for what, the chains, the requests until they are sent, their digests for
-- resolution, and answers it cannot read. No row carries a time finer than its period, but for the generationTime that
-- the device's own signed request states, by which requests a week are counted.

grant usage on schema ra to "${runtime}";

-- A device under whichever of its successive enrolment certificates it comes. Named by 16 random octets.
create table ra.device (
    device bytea primary key check (octet_length(device) = 16),
    chain1 bytea not null check (octet_length(chain1) = 16),
    chain2 bytea not null check (octet_length(chain2) = 16)
);

create table ra.enrolment (
    certificate bytea primary key check (octet_length(certificate) = 32),
    device      bytea not null references ra.device
);
create index on ra.enrolment (device);

create table ra.blocked (
    device bytea primary key references ra.device
);

-- Which request a case of the misbehaviour authority named: a case blocks one device and no other.
create table ra.verdict (
    case_id bytea primary key check (octet_length(case_id) = 16),
    hpcr    bytea not null check (octet_length(hpcr) = 32)
);

-- series: the CRL series of weekly certificates, of which there is one set a week; null for a single certificate.
create table ra.request (
    request_hash bytea    primary key check (octet_length(request_hash) = 8),
    spdu_hash    bytea    not null unique check (octet_length(spdu_hash) = 32),
    device       bytea    not null references ra.device,
    series       smallint,
    permissions  bytea    not null,
    first_i      integer  not null,
    last_i       integer  not null,
    valid_from   bigint   not null,
    valid_to     bigint   not null,
    generated    bigint   not null,
    request      bytea    not null,
    ack          bytea    not null
);
create index on ra.request (device);

-- Requests whose weeks are not all prepared.
create table ra.progress (
    request_hash bytea   primary key references ra.request,
    next_i       integer not null,
    last_i       integer not null
);
create index on ra.progress (next_i);

-- A device-week. requests: what the ACA is asked, until all is answered; hpcr: SHA-256 of each, by j; responses: what
-- came back, encrypted to the device, by j. state: 0 open, 1 complete, 2 refused by the ACA.
create table ra.week (
    i            integer  not null,
    request_hash bytea    not null,
    device       bytea    not null,
    series       smallint,
    requests     bytea[],
    hpcr         bytea[]  not null,
    responses    bytea[]  not null,
    state        smallint not null default 0 check (state between 0 and 2),
    primary key (i, request_hash),
    unique (i, device, series)
) partition by list (i);
create index on ra.week using gin (hpcr);
create index on ra.week (request_hash) where state = 0 and series is not null;
create index on ra.week (request_hash) where state = 0 and series is null;
create index on ra.week (device);

create table ra.successor (
    request_hash bytea primary key check (octet_length(request_hash) = 8),
    spdu_hash    bytea not null unique check (octet_length(spdu_hash) = 32),
    device       bytea not null references ra.device,
    current      bytea not null check (octet_length(current) = 8),
    request      bytea not null,
    ack          bytea not null
);
create index on ra.successor (device);

-- The ECA's answer; null where it refused.
create table ra.successor_answer (
    request_hash bytea primary key references ra.successor,
    response     bytea
);

-- Runs as its owner: the runtime role may open a period but not drop one.
create function ra.open_period(p integer) returns void
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    if to_regclass(format('ra.%I', 'week_' || p)) is null then
        perform pg_advisory_xact_lock(hashtext('ra.week'));
        execute format('create table if not exists ra.%I partition of ra.week for values in (%L)', 'week_' || p, p);
    end if;
end $$;

-- Drops the weeks before a period and the requests that ended before it. Owner only.
create function ra.drop_expired(before integer) returns integer
    language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
    name    text;
    dropped integer := 0;
begin
    for name in
        select c.relname from pg_inherits h join pg_class c on c.oid = h.inhrelid
        where h.inhparent = 'ra.week'::regclass and substring(c.relname from 6)::integer < before
    loop
        execute format('drop table ra.%I', name);
        dropped := dropped + 1;
    end loop;
    delete from ra.progress where last_i < before;
    delete from ra.request where last_i < before;
    return dropped;
end $$;

revoke all on all functions in schema ra from public;
grant execute on function ra.open_period(integer) to "${runtime}";
grant select, insert on ra.device, ra.enrolment, ra.blocked, ra.verdict, ra.request, ra.successor, ra.successor_answer
    to "${runtime}";
grant select, insert, delete on ra.progress to "${runtime}";
grant update (next_i) on ra.progress to "${runtime}";
grant select, insert on ra.week to "${runtime}";
grant update (requests, responses, state) on ra.week to "${runtime}";
