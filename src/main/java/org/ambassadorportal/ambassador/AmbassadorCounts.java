package org.ambassadorportal.ambassador;

/** How many ambassadors are published, and how many different topics they name. */
public record AmbassadorCounts(int ambassadors, int topics) {}
