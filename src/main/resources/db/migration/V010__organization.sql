-- The organization's facts once an admin changed them; until then the configuration has them.
create table organization (
    id                   smallint primary key check (id = 1),
    name                 text     not null,
    program              text     not null,
    department           text     not null,
    telephone            text     not null,
    mail                 text,
    mail_domains         text[]   not null,
    zone                 text     not null,
    days                 text[]   not null check (cardinality(days) > 0),
    opens                time     not null,
    closes               time     not null check (opens < closes),
    social_integrity_url text,
    brand_words          text[]   not null,
    version              bigint   not null
);

create table organization_holiday (
    organization_id smallint not null references organization,
    day             date     not null,
    name            text     not null,
    primary key (organization_id, day)
);

create table organization_unit (
    id        uuid primary key,
    name      text    not null collate names check (name <> ''),
    kind      text    not null,
    parent_id uuid references organization_unit,
    closed    boolean not null default false,
    version   bigint  not null
);

-- A unit is chosen by typing its name, so two that exist may not share one, whatever case or accents.
create unique index organization_unit_one_name
    on organization_unit (lower(immutable_unaccent(name))) where not closed;
create index organization_unit_words
    on organization_unit using gin (lower(immutable_unaccent(name)) gin_trgm_ops);
create index organization_unit_parent on organization_unit (parent_id);

-- The units stay a tree, also when two are moved at once: moves wait for one another.
create function organization_unit_stays_tree() returns trigger language plpgsql as $$
begin
    if new.parent_id is null then
        return new;
    end if;
    perform pg_advisory_xact_lock(hashtext('organization_unit'));
    if exists (
        with recursive above as (
            select new.parent_id as id
            union
            select u.parent_id from organization_unit u join above a on u.id = a.id
        )
        select 1 from above where id = new.id
    ) then
        raise exception 'a unit cannot stand below itself'
            using errcode = 'check_violation', constraint = 'organization_unit_stays_tree';
    end if;
    return new;
end $$;

create trigger organization_unit_stays_tree
    before insert or update of parent_id on organization_unit
    for each row execute function organization_unit_stays_tree();
