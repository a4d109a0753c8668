package org.ambassadorportal.registry;

import java.util.Locale;
import org.ambassadorportal.desk.Desk;
import org.ambassadorportal.desk.Reference;
import org.ambassadorportal.identity.ForSignedIn;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.kernel.Submissions;
import org.ambassadorportal.social.SocialProfile;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells the team of an account that pretends to be ours: a question at the desk. */
@Service
class ImpostorReports {

    private final Desk desk;
    private final Submissions submissions;
    private final MessageSource messages;

    ImpostorReports(Desk desk, Submissions submissions, MessageSource messages) {
        this.desk = desk;
        this.submissions = submissions;
        this.messages = messages;
    }

    @ForSignedIn
    @Transactional
    public Reference tell(PersonId who, ReportForm form) {
        var url = form.url() == null ? "" : form.url().strip();
        var account =
                SocialProfile.parse(url).profile().map(SocialProfile::address).orElse(url);
        var title = messages.getMessage("registry.report.title", new Object[] {account}, Locale.US);
        return Reference.of(submissions.once(
                form.once(),
                () -> desk.ask(who, title, account + "\n\n" + form.words()).toString()));
    }
}
