-- The time of the comms team's hosts: when they are there, and what takes their time.

-- Days on which a person is away; the last one included. (identity)
create table person_away (
    id        uuid primary key,
    person_id uuid not null references person (id) on delete cascade,
    first_day date not null,
    last_day  date not null check (last_day >= first_day),
    note      text,
    version   bigint not null
);
create index person_away_person on person_away (person_id, last_day);

create table calendar_host (
    person_id     uuid primary key references person (id),
    version       bigint not null,
    zone          text   not null,
    video_address text,
    per_week      int check (per_week between 1 and 100),
    -- How much of the work this host takes, compared with 100 for a full share.
    weight        int    not null default 100 check (weight between 1 and 1000),
    active        boolean not null default true,
    -- The secret address of the host's bookings: only its hash is kept.
    feed_hash     bytea unique,
    feed_at       timestamptz,
    -- The host's own calendar, and how reading it went.
    busy_url      text,
    busy_read_at  timestamptz,
    busy_tried_at timestamptz,
    busy_problem  text
);

create table calendar_hours (
    id          uuid primary key,
    host_id     uuid not null references calendar_host (person_id) on delete cascade,
    -- 1 is Monday; without it the hours are there once, on their first day.
    day         int check (day between 1 and 7),
    opens       time not null,
    closes      time not null,
    first_day   date not null,
    last_day    date check (last_day >= first_day),
    offering_id uuid references offering (id),
    check (day is not null or last_day = first_day)
);
create index calendar_hours_host on calendar_hours (host_id);

-- What the host's own calendar says, as it was last read.
create table calendar_busy (
    host_id uuid      not null references calendar_host (person_id) on delete cascade,
    during  tstzrange not null check (not isempty(during))
);
create index calendar_busy_host on calendar_busy using gist (host_id, during);

-- Everything that takes a host's time. Nothing of one host overlaps, buffers included: two bookings at once are
-- impossible, whoever asks and however many at a time.
create table calendar_taken (
    id          uuid primary key,
    host_id     uuid        not null references person (id),
    kind        text        not null check (kind in ('HOLD', 'BOOKING', 'TALK', 'CLASS', 'BLOCK')),
    -- The booking, class or form that it belongs to.
    owner_id    uuid        not null,
    during      tstzrange   not null,
    starts_at   timestamptz not null,
    ends_at     timestamptz not null check (ends_at > starts_at),
    offering_id uuid references offering (id),
    title       text        not null,
    path        text,
    given_at    timestamptz not null,
    expires_at  timestamptz,
    constraint calendar_taken_owner unique (owner_id),
    constraint calendar_taken_expiring check ((kind = 'HOLD') = (expires_at is not null)),
    constraint calendar_taken_inside check (during @> tstzrange(starts_at, ends_at)),
    constraint calendar_taken_once exclude using gist (host_id with =, during with &&)
);
create index calendar_taken_given on calendar_taken (host_id, given_at) where kind not in ('HOLD', 'BLOCK');
create index calendar_taken_expires on calendar_taken (expires_at) where expires_at is not null;
create index calendar_taken_during on calendar_taken using gist (during);
