package org.ambassadorportal.consultation;

import java.util.Optional;
import java.util.UUID;
import org.ambassadorportal.desk.Reference;
import org.ambassadorportal.identity.ForAnyone;
import org.ambassadorportal.identity.ForInside;
import org.ambassadorportal.identity.ForSignedIn;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.kernel.NotFound;
import org.ambassadorportal.kernel.Signatures;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets people to their bookings: those who are signed in to their own, and whoever holds a link of ours. */
@Service
@Transactional(readOnly = true)
class Doors {

    private static final String REQUESTER = "booking";
    private static final String GUEST = "booking-guest";

    private final Signatures signatures;
    private final JdbcClient database;

    Doors(Signatures signatures, JdbcClient database) {
        this.signatures = signatures;
        this.database = database;
    }

    /**
     * The door of whoever asked, or entered it.
     *
     * @throws NotFound for anybody else
     */
    @ForSignedIn
    Door of(Reference reference, PersonId who) {
        boolean mine = database.sql("""
                        select count(*) = 1 from consultation_request
                        where reference = :reference and booking_id is not null
                            and :who in (requester_id, entered_by_id)""")
                .param("reference", reference.number())
                .param("who", who.value())
                .query(Boolean.class)
                .single();
        if (!mine) throw new NotFound();
        return new Door("/consultations/" + reference, "/requests/" + reference, reference, who, false, true);
    }

    /**
     * The door of whoever holds this link.
     *
     * @throws NotFound where it was not signed here
     */
    @ForAnyone
    Door by(String token) {
        var own = signatures.read(REQUESTER, token);
        var booking = own.isPresent() ? own : signatures.read(GUEST, token);
        return booking.flatMap(id -> door(id, token, own.isPresent())).orElseThrow(NotFound::new);
    }

    private Optional<Door> door(UUID booking, String token, boolean own) {
        return database.sql("select reference, requester_id from consultation_request where booking_id = ?")
                .param(booking)
                .query((row, number) -> new Door(
                        "/booking/" + token,
                        "/booking/" + token,
                        Reference.of(row.getLong("reference")),
                        new PersonId(row.getObject("requester_id", UUID.class)),
                        true,
                        own))
                .optional();
    }

    /** The page that the requester's mail leads to. */
    @ForInside
    String path(BookingId booking) {
        return "/booking/" + signatures.sign(REQUESTER, booking.value());
    }

    /** The page that a guest's mail leads to; nothing can be changed there. */
    @ForInside
    String guestPath(BookingId booking) {
        return "/booking/" + signatures.sign(GUEST, booking.value());
    }
}
