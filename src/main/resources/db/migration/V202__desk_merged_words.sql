-- What was said of an item before it was merged is found with the one it goes on in.
alter function desk_words_of(bigint) rename to desk_words_alone;

-- A tsvector has its limit, and no merge may fail by it.
create function desk_words_joined(one tsvector, other tsvector) returns tsvector language sql immutable as $$
    select case when pg_column_size(one) < 400000 then one || other else one end
$$;
create aggregate desk_words_all (tsvector) (sfunc = desk_words_joined, stype = tsvector, initcond = '');

create function desk_words_of(item bigint) returns tsvector language sql stable as $$
    with recursive family(reference) as (
        select item union select d.merged from desk_merge d join family f on d.stays = f.reference)
    select desk_words_all(desk_words_alone(reference)) from family
$$;

-- Also those into which the other one went on in turn.
create function desk_merge_words() returns trigger language plpgsql as $$
begin
    perform desk_words_renew(up.reference) from (
        with recursive goes_on(reference) as (
            select coalesce(new.stays, old.stays)
            union select d.stays from desk_merge d join goes_on g on d.merged = g.reference)
        select reference from goes_on) up;
    return null;
end $$;
create trigger desk_merge_words after insert or delete on desk_merge
    for each row execute function desk_merge_words();

select desk_words_renew(reference) from (select distinct stays as reference from desk_merge) merged;
