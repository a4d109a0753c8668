package org.ambassadorportal.demo;

import java.nio.charset.StandardCharsets;
import org.ambassadorportal.kernel.NotFound;
import org.ambassadorportal.kernel.Outbound;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriUtils;

/** In the demo no link leaves the portal: the people in it do not exist, but their names might. */
@Controller
@Profile("local")
class OutboundPages {

    @GetMapping("/demo/leads-to")
    String leadsTo(@RequestParam String url, Model model) {
        if (!Outbound.safe(url)) throw new NotFound();
        model.addAttribute("url", url);
        return "demo/leads-to";
    }

    /** Links of the local profile. */
    @Component("outbound")
    @Profile("local")
    static class Inside implements Outbound {

        @Override
        public @Nullable String to(@Nullable String url) {
            return url != null && Outbound.safe(url)
                    ? "/demo/leads-to?url=" + UriUtils.encode(url, StandardCharsets.UTF_8)
                    : null;
        }
    }
}
