package org.ambassadorportal.social;

import java.util.List;
import org.ambassadorportal.social.Problem.Kind;
import org.ambassadorportal.social.WebAddress.Segment;

/** WhatsApp: only channels are public; each has a code in which capitals count. */
record WhatsAppRules(Platform platform) implements Rules {

    private static final String GROUPS = "chat.whatsapp.com";
    private static final String CHANNEL = "channel";
    private static final NameRule CODE = NameRule.plain(20, 30, "");
    private static final Paths PATHS = Paths.own(
            "about android business catalog contact download faq features legal login privacy security send stayconnected");

    @Override
    public SocialProfile inAddress(WebAddress address) throws Refused {
        if (address.host().equals(GROUPS)) {
            throw Problem.of(Kind.GROUP_NOT_PROFILE, GROUPS).on(platform).refused();
        }
        List<Segment> path = PATHS.fromName(address, platform);
        if (!path.getFirst().word().equals(CHANNEL) || path.size() < 2) {
            throw Problem.of(Kind.NO_HANDLE, address.part(path.getFirst()))
                    .on(platform)
                    .refused();
        }
        SocialProfile channel = stored(path.get(1).text());
        PATHS.refuseMore(path.subList(1, path.size()), address, channel);
        return channel;
    }

    @Override
    public SocialProfile typed(String text) throws Refused {
        return WebAddress.firstOf(text, "/?#") < text.length() ? inAddress(WebAddress.endingWith(text)) : stored(text);
    }

    @Override
    public SocialProfile stored(String code) throws Refused {
        CODE.check(code, platform);
        return new SocialProfile(
                platform, code, code, CHANNEL + "/" + code, "https://www.whatsapp.com/channel/" + code, code);
    }
}
