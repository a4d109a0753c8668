package org.ambassadorportal.desk;

import java.util.Map;
import org.ambassadorportal.identity.CurrentPerson;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.kernel.Pages;
import org.ambassadorportal.organization.UnitRow;
import org.ambassadorportal.organization.Units;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages of the desk. */
@Controller
class DeskController {

    /** Beside the address of a merged item: shows that one itself, to be read. */
    private static final String ITSELF = "itself";

    private final Queue queue;
    private final TeamDesk team;
    private final ItemPage page;
    private final Preferences preferences;
    private final Units units;

    DeskController(Queue queue, TeamDesk team, ItemPage page, Preferences preferences, Units units) {
        this.queue = queue;
        this.team = team;
        this.page = page;
        this.preferences = preferences;
        this.units = units;
    }

    @GetMapping("/desk")
    ModelAndView list(@RequestParam Map<String, String> address, @CurrentPerson PersonId who, Model model) {
        var filter = QueueFilter.of(address);
        model.addAttribute("filter", filter);
        var list = queue.page(filter, who);
        // The plain address is where each person starts.
        if (address.isEmpty() && !list.startsHere())
            return Pages.toAddress(list.start().address());
        model.addAttribute("queue", list);
        QueuePage.choices(model);
        return new ModelAndView("desk/desk");
    }

    /** The unit to filter by, chosen by typing its name. */
    @GetMapping(path = "/desk", params = "in")
    ModelAndView inUnit(
            @RequestParam Map<String, String> address, @RequestParam("in") String name, RedirectAttributes flash) {
        var filter = QueueFilter.of(address);
        var unit = units.byName(name).or(() -> units.suggest(name, 1).stream().findFirst());
        if (unit.isEmpty()) Pages.say(flash, "desk.filter.unit.unknown", name);
        return Pages.toAddress(filter.unit(unit.map(UnitRow::id).orElse(null)).address());
    }

    /** From the search field: a reference leads straight to its item, a mail address to that person's items. */
    @GetMapping(path = "/desk", params = "go")
    ModelAndView go(@RequestParam Map<String, String> address) {
        var filter = QueueFilter.of(address);
        var typed = filter.words() == null ? "" : filter.words();
        var item = Reference.typed(typed).flatMap(team::find);
        if (item.isPresent()) return Pages.toAddress(item.get().path());
        return Pages.toAddress(
                (filter.mail() == null ? filter : filter.everything().words(typed)).address());
    }

    /** Switches single keys on or off, for people whom they disturb. */
    @PostMapping("/desk/keys")
    ModelAndView keys(
            @RequestParam(defaultValue = "false") boolean on, @CurrentPerson PersonId who, RedirectAttributes flash) {
        preferences.keys(who, on);
        return Pages.done(flash, on ? "desk.keys.on" : "desk.keys.off").at("/desk");
    }

    @GetMapping("/desk/{kind}/{ref}")
    ModelAndView item(
            @PathVariable String kind,
            @PathVariable Reference ref,
            @RequestParam Map<String, String> address,
            @RequestHeader(name = "HX-Target", defaultValue = "") String target,
            @CurrentPerson PersonId who,
            Model model) {
        var opened = address.containsKey(ITSELF) ? team.openItself(ref) : team.open(ref);
        var filter = QueueFilter.of(address);
        if (!opened.item().kind().equals(kind) || !opened.item().reference().equals(ref))
            return Pages.toAddress(filter.at(opened.item().path()));
        return page.show(model, opened, who, filter, target.equals("item"));
    }

    /** The address of a form, opened as a page after its answer was shown: leads to the item. */
    @GetMapping("/desk/{kind}/{ref}/{verb}")
    ModelAndView verb(@PathVariable String kind, @PathVariable Reference ref, @PathVariable String verb) {
        return Pages.to(team.open(ref).item().path());
    }
}
