package org.ambassadorportal.demo;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.ambassadorportal.identity.Admission;
import org.ambassadorportal.identity.Local;
import org.ambassadorportal.kernel.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Lets in a person of the demo without any proof. */
@Controller
@Profile("local")
class OneClickSignIn {

    private final Personas personas;
    private final Admission admission;

    OneClickSignIn(Personas personas, Admission admission) {
        this.personas = personas;
        this.admission = admission;
    }

    @PostMapping("/demo/sign-in")
    ModelAndView signIn(
            @RequestParam String user,
            @RequestParam(required = false) @Nullable String to,
            HttpServletRequest request,
            HttpServletResponse response) {
        var person = Persona.called(user).flatMap(personas::person).orElseThrow(NotFound::new);
        admission.admit(person.id(), request, response);
        return Local.onward(request, to);
    }
}
