-- A free time that was chosen is accepted at once; what was booked keeps its own words.

alter table consultation_booking
    -- Why this host: the reason of the calendar, and how many bookings the host was given lately.
    add column chosen_reason text check (chosen_reason in ('ONLY', 'WISHED', 'FEWEST', 'LONGEST')),
    add column chosen_recent integer;

alter table consultation_request
    add column offering_id uuid references offering (id),
    -- The zone in which the requester reads times; without it the organization's.
    add column zone text;
create index consultation_request_offering on consultation_request (offering_id);

-- Who else comes, by name, by address, or both.
create table consultation_guest (
    request_id uuid    not null references consultation_request (id) on delete cascade,
    place      integer not null check (place between 0 and 19),
    name       text    not null,
    mail       text,
    primary key (request_id, place)
);

-- The questions of the offering as they were asked, with their answers.
create table consultation_reply (
    request_id uuid    not null references consultation_request (id) on delete cascade,
    place      integer not null,
    question   text    not null,
    answer     text    not null,
    primary key (request_id, place)
);
