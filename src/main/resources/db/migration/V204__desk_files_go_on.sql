-- Files that waited at an item when it was merged go with what it goes on in.
with recursive way(reference, here, further) as (
    select reference, reference, merged_into from desk_item where merged_into is not null
    union select w.reference, i.reference, i.merged_into from way w join desk_item i on i.reference = w.further)
update desk_file f set reference = w.here
  from way w
 where w.reference = f.reference and w.further is null and f.message_id is null;
