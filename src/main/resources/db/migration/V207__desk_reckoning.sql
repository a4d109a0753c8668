-- Of which hours and goals the clocks of the items are. With other hours or goals comes a new generation, and a job works
-- out anew what is of an older one; so nobody who changes them waits for all the items.
create table desk_reckoning (
    one        boolean     primary key default true check (one),
    generation bigint      not null,
    -- The goals that the portal was started with last.
    settings   text        not null,
    -- When the hours were changed last: the nodes keep what they know of them for a while.
    hours_at   timestamptz not null
);
insert into desk_reckoning (generation, settings, hours_at) values (1, '', '-infinity');

-- Everything there is counts as of an older generation: from now on what is late stays late, also after it has waited.
drop index desk_item_reckon;
alter table desk_item
    drop column reckoned,
    -- The clocks come from the history alone.
    drop column open_since,
    add column reckoned_in bigint not null default 0;
create index desk_item_reckon on desk_item (reckoned_in, reference)
    where status in ('NEW', 'OPEN', 'PENDING') or first_due_at is null;
