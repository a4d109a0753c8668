-- Who did what, when. Rows hold ids, a verb, names of fields and times; never names of people, typed text or old
-- values, so that a person can be erased while the trail stays whole. Each row carries the hash of the one before.
create table audit_entry (
    seq        bigint primary key check (seq > 0),
    id         uuid        not null unique,
    at         timestamptz not null,
    actor_kind text        not null check (actor_kind in ('PERSON', 'PORTAL', 'NOBODY')),
    actor      uuid,
    verb       text        not null,
    subject    uuid        not null,
    reference  text,
    fields     text[]      not null,
    prev_hash  bytea       not null unique,
    hash       bytea       not null unique,
    check ((actor_kind = 'PERSON') = (actor is not null))
);
create index audit_entry_actor on audit_entry (actor, seq desc);
create index audit_entry_verb on audit_entry (verb, seq desc);
create index audit_entry_subject on audit_entry (subject, seq desc);
create index audit_entry_reference on audit_entry (reference, seq desc) where reference is not null;
create index audit_entry_at on audit_entry (at);

-- Where the chain ends. Only the trigger below moves it, with the owner's right: the application may not, so it can
-- neither cut the chain nor start it anew.
create table audit_head (
    only_one boolean primary key default true check (only_one),
    seq      bigint not null,
    hash     bytea  not null
);
insert into audit_head (seq, hash) values (0, decode(repeat('00', 32), 'hex'));

create function audit_link() returns trigger
    language plpgsql
    security definer
    set search_path = public, pg_temp
as $$
begin
    update audit_head set seq = new.seq, hash = new.hash where seq = new.seq - 1 and hash = new.prev_hash;
    if not found then
        raise exception 'audit entry % does not follow the end of the chain', new.seq
            using errcode = 'integrity_constraint_violation';
    end if;
    return null;
end
$$;
create trigger audit_link after insert on audit_entry for each row execute function audit_link();

-- From where it was done. Beside the chain, because addresses are personal and must go after a while.
create table audit_address (
    seq     bigint primary key references audit_entry (seq),
    at      timestamptz not null,
    address text        not null
);
create index audit_address_at on audit_address (at);

-- What each check of the chain found; a later check must find the same rows again.
create table audit_check (
    id      uuid primary key,
    at      timestamptz not null,
    seq     bigint      not null,
    hash    bytea       not null,
    problem text,
    broken  bigint,
    check ((problem is null) = (broken is null))
);
create index audit_check_at on audit_check (at desc);

-- Nothing that was written may change by the hand of the application.
revoke update, delete, truncate on audit_entry from ${app_role};
revoke insert, update, delete, truncate on audit_head from ${app_role};
revoke update, truncate on audit_address from ${app_role};
revoke update, delete, truncate on audit_check from ${app_role};
