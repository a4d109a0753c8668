-- Requests to get a story or an event out through an existing official account, and where it ran.

create table amplification_request (
    id             uuid primary key,
    version        bigint not null,
    -- Deferred, because the desk receives the item after the request is stored, in the same transaction.
    reference      bigint not null unique references desk_item (reference) deferrable initially deferred,
    state          text not null check (state in ('PENDING', 'ACCEPTED', 'REJECTED', 'CANCELED')),
    requester_id   uuid not null references person (id),
    entered_by_id  uuid not null references person (id),
    asked_at       timestamptz not null,
    changed_at     timestamptz not null,

    subject        text not null check (subject in ('STORY', 'EVENT')),
    title          text not null,
    link           text,
    text           text not null,
    day            date,
    time           time,
    help_words     text,
    repost         text,
    pictures       text not null check (pictures in ('NONE', 'OWN', 'PERMITTED', 'UNSURE')),
    -- False means: the sender confirmed that no patient and no patient's story is in it.
    patients       boolean not null,
    -- What looked like a record number, a date of birth or a phone number, and was confirmed to be none.
    warnings       text[] not null default '{}',

    run_day        date,
    run_account_id uuid references registry_account (id),
    decided_at     timestamptz,
    decided_by_id  uuid references person (id),
    reason         text,

    check (state not in ('ACCEPTED', 'REJECTED') or (decided_by_id is not null and decided_at is not null)),
    check (state <> 'ACCEPTED' or (run_day is not null and run_account_id is not null)),
    check (state <> 'REJECTED' or reason is not null)
);
create index amplification_request_requester on amplification_request (requester_id);

create table amplification_help (
    request_id uuid not null references amplification_request (id) on delete cascade,
    help       text not null check (help in ('POST', 'REPOST', 'LIVE', 'WORDING', 'OTHER')),
    primary key (request_id, help)
);

create table amplification_account (
    request_id uuid not null references amplification_request (id) on delete cascade,
    account_id uuid not null references registry_account (id),
    primary key (request_id, account_id)
);

create table amplification_ambassador (
    request_id uuid not null references amplification_request (id) on delete cascade,
    person_id  uuid not null references person (id),
    primary key (request_id, person_id)
);
create index amplification_ambassador_person on amplification_ambassador (person_id);

-- The lines of the patient checklist that were confirmed: all of them, wherever patients are involved.
create table amplification_confirmed (
    request_id uuid not null references amplification_request (id) on delete cascade,
    rule       text not null check (rule in ('RELEASE', 'ROOMS', 'BLOOD', 'AGE', 'MONTH', 'RECORD')),
    primary key (request_id, rule)
);

-- Where it ran: what an ambassador's page shows as amplified.
create table amplification_run (
    id         uuid primary key,
    request_id uuid not null references amplification_request (id) on delete cascade,
    account_id uuid not null references registry_account (id),
    link       text not null,
    ran_on     date not null,
    noted_by_id uuid not null references person (id),
    noted_at   timestamptz not null,
    unique (request_id, link)
);
