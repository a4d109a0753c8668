-- What comes of a booking: a proposed time is held for its requester, and afterwards stands what was agreed.

alter table consultation_booking
    -- The team set it knowingly outside of its host's hours.
    add column outside_hours boolean not null default false,
    -- Until when a proposed time is kept free for the answer.
    add column held_until timestamptz;

alter table consultation_request
    drop constraint consultation_request_state_check,
    add constraint consultation_request_state_check
        check (state in ('PENDING', 'ACCEPTED', 'REJECTED', 'CANCELED', 'DONE', 'NO_SHOW')),
    add column agreed text,
    add column next_step text,
    add column materials text,
    -- How many were there, at a talk or a training.
    add column attended integer check (attended between 0 and 100000),
    add column ended_at timestamptz,
    -- The requester's answers afterwards: whether it helped, and what would have helped more.
    add column helped text check (helped in ('VERY', 'SOMEWHAT', 'LITTLE', 'NOT')),
    add column helped_more text,
    add column helped_at timestamptz,
    add constraint consultation_request_ended check (state not in ('DONE', 'NO_SHOW') or (booking_id is not null and ended_at is not null)),
    add constraint consultation_request_helped check ((helped is null) = (helped_at is null) and (helped is null or state = 'DONE'));
create index consultation_request_helped_at on consultation_request (helped_at) where helped_at is not null;
