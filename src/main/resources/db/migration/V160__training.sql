-- Training classes: a day, a host, seats, and the list of those who wait for one.

create table training_class (
    id            uuid primary key,
    version       bigint      not null,
    offering_id   uuid        not null references offering (id),
    title         text        not null check (title <> ''),
    about         text        not null,
    host_id       uuid        not null references person (id),
    starts_at     timestamptz not null,
    minutes       int         not null check (minutes between 15 and 480),
    format        text        not null check (format in ('VIDEO', 'PHONE', 'IN_PERSON')),
    -- Where one meets: a room, or the address of the video meeting.
    place         text,
    seats         int         not null check (seats between 1 and 1000),
    -- Rises with each change that calendars must hear of.
    sequence      int         not null default 0,
    canceled_at   timestamptz,
    cancel_reason text,
    -- When it was noted who came.
    attended_at   timestamptz,
    check ((canceled_at is null) = (cancel_reason is null))
);
create index training_class_starts on training_class (starts_at, id);

create table training_participant (
    id            uuid primary key,
    class_id      uuid        not null references training_class (id) on delete cascade,
    person_id     uuid        not null references person (id),
    standing      text        not null check (standing in ('SEATED', 'OFFERED', 'WAITING', 'LEFT')),
    -- The order in which people came; whoever comes again comes last.
    turn          int         not null,
    since         timestamptz not null,
    offered_until timestamptz,
    came          boolean     not null default false,
    constraint training_participant_once unique (class_id, person_id),
    check ((standing = 'OFFERED') = (offered_until is not null))
);
create index training_participant_person on training_participant (person_id);
create index training_participant_offered on training_participant (offered_until) where standing = 'OFFERED';

-- Never more people than seats, whoever writes. It is looked at when the transaction ends, because a seat that is given
-- back and the next one's offer are written in any order.
create function training_class_has_room() returns trigger language plpgsql as $$
declare
    which uuid;
    room int;
begin
    if tg_table_name = 'training_class' then which := new.id; else which := new.class_id; end if;
    select seats into room from training_class where id = which for update;
    if (select count(*) from training_participant
            where class_id = which and standing in ('SEATED', 'OFFERED')) > room then
        raise exception 'more people than seats in %', which
            using errcode = 'check_violation', constraint = 'training_class_has_room';
    end if;
    return null;
end $$;
create constraint trigger training_class_has_room after insert or update on training_participant
    deferrable initially deferred for each row when (new.standing in ('SEATED', 'OFFERED'))
    execute function training_class_has_room();
create constraint trigger training_class_has_room after update of seats on training_class
    deferrable initially deferred for each row execute function training_class_has_room();
