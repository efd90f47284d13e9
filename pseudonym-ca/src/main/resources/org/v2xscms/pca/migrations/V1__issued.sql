-- One row for each pseudonym certificate, without order, time or anything that two certificates of a device share.

grant usage on schema pca to "${runtime}";

create table pca.issued (
    i             integer not null check (i between 0 and 65535),
    linkage_value bytea   not null check (octet_length(linkage_value) = 9),
    plv1          bytea   not null check (octet_length(plv1) = 9),
    plv2          bytea   not null check (octet_length(plv2) = 9),
    request       bytea   not null check (octet_length(request) = 32),
    ra            bytea   not null check (octet_length(ra) = 8),
    primary key (i, linkage_value)
) partition by list (i);
grant select, insert on pca.issued to "${runtime}";

-- Runs as its owner: the runtime role may open a period but not drop one.
create function pca.open_period(p integer) returns void
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    if to_regclass('pca.issued_' || p) is not null then
        return;
    end if;
    perform pg_advisory_xact_lock(hashtext('pca.open_period'));
    execute format('create table if not exists pca.%I partition of pca.issued for values in (%L)', 'issued_' || p, p);
end $$;

-- Drops the rows of every period before the given one, and says how many periods. Owner only.
create function pca.drop_before(first integer) returns integer
    language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
    name text;
    dropped integer := 0;
begin
    for name in select c.relname from pg_inherits join pg_class c on c.oid = inhrelid
                where inhparent = 'pca.issued'::regclass
                and substring(c.relname from 'issued_(\d+)')::integer < first loop
        execute format('drop table pca.%I', name);
        dropped := dropped + 1;
    end loop;
    return dropped;
end $$;

revoke all on all functions in schema pca from public;
grant execute on function pca.open_period(integer) to "${runtime}";

-- Keys shared with the linkage authorities, encrypted under a key of the authority's home folder.
create table pca.linkage_key (
    la_id  bytea not null check (octet_length(la_id) = 2),
    key_id bytea not null check (octet_length(key_id) = 8),
    sealed bytea not null check (octet_length(sealed) = 44),
    primary key (la_id, key_id)
);
grant select, insert on pca.linkage_key to "${runtime}";

-- Which issuers an operator has stopped.
create table pca.halted (
    issuer text primary key
);
grant select, insert, delete on pca.halted to "${runtime}";
