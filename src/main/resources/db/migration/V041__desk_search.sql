-- The title as the search compares it: worked out once when it is written, not for each row of each search.
alter table desk_item
    add column title_plain varchar(400) generated always as (lower(immutable_unaccent(title))) stored;
drop index desk_item_title;
create index desk_item_title on desk_item using gin (title_plain gin_trgm_ops);
