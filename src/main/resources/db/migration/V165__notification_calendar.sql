-- What a mail brings for the calendar, its second link, and which of the mails it is that people may switch off.
alter table email add column second_path text;
alter table email add column calendar_method text;
alter table email add column calendar text;
alter table email add column optional text;
alter table email add constraint email_calendar_with_method check ((calendar is null) = (calendar_method is null));
