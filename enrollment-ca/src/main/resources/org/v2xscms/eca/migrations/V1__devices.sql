-- Who is enrolled. The one place in the system where a device has an identity; it holds no pseudonym and nothing of
-- another authority. Certificates and answers stand in issuance.*, by the request.

-- One row a device for its life: the key cannot be changed, a device with another key is another device.
create table device (
    canonical_id  text  primary key check (octet_length(canonical_id) between 1 and 64),
    canonical_key bytea not null
);

create table blocked (
    canonical_id text primary key references device
);

-- The requests of the last week, for the limits; the times are those the devices wrote into them.
create table request (
    canonical_id text   not null references device,
    request_id   bytea  not null check (octet_length(request_id) = 32),
    request_hash bytea  not null check (octet_length(request_hash) = 32),
    generated    bigint not null,
    primary key (canonical_id, request_id)
);

-- Which device holds an enrolment certificate, by its HashedId8: how a successor is asked for.
create table enrollment (
    certificate_id bytea primary key check (octet_length(certificate_id) = 8),
    canonical_id   text  not null references device
);

grant usage on schema eca to "${runtime}";
grant select, insert on device, blocked, enrollment to "${runtime}";
grant select, insert, delete on request to "${runtime}";
