-- Two samples in the portal's own words, so that nobody starts with an empty page. Whoever runs the portal publishes
-- the next version with words of their own, and sets the link to the official text.

with sample (key, title, text) as (values
('social-media-usage-procedure', 'Social Media Usage Procedure',
$$*This is a sample, written for this portal in plain words. It is not the official text. Where the organization has an official procedure, that one applies.*

## Who this is for

Everyone who works here and posts about their work under their own name. Taking part in the ambassador program is voluntary. Nobody may be told to share a post, and you can leave at any time.

## Speak as yourself

- Use a personal profile with your own name. Do not put the name or the brand of the organization in the user name.
- Say on each profile that opinions are your own.
- Being an ambassador does not make you a spokesperson. If a journalist wants the view of the organization, send them to the Department of Communication.
- You work here, and readers should know it. Say so when you recommend our services.

## Protect patients

- Never post anything that could tell others who a patient is. Age, dates, rare conditions and places can do that without a name.
- A story about a patient needs their signed release first. That holds even when they cannot be seen.
- Take no pictures in patient rooms or operating rooms, and look for screens, labels and boards in the background.
- Wait at least a month after care before you tell a story, unless the patient has agreed to an earlier date.
- Never answer a review or a comment with facts about somebody’s care, not even to thank them.

## Look after your account

- Use a long password that you use nowhere else, and two-step sign-in. Nobody here will ever ask for your password.
- If somebody else gets into your account, change the password and call the Department of Communication.

## Be kind and be exact

- Social media is real life. Behave as you would in a hallway, an office or a meeting.
- Check facts before you share them. Correct your mistakes where you made them.
- Respect copyright, and ask people before you post their picture.

## If you are not sure

Ask first. The Department of Communication gives advice on any post, before or after it is out. Asking is never held against you.$$),
('code-of-conduct', 'Code of Conduct',
$$*This is a sample, written for this portal in plain words. It is not the official text. Where the organization has an official code, that one applies.*

## What it is about

How we treat each other and the public, online as well as on the ward, in the lab and in the classroom. Your own profile is yours. When you post there about your work, people also see the place where you work.

## Respect

- Treat colleagues, students, patients and strangers as you would face to face.
- No harassment, no threats, no insults, and no jokes about groups of people. Sharing such a post counts as saying it.
- Disagree with the argument and not with the person. Leave a conversation that has turned sour; you never have to answer.

## Privacy

- What you learn at work about patients, students or colleagues stays at work.
- Do not post from meetings, charts, messages or hallways what was not meant for the public.
- Unpublished research, business plans and contracts belong to those who work on them. Ask before you write about them.

## Honesty

- Do not pretend to be somebody else, and do not post as the organization.
- Say when you are paid for a post, hold a stake in a product, or work for those you praise.
- Do not use your position here to sell, to campaign, or to gain favors.
- Report your own mistakes early. Most can be put right in an hour and few in a week.

## Care

- You may post about hard days. Take care not to frighten those who need help.
- Posts about health reach people who are ill and alone. Say what is known, what is not, and where to find help.
- If somebody writes that they are in danger, point them to emergency services and tell the Department of Communication.

## When something goes wrong

Tell your supervisor or the Department of Communication. Whoever reports in good faith is protected. We look at what happened and listen to the people involved before we decide, and the answer fits the harm: most often a talk, sometimes training. In serious cases an ambassador’s page is suspended, with the reason told to its owner.$$)),
made as (
    insert into policy (id, key, changed_at, version)
        select uuidv7(), key, now(), 0 from sample returning id, key)
insert into policy_version (id, policy_id, number, state, title, text, hash, effective, published_at)
select uuidv7(), made.id, 1, 'CURRENT', title, text,
       encode(sha256(convert_to(text, 'UTF8')), 'hex'), date '2025-01-01', now()
from sample join made using (key);
