package org.ambassadorportal.consultation;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.ambassadorportal.offering.Format;
import org.ambassadorportal.organization.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for, as it was sent; it never changes afterwards.
 *
 * @param forDepartment advice for a whole department rather than for oneself
 * @param audience the group to train, or who comes to the meeting
 * @param meeting the name of the faculty meeting
 * @param place a room, or what there is of a video address
 * @param phone where to call; for the comms team only
 * @param times times that suit, in the requester's words
 */
@Embeddable
record Wanted(
        boolean forDepartment,

        @Embedded @AttributeOverride(name = "value", column = @Column(name = "unit_id")) @Nullable UnitId unit,

        String topic,
        String words,
        @Nullable String links,
        @Nullable String audience,
        @Nullable Integer people,
        @Nullable String meeting,
        @Nullable String equipment,
        @Enumerated(EnumType.STRING) Format format,
        @Nullable String place,
        @Nullable String phone,
        int minutes,
        @Nullable String times) {}
