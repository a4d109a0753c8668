package org.ambassadorportal.desk;

import java.util.List;

/** An item with its conversation, as far as the reader may see it. */
record Opened(ItemRow item, List<ThreadLine> thread) {}
