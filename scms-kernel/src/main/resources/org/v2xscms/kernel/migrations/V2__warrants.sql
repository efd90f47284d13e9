-- Orders to find an identity, one row a case and kind, for the daily budget. Names no identity.

create schema warrant;
grant usage on schema warrant to "${runtime}";

create table warrant.spent (
    kind    text   not null,
    day     bigint not null,
    case_id bytea  not null check (octet_length(case_id) = 16),
    primary key (kind, case_id)
);
create index on warrant.spent (kind, day);
grant select, insert on warrant.spent to "${runtime}";
