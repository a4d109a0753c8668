-- Policies, their versions, and who acknowledged which.

create table policy (
    id           uuid primary key,
    key          varchar(60)   not null unique check (key ~ '^[a-z][a-z0-9-]*$'),
    official_url varchar(500),
    changed_at   timestamptz   not null,
    version      bigint        not null
);

create table policy_version (
    id           uuid primary key,
    policy_id    uuid         not null references policy,
    number       int          not null check (number > 0),
    state        varchar(10)  not null check (state in ('DRAFT', 'CURRENT', 'ARCHIVED')),
    title        varchar(120) not null,
    text         text         not null,
    hash         varchar(64)  not null check (hash ~ '^[0-9a-f]{64}$'),
    effective    date         not null,
    published_at timestamptz,
    published_by uuid references person,
    unique (policy_id, number),
    -- deferred, because publishing archives one version and makes the next one current in one go
    constraint policy_one_current exclude using btree (policy_id with =) where (state = 'CURRENT')
        deferrable initially deferred,
    check ((state = 'DRAFT') = (published_at is null))
);
create unique index policy_one_draft on policy_version (policy_id) where state = 'DRAFT';

-- What people acknowledged must still be there word for word in years: a published text is final, here as well.
create function policy_version_is_final() returns trigger
    language plpgsql as
$$
begin
    if tg_op = 'DELETE' then
        if old.state <> 'DRAFT' then
            raise exception 'a published version of a policy cannot be deleted';
        end if;
        return old;
    end if;
    if old.state <> 'DRAFT' and
       (new.policy_id, new.number, new.title, new.text, new.hash, new.effective, new.published_at, new.published_by)
           is distinct from
       (old.policy_id, old.number, old.title, old.text, old.hash, old.effective, old.published_at, old.published_by) then
        raise exception 'a published version of a policy cannot be changed';
    end if;
    if (old.state = 'CURRENT' and new.state = 'DRAFT') or (old.state = 'ARCHIVED' and new.state <> 'ARCHIVED') then
        raise exception 'a version of a policy cannot go back';
    end if;
    return new;
end
$$;
create trigger policy_version_final before update or delete on policy_version
    for each row execute function policy_version_is_final();

create table policy_attestation (
    id         uuid primary key,
    version_id uuid        not null references policy_version,
    person_id  uuid        not null references person,
    hash       varchar(64) not null,
    at         timestamptz not null,
    unique (version_id, person_id)
);
create index policy_attestation_person on policy_attestation (person_id);
