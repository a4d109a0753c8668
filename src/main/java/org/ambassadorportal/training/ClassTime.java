package org.ambassadorportal.training;

import java.util.List;
import java.util.Locale;
import org.ambassadorportal.calendar.Demand;
import org.ambassadorportal.calendar.TakenKind;
import org.ambassadorportal.calendar.Taking;
import org.ambassadorportal.calendar.TeamCalendar;
import org.ambassadorportal.calendar.TimeTaken;
import org.ambassadorportal.identity.People;
import org.ambassadorportal.identity.PersonRow;
import org.ambassadorportal.kernel.Refusal;
import org.ambassadorportal.offering.Offered;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The host's time that a class takes in the team's calendar. */
@Component
class ClassTime {

    private final TeamCalendar calendar;
    private final People people;
    private final MessageSource messages;

    ClassTime(TeamCalendar calendar, People people, MessageSource messages) {
        this.calendar = calendar;
        this.people = people;
        this.messages = messages;
    }

    /**
     * Takes the time of the class, and gives back what it had before.
     *
     * @param outside knowingly outside the host's hours, or past the most they take
     * @throws HostNotFree when the host has something else then, or is not there
     * @throws Refusal at "host" when this person hosts no such class
     */
    void take(TrainingClass training, Offered offered, boolean outside) {
        var plan = training.plan();
        boolean comms = people.commsTeam().stream().anyMatch(one -> one.id().equals(plan.host()));
        if (!comms || !offered.mayBeHostedBy(plan.host())) throw new Refusal("host", "training.host.unknown");
        var demand = demand(offered, plan).by(plan.host());
        var id = training.id();
        var taking = Taking.firmly(id.value(), TakenKind.CLASS, title(plan), "/desk/classes/" + id);
        try {
            if (outside) calendar.takeAnyway(demand, plan.starts(), taking, plan.host());
            else calendar.take(demand, plan.starts(), taking, plan.host());
        } catch (TimeTaken refused) {
            throw new HostNotFree(outside);
        }
    }

    void rename(TrainingClass training) {
        calendar.rename(training.id().value(), title(training.plan()));
    }

    void giveBack(ClassId id) {
        calendar.release(id.value());
    }

    /** The names of those who are free then; the time of the class itself counts as free. */
    List<String> freeThen(Offered offered, ClassPlan plan, @Nullable ClassId id) {
        var but = id == null ? null : id.value();
        var free = calendar.freeHosts(demand(offered, plan), List.of(plan.starts()), but)
                .getOrDefault(plan.starts(), List.of());
        return people.named(free).values().stream()
                .map(PersonRow::name)
                .sorted()
                .toList();
    }

    private static Demand demand(Offered offered, ClassPlan plan) {
        return Demand.of(offered, plan.minutes(), plan.format()).byTheTeam();
    }

    private String title(ClassPlan plan) {
        return messages.getMessage("training.calendar", new Object[] {plan.title()}, Locale.US);
    }
}
