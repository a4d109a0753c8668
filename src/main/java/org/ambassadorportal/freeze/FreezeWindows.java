package org.ambassadorportal.freeze;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import org.ambassadorportal.identity.ForAdmins;
import org.ambassadorportal.kernel.Conflict;
import org.ambassadorportal.kernel.NotFound;
import org.ambassadorportal.kernel.Refusal;
import org.ambassadorportal.kernel.StaleEdit;
import org.ambassadorportal.kernel.Violation;
import org.ambassadorportal.organization.UnitKind;
import org.ambassadorportal.organization.When;
import org.ambassadorportal.social.Platform;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens, changes and ends freeze windows. No two windows may freeze the same kind of unit on the same platform on the
 * same day; the database holds that, and the second of two admins gets a {@link Conflict}.
 */
@Service
@Transactional
public class FreezeWindows {

    private final Windows windows;
    private final When when;
    private final Clock clock;

    FreezeWindows(Windows windows, When when, Clock clock) {
        this.windows = windows;
        this.when = when;
        this.clock = clock;
    }

    /**
     * Freezes each of these kinds of unit on each of these platforms.
     *
     * @param until the last day, that day included; {@code null} leaves the end open
     * @throws Refusal at "kinds", "platforms" or "until"
     * @throws Conflict when it overlaps another window
     */
    @ForAdmins
    public WindowId open(Set<UnitKind> kinds, Set<Platform> platforms, LocalDate from, @Nullable LocalDate until) {
        return save(FreezeWindow.open(new FreezeWindow.Scope(kinds, platforms), from, until, clock.instant()));
    }

    /**
     * Changes a window.
     *
     * @param seen the version the form was opened on
     * @throws StaleEdit when somebody else changed it since
     */
    @ForAdmins
    public void change(
            WindowId id,
            @Nullable Long seen,
            Set<UnitKind> kinds,
            Set<Platform> platforms,
            LocalDate from,
            @Nullable LocalDate until) {
        var window = windows.findById(id).orElseThrow(NotFound::new);
        window.change(seen, new FreezeWindow.Scope(kinds, platforms), from, until, clock.instant());
        save(window);
    }

    /** Lets a window end earlier: {@code lastDay} is the last day it holds. */
    @ForAdmins
    public void end(WindowId id, @Nullable Long seen, LocalDate lastDay) {
        var window = windows.findById(id).orElseThrow(NotFound::new);
        window.end(seen, lastDay, when.today(), clock.instant());
        save(window);
    }

    /**
     * Takes a window away that has not begun; nothing was ever frozen by it.
     *
     * @throws Refusal when it has begun, and so can only be ended
     */
    @ForAdmins
    public void callOff(WindowId id, @Nullable Long seen) {
        var window = windows.findById(id).orElseThrow(NotFound::new);
        window.callOff(seen, when.today(), clock.instant());
        windows.delete(window);
    }

    private WindowId save(FreezeWindow window) {
        try {
            return windows.saveAndFlush(window).id();
        } catch (OptimisticLockingFailureException race) {
            throw new StaleEdit();
        } catch (DataIntegrityViolationException overlap) {
            throw Violation.of("freeze_window_overlaps", overlap) ? new OverlappingWindows() : overlap;
        }
    }
}
