-- Accounts of the organization and accounts that pretend to be: who answers for them, who holds access, how they grew.

create table registry_account (
    id           uuid primary key,
    version      bigint       not null,
    kind         varchar(20)  not null check (kind in ('OFFICIAL', 'IMPOSTOR')),
    state        varchar(20)  not null check (state in ('UNDER_REVIEW', 'PUBLISHED', 'ARCHIVED')),
    name         varchar(120) not null,
    platform     varchar(20)  not null,
    handle       varchar(300) not null,
    -- platform and handle in the form that tells two accounts apart; from SocialProfile
    canonical    varchar(320) not null,
    stable_id    varchar(200),
    unit_id      uuid references organization_unit,
    language     varchar(20)  not null,
    tags         varchar(300) not null default '',
    opened_on    date,
    registered_at timestamptz not null,
    certified_at timestamptz,
    archived_on  date,
    successor_id uuid references registry_account,
    reported_on  date,
    -- what a search looks at; the unit's name is looked at beside it
    search       text not null generated always as (immutable_unaccent(lower(name || ' ' || handle || ' ' || tags))) stored,
    constraint registry_official_has_owner check (kind <> 'OFFICIAL' or state = 'UNDER_REVIEW' or unit_id is not null),
    constraint registry_archived_on_a_day check (state <> 'ARCHIVED' or archived_on is not null),
    constraint registry_successor_is_another check (successor_id <> id)
);
-- Two people register one account at the same moment: the second one is told.
create unique index registry_account_held on registry_account (canonical) where state <> 'ARCHIVED';
create index registry_account_canonical on registry_account (canonical);
create index registry_account_stable on registry_account (platform, stable_id) where stable_id is not null;
create index registry_account_by_name on registry_account (name collate names, id);
create index registry_account_unit on registry_account (unit_id);
create index registry_account_search on registry_account using gin (search gin_trgm_ops);

create table registry_administrator (
    account_id uuid not null references registry_account on delete cascade,
    person_id  uuid not null references person,
    primary key (account_id, person_id)
);
create index registry_administrator_person on registry_administrator (person_id);

-- Earlier names of an account: "is this ours?" knows them as well.
create table registry_earlier_name (
    account_id uuid         not null references registry_account on delete cascade,
    canonical  varchar(320) not null,
    handle     varchar(300) not null,
    until      date         not null,
    primary key (account_id, canonical)
);
create index registry_earlier_name_canonical on registry_earlier_name (canonical);

create table registry_follower_count (
    account_id uuid        not null references registry_account on delete cascade,
    day        date        not null,
    followers  bigint      not null check (followers >= 0),
    source     varchar(20) not null check (source in ('TYPED', 'IMPORTED', 'READ')),
    primary key (account_id, day)
);
