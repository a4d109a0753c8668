-- Ambassadors: how they enroll, their pages, who holds which profile, and what the directory searches.

create table portrait (
    id        uuid primary key,
    person_id uuid        not null references person,
    bytes     bytea       not null,
    at        timestamptz not null
);
create index portrait_person on portrait (person_id);

create table enrollment (
    id               uuid primary key,
    person_id        uuid        not null references person,
    purpose          varchar(10) not null check (purpose in ('JOIN', 'CHANGE')),
    state            varchar(20) not null
        check (state in ('DRAFT', 'SUBMITTED', 'CHANGES_ASKED', 'APPROVED', 'DECLINED', 'WITHDRAWN')),
    reference        bigint unique,
    name             varchar(120),
    credentials      varchar(60),
    title            varchar(160),
    unit_id          uuid references organization_unit,
    photo_id         uuid references portrait,
    topics           text[]      not null,
    languages        text[]      not null,
    bio              varchar(800),
    show_photo       boolean     not null,
    show_bio         boolean     not null,
    show_topics      boolean     not null,
    show_languages   boolean     not null,
    show_title       boolean     not null,
    show_credentials boolean     not null,
    visibility_said  boolean     not null,
    opinions         varchar(10) check (opinions in ('OWN', 'HELP')),
    saved_at         timestamptz not null,
    submitted_at     timestamptz,
    decided_at       timestamptz,
    decided_by       uuid references person,
    words            varchar(4000),
    version          bigint      not null,
    check (state = 'DRAFT' or reference is not null)
);
-- A person fills in, waits for, or corrects one enrollment at a time.
create unique index enrollment_one_open on enrollment (person_id)
    where state in ('DRAFT', 'SUBMITTED', 'CHANGES_ASKED');
create index enrollment_person on enrollment (person_id, saved_at desc);

create table enrollment_profile (
    enrollment_id uuid         not null references enrollment on delete cascade,
    position      int          not null,
    slot          varchar(20)  not null,
    typed         varchar(500) not null,
    platform      varchar(20),
    handle        varchar(300),
    address_key   varchar(330),
    hidden        boolean      not null,
    primary key (enrollment_id, position)
);

create table ambassador (
    id               uuid primary key,
    person_id        uuid         not null unique references person,
    slug             varchar(140) not null unique,
    name             varchar(120),
    credentials      varchar(60),
    title            varchar(160),
    unit_id          uuid references organization_unit,
    photo_id         uuid references portrait,
    topics           text[]       not null,
    languages        text[]       not null,
    bio              varchar(800),
    show_photo       boolean      not null,
    show_bio         boolean      not null,
    show_topics      boolean      not null,
    show_languages   boolean      not null,
    show_title       boolean      not null,
    show_credentials boolean      not null,
    since            timestamptz  not null,
    reviewed_at      timestamptz  not null,
    paused           boolean      not null,
    suspended_at     timestamptz,
    suspended_by     uuid references person,
    suspended_reason varchar(2000),
    taken_down_at    timestamptz,
    left_at          timestamptz,
    version          bigint       not null,
    -- who has left has nothing here any more but the address that says so
    check ((left_at is null) = (name is not null))
);
create index ambassador_unit on ambassador (unit_id);

create table ambassador_profile (
    ambassador_id uuid         not null references ambassador on delete cascade,
    position      int          not null,
    platform      varchar(20)  not null,
    handle        varchar(300) not null,
    address_key   varchar(330) not null,
    hidden        boolean      not null,
    primary key (ambassador_id, position)
);
create index ambassador_profile_key on ambassador_profile (address_key);

-- Every address a page ever had: a former one leads on to the present one, and is given to nobody else.
create table ambassador_address (
    slug          varchar(140) primary key,
    ambassador_id uuid not null references ambassador on delete cascade
);
create index ambassador_address_of on ambassador_address (ambassador_id);

-- Who holds a profile: whoever submitted or published it, not a draft. One holder each, whatever races.
create table profile_holder (
    address_key varchar(330) primary key,
    person_id   uuid not null references person
);
create index profile_holder_person on profile_holder (person_id);

-- What the directory searches: published pages only, and of them only what is public. Written whenever a page changes.
create table directory_entry (
    ambassador_id uuid primary key references ambassador on delete cascade,
    slug          varchar(140) not null,
    name          varchar(120) not null,
    credentials   varchar(60),
    title         varchar(160),
    unit_id       uuid         not null references organization_unit,
    unit_name     text         not null,
    photo_id      uuid,
    topics        text[]       not null,
    topic_keys    text[]       not null,
    languages     text[]       not null,
    platforms     text[]       not null,
    plain_name    text         not null,
    document      tsvector     not null
);
create index directory_document on directory_entry using gin (document);
create index directory_name_like on directory_entry using gin (plain_name gin_trgm_ops);
create index directory_topic on directory_entry using gin (topic_keys);
create index directory_name on directory_entry (name collate names, ambassador_id);
create index directory_unit on directory_entry (unit_id);

-- The words of an entry by their weight: name and topics first, then the unit, title and languages, and the bio last.
-- Names are taken as they are (nobody is called by a stem), everything else by its stem.
create function directory_document(name text, topics text[], unit_name text, title text, languages text[], bio text)
    returns tsvector
    language sql stable parallel safe
return setweight(to_tsvector('simple', immutable_unaccent(name)), 'A')
    || setweight(to_tsvector('english', immutable_unaccent(array_to_string(topics, ' . '))), 'A')
    || setweight(to_tsvector('english', immutable_unaccent(unit_name)), 'B')
    || setweight(to_tsvector('english',
                             immutable_unaccent(coalesce(title, '') || ' . ' || array_to_string(languages, ' . '))), 'C')
    || setweight(to_tsvector('english', immutable_unaccent(coalesce(bio, ''))), 'D');

-- What is typed into the search field, as a question to the document. Each word is looked for as it stands (names) and
-- by its stem (topics), also as the beginning of a word; words such as "the" count only when nothing else was typed.
create function directory_query(words text[]) returns tsquery
    language plpgsql stable parallel safe as
$$
declare
    asked tsquery;
    word  text;
    exact tsquery;
    stem  tsquery;
begin
    foreach word in array words
        loop
            exact := to_tsquery('simple', immutable_unaccent(word) || ':*');
            stem := to_tsquery('english', immutable_unaccent(word) || ':*');
            if numnode(stem) > 0 then
                exact := exact || stem;
            elsif array_length(words, 1) > 1 then
                continue;
            end if;
            asked := case when asked is null then exact else asked && exact end;
        end loop;
    return coalesce(asked, to_tsquery('simple', ''));
end
$$;

-- Names that sound like what was typed although nobody is called exactly so: "Garica" finds García.
create function directory_names_like(typed text) returns setof uuid
    language sql stable parallel safe
    set pg_trgm.word_similarity_threshold = 0.4 as
$$
select ambassador_id from directory_entry where typed <% plain_name
$$;
