-- A chain by a name that says nothing, its first seed (encrypted under a key of the authority's home folder), and the
-- periods for which values were given. Nothing else is kept, so nothing else can leak.

grant usage on schema la to "${runtime}";

create table la.chain (
    chain_id   bytea   primary key check (octet_length(chain_id) = 16),
    first_seed bytea   not null check (octet_length(first_seed) = 44),
    first_i    integer not null check (first_i between 0 and 65535),
    last_i     integer not null check (last_i between first_i and 65535)
);
grant select, insert, update (last_i) on la.chain to "${runtime}";

-- The profile of the maths under which all chains here were begun: values of two profiles must never meet.
create table la.profile (
    one  boolean primary key default true check (one),
    name text    not null
);
grant select, insert on la.profile to "${runtime}";
