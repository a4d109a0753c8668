package org.ambassadorportal.consultation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ambassadorportal.desk.Kind;
import org.ambassadorportal.desk.Reference;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.identity.SignedIn;
import org.ambassadorportal.organization.When;
import org.ambassadorportal.registry.Registry;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.validation.Errors;

/** The three offerings, as the desk knows them. */
@Configuration(proxyBeanMethods = false)
class ConsultationKinds {

    /** The words for what was accepted at a time. */
    private static final String BOOKED = "booked";

    @Bean
    Kind consultationKind(Parts parts) {
        return new Offered(RequestKind.CONSULTATION, "bi-chat-dots", parts);
    }

    @Bean
    Kind trainingKind(Parts parts) {
        return new Offered(RequestKind.TRAINING, "bi-mortarboard", parts);
    }

    @Bean
    Kind talkKind(Parts parts) {
        return new Offered(RequestKind.TALK, "bi-easel", parts);
    }

    @Bean
    Parts consultationParts(
            ConsultationPages pages,
            ConsultationRequests requests,
            TeamChoices times,
            Registry registry,
            OnTheTelephone telephone,
            When when) {
        return new Parts(pages, requests, times, registry, telephone, when);
    }

    /** What all three need. */
    record Parts(
            ConsultationPages pages,
            ConsultationRequests requests,
            TeamChoices times,
            Registry registry,
            OnTheTelephone telephone,
            When when) {

        Map<String, Object> model(Reference reference, PersonId viewer) {
            var page = pages.page(reference);
            var model = new HashMap<String, Object>();
            model.put("consultation", page);
            // What stands is canceled on its own page, up to a limit, and cannot be withdrawn.
            model.put(Kind.ASPECT, page.isBooked() ? BOOKED : "");
            model.put("withdrawable", page.isPending());
            model.put("accounts", registry.named(page.accounts()).values());
            model.put("times", onTeam() ? times.of(page) : DeskTimes.NONE);
            model.put("slotForm", SlotForm.suggested(page, when.zone()));
            model.put("declineForm", new DeclineForm("", page.version()));
            model.put("answerForm", new AnswerForm("", page.version()));
            model.put("moveForm", MoveForm.empty(page.version()));
            model.put("handOverForm", HandOverForm.empty(page.version()));
            model.put("callOffForm", CallOffForm.empty(page.version()));
            model.put("doneForm", DoneForm.empty(page.version()));
            return model;
        }

        /** What is agreed: nothing before there is a time. */
        Map<String, String> replyVariables(Reference reference) {
            var booking = pages.page(reference).booking();
            var known = new HashMap<String, String>();
            if (booking == null) return known;
            known.put("booking time", when.moment(booking.starts()));
            known.put("host", booking.hostName());
            if (booking.place() != null) known.put("booking place", booking.place());
            return known;
        }

        private static boolean onTeam() {
            var present = SecurityContextHolder.getContext().getAuthentication();
            return present != null && present.getPrincipal() instanceof SignedIn person && person.isComms();
        }
    }

    /** One of the three. */
    private record Offered(RequestKind offering, String icon, Parts parts) implements Kind {

        @Override
        public String key() {
            return offering.key();
        }

        @Override
        public String part() {
            return "consultation/desk-part";
        }

        @Override
        public String requestPart() {
            return "consultation/request-part";
        }

        @Override
        public Map<String, Object> model(Reference reference, PersonId viewer) {
            return parts.model(reference, viewer);
        }

        @Override
        public @Nullable String aspect(Reference reference) {
            boolean booked = offering == RequestKind.CONSULTATION
                    && parts.pages().state(reference).orElse(null) == RequestState.ACCEPTED;
            return booked ? BOOKED : null;
        }

        @Override
        public List<String> replyVariables() {
            return List.of("booking time", "booking place", "host");
        }

        @Override
        public Map<String, String> replyVariables(Reference reference) {
            return parts.replyVariables(reference);
        }

        @Override
        public void withdraw(Reference reference, PersonId by) {
            parts.requests().withdraw(reference, by);
        }

        @Override
        public boolean undecided(Reference reference) {
            return parts.pages().state(reference).orElse(null) == RequestState.PENDING;
        }

        @Override
        public boolean helpAskedByDesk() {
            return false;
        }

        @Override
        public String askPath() {
            return offering.path();
        }

        @Override
        public List<Asked> asks() {
            return parts.telephone().asks(offering);
        }

        @Override
        public void examine(Map<String, String> answers, Errors errors) {
            parts.telephone().examine(offering, answers, errors);
        }

        @Override
        public boolean takeIn(
                Reference reference, PersonId requester, PersonId enteredBy, Map<String, String> answers) {
            parts.telephone().takeIn(offering, reference, requester, enteredBy, answers);
            return true;
        }
    }
}
