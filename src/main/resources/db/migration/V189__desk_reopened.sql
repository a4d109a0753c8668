-- A settled item may be opened again by its requester's answer. How it ended stays written: a decision is never undone.
alter table desk_item
    add column reopened_at timestamptz,
    drop constraint desk_item_settled_whole,
    drop constraint desk_item_settled_only,
    add constraint desk_item_settled_whole check
        ((status = 'SETTLED') = (settled_at is not null and settled_by_id is not null)),
    add constraint desk_item_settled_outcome check (status <> 'SETTLED' or outcome is not null),
    add constraint desk_item_settled_only check
        (status = 'SETTLED' or (settled_at is null and settled_by_id is null
                                and (outcome is null or reopened_at is not null)));
