package org.ambassadorportal.ambassador;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.ambassadorportal.kernel.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The addresses of pages, made of names. One that was ever used leads to the same page for good. */
@Component
class PageAddresses {

    private static final int LONGEST = 100;

    private final JdbcClient database;

    PageAddresses(JdbcClient database) {
        this.database = database;
    }

    /**
     * An address for a page, free or its own already: the name, with a number behind it where somebody has it.
     *
     * @param page the page that exists already
     */
    String choose(String name, @Nullable AmbassadorId page) {
        var wanted = of(name);
        for (int number = 1; number < 1000; number++) {
            var slug = number == 1 ? wanted : wanted + "-" + number;
            if (free(slug, page)) return slug;
        }
        return wanted + "-" + tail();
    }

    private boolean free(String slug, @Nullable AmbassadorId page) {
        // Waits for whoever is taking the same address, so that of two people of one name each gets their own.
        database.sql("select pg_advisory_xact_lock(hashtextextended(?, 60))")
                .param("page:" + slug)
                .query(rs -> {});
        Optional<UUID> owner = database.sql("select ambassador_id from ambassador_address where slug = ?")
                .param(slug)
                .query(UUID.class)
                .optional();
        return owner.isEmpty() || (page != null && owner.get().equals(page.value()));
    }

    /** Remembers the address of a page that is stored by now. */
    void keep(String slug, AmbassadorId page) {
        database.sql("insert into ambassador_address (slug, ambassador_id) values (?, ?) on conflict (slug) do nothing")
                .params(slug, page.value())
                .update();
    }

    /** The name in plain letters, digits and hyphens; letters of other scripts have no place in it. */
    static String of(String name) {
        var plain = Normalizer.normalize(
                        name.replace("ß", "ss")
                                .replace("ø", "o")
                                .replace("Ø", "O")
                                .replace("ł", "l")
                                .replace("Ł", "L")
                                .replace("æ", "ae")
                                .replace("Æ", "Ae")
                                .replace("đ", "d")
                                .replace("Đ", "D"),
                        Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[’'ʼ`]", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
        var cut = plain.length() > LONGEST ? plain.substring(0, LONGEST).replaceAll("-+$", "") : plain;
        return cut.length() < 2 ? "ambassador-" + tail() : cut;
    }

    private static String tail() {
        return Ids.next().toString().substring(28);
    }
}
