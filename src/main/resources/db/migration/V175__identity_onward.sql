-- Where somebody wanted to go who asked for a sign-in link on the way; a path of the portal.
alter table sign_in_link add column onward text;
