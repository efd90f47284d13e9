-- What the misbehaviour authority keeps: reports, cases, what it asked and was told, and the CRLs it signed. Every table is
-- only read and inserted into. No enrolment, no device, no network address, no time.

grant usage on schema ma to "${runtime}";

-- A report as it came, still encrypted, and what became of it. Of one that could not be opened only the digest stays.
create table ma.report (
    report_id bytea primary key check (octet_length(report_id) = 32),
    reporter  bytea check (octet_length(reporter) = 8),
    refused   text,
    sealed    bytea,
    check (refused is not null or (reporter is not null and sealed is not null))
);
create index on ma.report (reporter);

-- A certificate that evidence speaks against: 11 octets i and linkage value, or 32 octets certificate hash.
create table ma.suspect (
    suspect     bytea primary key check (octet_length(suspect) in (11, 32)),
    certificate bytea not null
);

create table ma.accusation (
    suspect      bytea not null references ma.suspect,
    report_id    bytea not null references ma.report,
    reporter     bytea not null,
    observations text  not null,
    primary key (suspect, report_id)
);

create table ma.case_file (
    case_id bytea primary key check (octet_length(case_id) = 16),
    suspect bytea not null unique references ma.suspect,
    salt    bytea not null check (octet_length(salt) = 16)
);

-- The states a case has been in. Each is entered and left once at most, and only along these edges.
create table ma.transition (
    case_id    bytea not null references ma.case_file,
    from_state text,
    to_state   text  not null,
    actor      text  not null,
    reason     text  not null,
    primary key (case_id, to_state),
    unique (case_id, from_state),
    foreign key (case_id, from_state) references ma.transition (case_id, to_state),
    check (case when from_state is null then to_state = 'OPEN'
                else (from_state, to_state) in (('OPEN', 'APPROVED'), ('OPEN', 'REJECTED'), ('APPROVED', 'REJECTED'),
                                                ('APPROVED', 'RESOLVING'), ('RESOLVING', 'REVOKED'),
                                                ('RESOLVING', 'REJECTED')) end)
);

create view ma.case_state as
    select case_id, to_state as state, actor, reason from ma.transition t
    where not exists (select 1 from ma.transition n where n.case_id = t.case_id and n.from_state = t.to_state);

create table ma.approval (
    case_id   bytea not null references ma.case_file,
    operator  text  not null,
    signature bytea not null check (octet_length(signature) = 64),
    primary key (case_id, operator)
);

-- What was asked of another authority, before it was asked; and the one answer.
create table ma.asked (
    case_id bytea   not null references ma.case_file,
    step    text    not null check (step in ('RESOLVE', 'BLOCK', 'SEED1', 'SEED2')),
    attempt integer not null check (attempt > 0),
    request bytea   not null,
    primary key (case_id, step, attempt)
);

create table ma.answered (
    case_id bytea   not null,
    step    text    not null,
    attempt integer not null,
    answer  bytea   not null,
    refused text,
    primary key (case_id, step, attempt),
    foreign key (case_id, step, attempt) references ma.asked
);

-- What goes on a CRL, from the first list after it until its last certificate has expired.
create table ma.revoked_device (
    case_id bytea   primary key references ma.case_file,
    la1     bytea   not null check (octet_length(la1) = 2),
    la2     bytea   not null check (octet_length(la2) = 2),
    i_rev   integer not null,
    seed1   bytea   not null check (octet_length(seed1) = 16),
    seed2   bytea   not null check (octet_length(seed2) = 16),
    i_max   integer not null,
    j_max   integer not null
);

create table ma.revoked_certificate (
    case_id bytea  primary key references ma.case_file,
    id      bytea  not null check (octet_length(id) = 10),
    expiry  bigint not null
);

-- A CRL before its signature, with it, and after the RA took it. The number orders the lists of a series.
create table ma.crl (
    series   integer not null,
    number   bigint  not null,
    contents bytea   not null,
    primary key (series, number)
);

create table ma.crl_signed (
    series integer not null,
    number bigint  not null,
    spdu   bytea   not null,
    primary key (series, number),
    foreign key (series, number) references ma.crl
);

create table ma.crl_published (
    series integer not null,
    number bigint  not null,
    primary key (series, number),
    foreign key (series, number) references ma.crl_signed
);

-- The first list that a case stands on.
create table ma.listed (
    case_id bytea   primary key references ma.case_file,
    series  integer not null,
    number  bigint  not null,
    foreign key (series, number) references ma.crl
);

grant select, insert on ma.report, ma.suspect, ma.accusation, ma.case_file, ma.transition, ma.approval, ma.asked,
    ma.answered, ma.revoked_device, ma.revoked_certificate, ma.crl, ma.crl_signed, ma.crl_published, ma.listed
    to "${runtime}";
grant select on ma.case_state to "${runtime}";
