-- Freeze windows, and the exceptions that let one named account run in spite of them.

create table freeze_window (
    id         uuid primary key,
    version    bigint        not null,
    kinds      varchar(20)[] not null check (cardinality(kinds) > 0),
    platforms  varchar(20)[] not null check (cardinality(platforms) > 0),
    valid_from date          not null,
    -- the last day it holds, that day included; null: open
    valid_until date,
    constraint freeze_window_ends_after_it_begins check (valid_until >= valid_from)
);

-- One row for each kind of unit on each platform. No two windows may freeze the same at the same time,
-- also when two admins save at the same moment.
create table freeze_scope (
    window_id uuid        not null references freeze_window on delete cascade,
    kind      varchar(20) not null,
    platform  varchar(20) not null,
    span      daterange   not null,
    primary key (window_id, kind, platform),
    constraint freeze_window_overlaps exclude using gist (kind with =, platform with =, span with &&)
);

-- The scope is the window's own, so the database keeps the two together whoever writes.
create function freeze_scope_follows() returns trigger language plpgsql as $$
begin
    -- One after the other: two that overlap would wait for each other's rows without end.
    perform pg_advisory_xact_lock(hashtext('freeze_window'));
    delete from freeze_scope where window_id = new.id;
    insert into freeze_scope (window_id, kind, platform, span)
        select new.id, kind, platform, daterange(new.valid_from, new.valid_until, '[]')
        from unnest(new.kinds) kind cross join unnest(new.platforms) platform;
    return null;
end $$;
create trigger freeze_scope_follows after insert or update on freeze_window
    for each row execute function freeze_scope_follows();

create table freeze_exception (
    id            uuid primary key,
    version       bigint       not null,
    reference     bigint       not null,
    state         varchar(20)  not null
        check (state in ('IN_REVIEW', 'APPROVED', 'DENIED', 'WITHDRAWN', 'ACTIVE', 'EXPIRED', 'REVOKED')),
    requester_id  uuid         not null references person,
    entered_by_id uuid         not null references person,
    account_name  varchar(120) not null,
    platform      varchar(20)  not null,
    handle        varchar(300),
    unit_id       uuid         not null references organization_unit,
    sponsor_id    uuid         not null references person,
    sponsor_name  varchar(120) not null,
    sponsor_title varchar(120) not null,
    reason        varchar(4000) not null,
    audience      varchar(1000) not null,
    asked_from    date         not null,
    asked_until   date         not null,
    asked_at      timestamptz  not null,
    -- the last word of the reviewers
    verdict       varchar(20) check (verdict in ('RECOMMENDED', 'NOT_RECOMMENDED')),
    review_words  varchar(4000),
    reviewed_by_id uuid references person,
    reviewed_at   timestamptz,
    conditions    varchar(2000),
    valid_from    date,
    valid_until   date,
    first_until   date,
    extensions    int          not null default 0 check (extensions >= 0),
    decided_by_id uuid references person,
    decided_at    timestamptz,
    -- why it was denied or revoked
    decision_reason varchar(2000),
    account_id    uuid references registry_account,
    constraint freeze_exception_reference unique (reference),
    constraint freeze_exception_asked_dates check (asked_until >= asked_from),
    constraint freeze_exception_has_dates check (
        state not in ('APPROVED', 'ACTIVE', 'EXPIRED', 'REVOKED')
        or (valid_from is not null and valid_until is not null and first_until is not null)),
    constraint freeze_exception_dates check (valid_until >= valid_from and valid_until >= first_until)
);
create index freeze_exception_requester on freeze_exception (requester_id);
create index freeze_exception_state on freeze_exception (state, valid_until);
-- One exception for one account that is there.
create unique index freeze_exception_account on freeze_exception (account_id) where state = 'ACTIVE';

create table freeze_exception_administrator (
    exception_id uuid not null references freeze_exception on delete cascade,
    person_id    uuid not null references person,
    primary key (exception_id, person_id)
);

-- Whoever reviewed it, in all rounds: none of them may decide.
create table freeze_exception_reviewer (
    exception_id uuid not null references freeze_exception on delete cascade,
    person_id    uuid not null references person,
    primary key (exception_id, person_id)
);

-- A later end date that was asked for: an item of its own at the desk.
create table freeze_extension (
    id              uuid primary key,
    exception_id    uuid         not null references freeze_exception on delete cascade,
    reference       bigint       not null,
    state           varchar(20)  not null check (state in ('IN_REVIEW', 'APPROVED', 'DENIED', 'WITHDRAWN')),
    asked_by_id     uuid         not null references person,
    asked_until     date         not null,
    asked_at        timestamptz  not null,
    reason          varchar(4000) not null,
    verdict         varchar(20) check (verdict in ('RECOMMENDED', 'NOT_RECOMMENDED')),
    review_words    varchar(4000),
    reviewed_by_id  uuid references person,
    reviewed_at     timestamptz,
    reviewer_ids    uuid[]       not null default '{}',
    decided_by_id   uuid references person,
    decided_at      timestamptz,
    decision_reason varchar(2000),
    constraint freeze_extension_reference unique (reference)
);
create unique index freeze_extension_one_open on freeze_extension (exception_id) where state = 'IN_REVIEW';
