package org.ambassadorportal.ambassador;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ambassadorportal.identity.ForAnyone;
import org.ambassadorportal.identity.ForComms;
import org.ambassadorportal.identity.People;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.identity.PersonRow;
import org.ambassadorportal.kernel.Gone;
import org.ambassadorportal.kernel.NotFound;
import org.ambassadorportal.organization.UnitRow;
import org.ambassadorportal.organization.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The pages of ambassadors as others see them. */
@Service
@Transactional(readOnly = true)
class Profiles {

    private final AllAmbassadors ambassadors;
    private final Portraits portraits;
    private final Units units;
    private final People people;
    private final ObjectProvider<Pickups> pickups;
    private final JdbcClient database;

    Profiles(
            AllAmbassadors ambassadors,
            Portraits portraits,
            Units units,
            People people,
            ObjectProvider<Pickups> pickups,
            JdbcClient database) {
        this.ambassadors = ambassadors;
        this.portraits = portraits;
        this.units = units;
        this.people = people;
        this.pickups = pickups;
        this.database = database;
    }

    /** Where a page is: the address it has now, and how it is seen. */
    record Place(String slug, PageState state) {}

    /**
     * Follows an address, a former one too.
     *
     * @throws NotFound when there never was such a page, or its owner has paused it
     * @throws Gone when its owner has left, or it was taken down
     */
    @ForAnyone
    String address(String slug) {
        var page = database.sql("""
                        select a.slug, case when a.left_at is not null then 'LEFT'
                            when a.taken_down_at is not null then 'TAKEN_DOWN'
                            when a.suspended_at is not null then 'SUSPENDED'
                            when a.paused then 'PAUSED' else 'PUBLISHED' end as state
                        from ambassador_address d join ambassador a on a.id = d.ambassador_id where d.slug = ?""").param(slug).query(Place.class).optional().orElseThrow(NotFound::new);
        return switch (page.state()) {
            case PUBLISHED -> page.slug();
            case PAUSED -> throw new NotFound();
            case SUSPENDED, TAKEN_DOWN, LEFT -> throw new Gone("ambassador.gone");
        };
    }

    /** A published page, by its present address. */
    @ForAnyone
    ProfilePage page(String slug) {
        var page = ambassadors
                .findBySlug(slug)
                .filter(it -> it.state() == PageState.PUBLISHED)
                .orElseThrow(NotFound::new);
        var who = page.particulars();
        var shown = page.visibility();
        var unit = units.find(Objects.requireNonNull(who.unit()));
        return new ProfilePage(
                page.id(),
                page.slug(),
                String.valueOf(who.name()),
                shown.credentials() ? who.credentials() : null,
                shown.title() ? who.title() : null,
                who.unit().toString(),
                unit.map(UnitRow::name).orElse(""),
                shown.photo() && who.photo() != null ? who.photo().toString() : null,
                shown.topics() ? page.interests().topics() : List.of(),
                shown.languages() ? page.interests().languages() : List.of(),
                shown.bio() ? page.interests().bio() : null,
                page.shownProfiles().map(ListedProfile::profile).toList(),
                pickups.stream()
                        .flatMap(room -> room.of(page.person()).stream())
                        .toList(),
                page.since(),
                page.reviewedAt());
    }

    /** The photograph of a published page. */
    @ForAnyone
    Portraits.Portrait photo(String slug) {
        return portraits.published(slug).orElseThrow(NotFound::new);
    }

    /** Whether somebody looks at their own page. */
    @ForAnyone
    boolean isOf(String slug, @Nullable PersonId person) {
        if (person == null) return false;
        return database.sql("select count(*) from ambassador where slug = ? and person_id = ?")
                        .params(slug, person.value())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /**
     * A page as the comms team sees it, whatever its state; a page whose owner has left is no page.
     *
     * @param by the name of who suspended it
     */
    record TeamView(
            String slug,
            String name,
            PageState state,
            String owner,
            boolean ownerDisabled,
            PersonId person,
            @Nullable String reason,
            @Nullable String by,
            java.time.@Nullable Instant at) {}

    @ForComms
    TeamView forTeam(String slug) {
        var page = ambassadors
                .findBySlug(slug)
                .filter(it -> it.state() != PageState.LEFT)
                .orElseThrow(NotFound::new);
        var owner = people.get(page.person());
        var by = Optional.ofNullable(page.suspendedBy()).map(people::get).map(PersonRow::name);
        return new TeamView(
                slug,
                String.valueOf(page.particulars().name()),
                page.state(),
                owner.name(),
                owner.disabled(),
                page.person(),
                page.suspendedReason(),
                by.orElse(null),
                page.suspendedAt());
    }

    /** A page that was taken out of sight, in the team's list. */
    record OutOfSight(
            String slug,
            String name,
            String unit,
            PageState state,
            @Nullable String reason) {}

    /** The pages that the team, or the disabling of a person, took out of sight; the latest first, at most two hundred. */
    @ForComms
    List<OutOfSight> outOfSight() {
        return database.sql("""
                        select a.slug, a.name, u.name as unit, a.suspended_reason as reason,
                            case when a.taken_down_at is not null then 'TAKEN_DOWN' else 'SUSPENDED' end as state
                        from ambassador a join organization_unit u on u.id = a.unit_id
                        where a.left_at is null and (a.suspended_at is not null or a.taken_down_at is not null)
                        order by greatest(a.suspended_at, a.taken_down_at) desc, a.id limit 200""").query(OutOfSight.class).list();
    }
}
