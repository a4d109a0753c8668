package org.ambassadorportal.desk;

import static org.ambassadorportal.identity.TestPeople.as;
import static org.ambassadorportal.identity.TestPeople.does;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ambassadorportal.PortalTest;
import org.ambassadorportal.identity.CurrentPerson;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.identity.PersonRow;
import org.ambassadorportal.identity.TestPeople;
import org.ambassadorportal.kernel.PlainText;
import org.ambassadorportal.kernel.Refusal;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A kind that nobody has thought of takes its place at the desk without a change there. */
@PortalTest
@Import({MadeUpKindTests.Lemonade.class, MadeUpKindTests.Stand.class})
class MadeUpKindTests {

    record SqueezeForm(
            @NotBlank(message = "Say how.") @PlainText(max = 100) @Nullable String how) {}

    @Component
    static class Lemonade implements Kind {

        final List<Reference> poured = new ArrayList<>();

        @Override
        public String key() {
            return "lemonade";
        }

        @Override
        public String icon() {
            return "bi-cup-straw";
        }

        @Override
        public String part() {
            return "made-up/desk-part";
        }

        @Override
        public String requestPart() {
            return "made-up/request-part";
        }

        @Override
        public Map<String, Object> model(Reference reference, PersonId viewer) {
            return Map.of("squeezeForm", new SqueezeForm(null), "glasses", 3);
        }

        @Override
        public void withdraw(Reference reference, PersonId by) {
            poured.add(reference);
        }

        @Override
        public @Nullable String askPath() {
            return null;
        }
    }

    @Controller
    static class Stand {

        private final ItemPage page;
        private final Desk desk;

        Stand(ItemPage page, Desk desk) {
            this.page = page;
            this.desk = desk;
        }

        @PostMapping("/desk/lemonades/{ref}/squeeze")
        ModelAndView squeeze(
                @PathVariable Reference ref,
                @CurrentPerson PersonId who,
                @Valid @ModelAttribute("squeezeForm") SqueezeForm form,
                BindingResult errors,
                Model model,
                RedirectAttributes flash) {
            Runnable squeezes = () -> {
                if ("gently".equals(form.how())) throw new Refusal("how", "desk.composer.empty");
                desk.settle(ref, "squeezed", who);
            };
            return page.decide(ref, who, model, errors, flash, squeezes, "desk.done.settled");
        }
    }

    @Autowired
    MockMvcTester browser;

    @Autowired
    TestPeople people;

    DeskRoom room;

    @Autowired
    TeamDesk team;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Desk desk;

    @Autowired
    Lemonade lemonade;

    PersonRow tomas;
    PersonRow priya;
    PersonRow jo;
    Reference reference;

    @BeforeEach
    void aGlass() {
        room = new DeskRoom(desk, team, transaction);
        tomas = people.staff("Tomás Sample");
        priya = people.comms("Priya Testcase");
        jo = people.comms("Jo Specimen");
        reference = room.item(tomas, tomas, "lemonade", "Two lemons", null, null);
    }

    private Document get(PersonRow who, String address) {
        return page(browser.get().uri(address).with(as(who)).exchange().getResponse());
    }

    private MockHttpServletResponse squeeze(String how) {
        return browser.post()
                .uri("/desk/lemonades/" + reference + "/squeeze")
                .param("how", how)
                .with(as(priya))
                .with(csrf())
                .exchange()
                .getResponse();
    }

    private static Document page(MockHttpServletResponse response) {
        return Jsoup.parse(new String(response.getContentAsByteArray(), StandardCharsets.UTF_8));
    }

    @Test
    void itsPartsStandOnTheDeskAndOnTheRequestersPage() {
        var item = get(priya, "/desk/lemonade/" + reference);
        assertThat(item.select(".item-part").text()).contains("3 glasses of Two lemons");
        assertThat(item.select(".item-part form input[name=how]")).hasSize(1);
        assertThat(get(tomas, "/requests/" + reference).text()).contains("Your 3 glasses");
        assertThat(get(priya, "/desk?kind=lemonade").select(".queue-row").text())
                .contains("Two lemons");
        assertThat(get(priya, "/desk").select(".menu .bi-cup-straw")).hasSize(1);
    }

    @Test
    void itsDecisionIsMadeInItsOwnRoomAndLeadsBack() {
        assertThat(squeeze("hard").getRedirectedUrl()).isEqualTo("/desk/lemonade/" + reference);
        assertThat(room.row(reference, priya).outcome()).isEqualTo("squeezed");
    }

    @Test
    void itsErrorsAreSaidAtItsFieldsAndNothingTypedIsLost() {
        assertThat(page(squeeze(" ")).select(".item-part .field-error").text()).contains("Say how.");
        var refused = squeeze("gently");
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(page(refused).select(".item-part .field-error")).hasSize(1);
        assertThat(page(refused).select(".item-part input[name=how]").val()).isEqualTo("gently");
        assertThat(page(refused).title()).startsWith("Error:");
    }

    @Test
    void theSecondWhoDecidesSeesWhoWasFirstAndKeepsTheirWords() {
        does(jo, () -> desk.settle(reference, "squeezed", jo.id()));
        var late = squeeze("with both hands");
        assertThat(late.getStatus()).isEqualTo(409);
        assertThat(page(late).select(".meanwhile").text())
                .contains("This was settled before you sent that.", "Jo Specimen", "with both hands");
    }

    @Test
    void itsRoomUndoesItsSideWhenTheRequesterWithdraws() {
        browser.post()
                .uri("/requests/" + reference + "/withdraw")
                .with(as(tomas))
                .with(csrf())
                .exchange();
        assertThat(lemonade.poured).contains(reference);
        assertThat(room.row(reference, priya).outcome()).isEqualTo("withdrawn");
        assertThat(get(tomas, "/requests").text()).contains("Withdrawn");
    }

    @Test
    void itsOwnPageCanShowTheConversationWithoutNotes() {
        room.note(reference, priya, "canary-note");
        room.reply(reference, priya, "Sour enough?");
        var request = get(tomas, "/requests/" + reference);
        assertThat(request.select(".own-thread .thread li")).hasSize(1);
        assertThat(request.html()).doesNotContain("canary-note");
    }
}
