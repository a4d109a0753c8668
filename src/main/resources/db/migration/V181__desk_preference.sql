-- How somebody of the team likes the desk to be.
create table desk_preference (
    person_id uuid primary key references person (id) on delete cascade,
    -- Whether single keys do something; they disturb people who steer by voice.
    keys      boolean not null
);
