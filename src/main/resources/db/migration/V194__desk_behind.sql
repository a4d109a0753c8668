-- What somebody of the team is told about a clock that runs out, once for each time it is due; mailed together.
create table desk_notice (
    reference bigint      not null references desk_item (reference),
    person_id uuid        not null references person (id) on delete cascade,
    -- It runs out soon; it has run out; a lead is told that it has.
    what      varchar(4)  not null check (what in ('SOON', 'LATE', 'LEAD')),
    due_at    timestamptz not null,
    noted_at  timestamptz not null,
    mailed_at timestamptz,
    primary key (reference, person_id, what, due_at)
);
create index desk_notice_waits on desk_notice (person_id) where mailed_at is null;
create index desk_notice_mailed on desk_notice (person_id, mailed_at);

-- Who takes part where items of a kind are given out fairly, and with which share of the work.
create table desk_assignment (
    kind      varchar(40) primary key,
    -- Whether an item is given to somebody as soon as it comes in.
    automatic boolean not null,
    version   bigint  not null
);
create table desk_assignment_member (
    kind       varchar(40) not null references desk_assignment (kind) on delete cascade,
    person_id  uuid        not null references person (id) on delete cascade,
    share      integer     not null check (share between 1 and 100),
    -- Among equals it is the turn of whoever was given one longest ago.
    given_at   timestamptz,
    primary key (kind, person_id)
);
create index desk_assignment_member_person on desk_assignment_member (person_id);
