-- A canned reply can be sent to many.
alter table desk_bulk
    drop constraint desk_bulk_act_check,
    add constraint desk_bulk_act_check
        check (act in ('ASSIGN', 'TAG', 'UNTAG', 'STATUS', 'PRIORITY', 'REPLY', 'SETTLE'));
