package org.ambassadorportal.ambassador;

import org.jspecify.annotations.Nullable;

/** What a page says of itself where its address is passed on; the layout writes it as Open Graph metadata. */
record Share(
        String type,
        String description,
        String url,
        @Nullable String image) {}
