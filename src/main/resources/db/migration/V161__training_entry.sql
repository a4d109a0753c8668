-- How often somebody's entry in their own calendar changed because of what they did: whoever gives a seat back and takes
-- one again needs an entry that is newer than the one that was taken out.
alter table training_participant add changes int not null default 0;
