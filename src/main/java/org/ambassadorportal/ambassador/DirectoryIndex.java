package org.ambassadorportal.ambassador;

import java.util.List;
import org.ambassadorportal.organization.UnitRenamed;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps what the directory searches in step with the pages, in the same transaction. Only what is public goes in, so
 * that no search can find or show anything else.
 */
@Component
class DirectoryIndex {

    private final JdbcClient database;

    DirectoryIndex(JdbcClient database) {
        this.database = database;
    }

    /** Writes a page that was saved and flushed; one that is not published is taken out. */
    void write(Ambassador page) {
        database.sql("delete from directory_entry where ambassador_id = ?")
                .param(page.id().value())
                .update();
        var who = page.particulars();
        if (page.state() != PageState.PUBLISHED || who.unit() == null) return;
        var shown = page.visibility();
        var topics = shown.topics() ? page.interests().topics() : List.<String>of();
        database.sql("""
                        insert into directory_entry (ambassador_id, slug, name, credentials, title, unit_id, unit_name,
                            photo_id, topics, topic_keys, languages, platforms, plain_name, document)
                        select :id, :slug, :name, :credentials, :title, u.id, u.name, cast(:photo as uuid), :topics,
                            :keys, :languages, :platforms, lower(immutable_unaccent(:name)),
                            directory_document(:name, :topics, u.name, :title, :languages, :bio)
                        from organization_unit u where u.id = :unit""")
                .param("id", page.id().value())
                .param("slug", page.slug())
                .param("name", who.name())
                .param("credentials", shown.credentials() ? who.credentials() : null)
                .param("title", shown.title() ? who.title() : null)
                .param("unit", who.unit().value())
                .param("photo", shown.photo() ? who.photo() : null)
                .param("topics", topics.toArray(String[]::new))
                .param("keys", topics.stream().map(Words::fold).toArray(String[]::new))
                .param(
                        "languages",
                        (shown.languages() ? page.interests().languages() : List.of()).toArray(new String[0]))
                .param(
                        "platforms",
                        page.shownProfiles()
                                .map(ListedProfile::platform)
                                .distinct()
                                .toArray(String[]::new))
                .param("bio", shown.bio() ? page.interests().bio() : null)
                .update();
    }

    /** A unit's name stands in the entries of its people. */
    @EventListener
    void on(UnitRenamed event) {
        database.sql("""
                        update directory_entry e set unit_name = u.name,
                            document = directory_document(e.name, e.topics, u.name, e.title, e.languages,
                                case when a.show_bio then a.bio end)
                        from organization_unit u, ambassador a
                        where u.id = ? and e.unit_id = u.id and a.id = e.ambassador_id""").param(event.unit().value()).update();
    }
}
