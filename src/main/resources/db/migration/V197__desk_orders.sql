-- Each order of the list has an index also where all items are listed, and each filter that many items share has one: so
-- no combination sorts or goes through everything, however many items there are.
create index desk_item_all_due on desk_item (coalesce(next_due_at, 'infinity'), reference);
create index desk_item_all_priority on desk_item
    ((case priority when 'HIGH' then 0 when 'NORMAL' then 1 else 2 end), coalesce(next_due_at, 'infinity'), reference);
create index desk_item_assigned on desk_item (assignee_id, received_at desc, reference desc);
create index desk_item_kind on desk_item (kind, received_at desc, reference desc);
create index desk_item_unit_received on desk_item (unit_id, received_at desc, reference desc);
drop index desk_item_unit;
