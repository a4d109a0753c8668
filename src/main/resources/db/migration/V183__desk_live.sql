-- What open pages of the desk must learn of: which items changed lately, and in which transaction. A page keeps the
-- snapshot it was read in and asks for what that snapshot did not see: exact whatever the clocks of the nodes say, and
-- however late a transaction commits.
create table desk_change (
    reference bigint primary key references desk_item (reference) on delete cascade,
    xact      xid8        not null,
    -- Kept for a day; no page stays open longer.
    at        timestamptz not null
);
create index desk_change_xact on desk_change (xact);

create function desk_changes() returns trigger language plpgsql as $$
begin
    insert into desk_change (reference, xact, at) values (new.reference, pg_current_xact_id(), now())
    on conflict (reference) do update set xact = excluded.xact, at = excluded.at
     where desk_change.xact <> excluded.xact;
    return null;
end $$;
create trigger desk_item_changes after insert or update on desk_item
    for each row execute function desk_changes();
create trigger desk_message_changes after insert on desk_message
    for each row execute function desk_changes();

-- Who looks at an item now, or writes there. Gone within seconds, so a crash of the server may forget it, and keeping it
-- costs no write to the disk.
create unlogged table desk_presence (
    reference bigint      not null references desk_item (reference) on delete cascade,
    person_id uuid        not null references person (id) on delete cascade,
    writing   boolean     not null,
    at        timestamptz not null,
    primary key (reference, person_id)
);
