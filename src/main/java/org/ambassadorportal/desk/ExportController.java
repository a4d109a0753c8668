package org.ambassadorportal.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.ambassadorportal.identity.CurrentPerson;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.kernel.CsvDownload;
import org.ambassadorportal.organization.When;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The files of what a list of the desk holds. What may be handed on and what is the team's alone are never in one. */
@Controller
class ExportController {

    private final Exports exports;
    private final Kinds kinds;
    private final When when;
    private final MessageSource words;

    ExportController(Exports exports, Kinds kinds, When when, MessageSource words) {
        this.exports = exports;
        this.kinds = kinds;
        this.when = when;
        this.words = words;
    }

    @GetMapping("/desk/items.csv")
    void items(@RequestParam Map<String, String> address, @CurrentPerson PersonId who, HttpServletResponse response)
            throws IOException {
        try (var file = CsvDownload.to(response, "desk.csv", header("desk.csv.columns"))) {
            exports.items(QueueFilter.of(address), who, item -> file.row(cells(item)));
        }
    }

    @GetMapping("/desk/replies.csv")
    void replies(@RequestParam Map<String, String> address, @CurrentPerson PersonId who, HttpServletResponse response)
            throws IOException {
        try (var file = CsvDownload.to(response, "desk-replies.csv", header("desk.csv.replies.columns"))) {
            exports.replies(
                    QueueFilter.of(address),
                    who,
                    (item, said) -> file.row(
                            item.reference(),
                            kinds.label(item.kind()),
                            item.title(),
                            when.iso(said.at()),
                            said.author(),
                            say("desk.csv.voice." + said.voice()),
                            said.words()));
        }
    }

    @GetMapping("/desk/notes.csv")
    void notes(@RequestParam Map<String, String> address, @CurrentPerson PersonId who, HttpServletResponse response)
            throws IOException {
        try (var file = CsvDownload.to(response, "desk-work-notes.csv", header("desk.csv.notes.columns"))) {
            exports.notes(
                    QueueFilter.of(address),
                    who,
                    (item, said) -> file.row(
                            item.reference(),
                            kinds.label(item.kind()),
                            item.title(),
                            when.iso(said.at()),
                            said.author(),
                            said.words()));
        }
    }

    private Object[] cells(ItemRow item) {
        return new Object[] {
            item.reference(),
            kinds.label(item.kind()),
            item.title(),
            item.requesterName(),
            item.requesterMail(),
            item.unitName(),
            say("desk.status." + item.status()),
            kinds.outcome(item.kind(), item.outcome()),
            item.assigneeName(),
            when.iso(item.receivedAt()),
            when.iso(item.firstResponseAt()),
            when.iso(item.settledAt()),
            String.join(", ", item.tags())
        };
    }

    private String[] header(String key) {
        return say(key).split(",");
    }

    private String say(String key) {
        return Objects.requireNonNull(words.getMessage(key, null, Locale.US));
    }
}
