-- Consultations, trainings and talks: what was asked, and the booking that came of it.

-- One booking for the life of a request; its id is the UID of its calendar entries, its sequence rises at every change.
create table consultation_booking (
    id        uuid primary key,
    state     text not null check (state in ('PENDING', 'ACCEPTED', 'REJECTED', 'CANCELED')),
    starts_at timestamptz not null,
    minutes   integer not null check (minutes between 10 and 480),
    host_id   uuid not null references person (id),
    format    text not null check (format in ('VIDEO', 'PHONE', 'IN_PERSON')),
    place     text,
    sequence  integer not null default 0 check (sequence >= 0)
);
create index consultation_booking_host on consultation_booking (host_id, starts_at);

create table consultation_request (
    id             uuid primary key,
    version        bigint not null,
    -- Deferred, because the desk receives the item after the request is stored, in the same transaction.
    reference      bigint not null unique references desk_item (reference) deferrable initially deferred,
    offering       text not null check (offering in ('CONSULTATION', 'TRAINING', 'TALK')),
    state          text not null check (state in ('PENDING', 'ACCEPTED', 'REJECTED', 'CANCELED')),
    requester_id   uuid not null references person (id),
    entered_by_id  uuid not null references person (id),
    asked_at       timestamptz not null,
    changed_at     timestamptz not null,

    for_department boolean not null,
    unit_id        uuid references organization_unit (id),
    topic          text not null,
    words          text not null,
    links          text,
    audience       text,
    people         integer check (people between 1 and 100000),
    meeting        text,
    equipment      text,
    format         text not null check (format in ('VIDEO', 'PHONE', 'IN_PERSON')),
    place          text,
    phone          text,
    minutes        integer not null check (minutes between 10 and 480),
    times          text,

    booking_id     uuid unique references consultation_booking (id),
    decided_at     timestamptz,
    decided_by_id  uuid references person (id),
    reason         text,

    check (state <> 'ACCEPTED' or booking_id is not null),
    check (state not in ('ACCEPTED', 'REJECTED') or (decided_by_id is not null and decided_at is not null)),
    check (state <> 'REJECTED' or reason is not null)
);
create index consultation_request_requester on consultation_request (requester_id);

create table consultation_wish (
    request_id uuid not null references consultation_request (id) on delete cascade,
    place      integer not null check (place between 0 and 2),
    day        date not null,
    time       time,
    primary key (request_id, place)
);

create table consultation_account (
    request_id uuid not null references consultation_request (id) on delete cascade,
    account_id uuid not null references registry_account (id),
    primary key (request_id, account_id)
);
