-- What the comms team offers, with the terms on which it can be booked.

create table offering (
    id             uuid primary key,
    version        bigint   not null,
    kind           text     not null check (kind in ('ONESELF', 'DEPARTMENT', 'TRAINING', 'TALK')),
    name           text     not null collate names check (name <> ''),
    about          text     not null,
    lengths        int[]    not null check (cardinality(lengths) between 1 and 10),
    formats        text[]   not null check (cardinality(formats) between 1 and 3),
    place          text,
    preparation    text,
    seats          int      not null check (seats between 1 and 10000),
    notice_hours   int      not null check (notice_hours between 0 and 8760),
    horizon_days   int      not null check (horizon_days between 1 and 730),
    minutes_before int      not null check (minutes_before between 0 and 480),
    minutes_after  int      not null check (minutes_after between 0 and 480),
    travel_minutes int      not null check (travel_minutes between 0 and 480),
    per_day        int check (per_day between 1 and 100),
    per_week       int check (per_week between 1 and 500),
    change_hours   int      not null check (change_hours between 0 and 8760),
    active         boolean  not null,
    position       int      not null
);

create table offering_question (
    offering_id uuid    not null references offering (id) on delete cascade,
    place       int     not null,
    label       text    not null check (label <> ''),
    choices     text    not null,
    required    boolean not null,
    primary key (offering_id, place)
);

create table offering_host (
    offering_id uuid not null references offering (id) on delete cascade,
    host_id     uuid not null references person (id),
    primary key (offering_id, host_id)
);
create index offering_host_host on offering_host (host_id);

-- What every program begins with; an admin changes it as needed.
insert into offering (id, version, kind, name, about, lengths, formats, place, preparation, seats, notice_hours,
    horizon_days, minutes_before, minutes_after, travel_minutes, per_day, per_week, change_hours, active, position)
values
    ('0193f000-0000-7000-8000-000000000001', 0, 'ONESELF', 'Consultation for yourself',
     'We look at your profiles together and find your next step: where to begin, what to post, how to stay safe.',
     '{30,45,60}', '{VIDEO,PHONE,IN_PERSON}', 'At the Department of Communication',
     'Have the profiles you use at hand, and two or three accounts of peers you like to read.',
     1, 24, 60, 0, 10, 0, 4, 15, 12, true, 1),
    ('0193f000-0000-7000-8000-000000000002', 0, 'DEPARTMENT', 'Consultation for your department',
     'We talk with you and your colleagues about what your department wants to tell, to whom, and through which accounts.',
     '{45,60,90}', '{VIDEO,PHONE,IN_PERSON}', null,
     'Think of one story of the last months that deserved more readers, and who in your department could tell it.',
     1, 48, 60, 5, 10, 15, 3, 10, 24, true, 2),
    ('0193f000-0000-7000-8000-000000000003', 0, 'TRAINING', 'Training in good practice',
     'How to write, what to show, how to answer, and where the limits are. Come to a class, or ask us to come to your group.',
     '{60,90,120}', '{VIDEO,IN_PERSON}', null,
     'Bring the device you post with.',
     20, 72, 180, 10, 10, 15, 2, 4, 24, true, 3),
    ('0193f000-0000-7000-8000-000000000004', 0, 'TALK', 'Talk at a faculty meeting',
     'The road show: we come to your faculty meeting and show why a personal professional profile is worth it.',
     '{20,15,30,45,60}', '{IN_PERSON,VIDEO}', null,
     null,
     1, 72, 365, 10, 10, 20, 2, 6, 24, true, 4);
