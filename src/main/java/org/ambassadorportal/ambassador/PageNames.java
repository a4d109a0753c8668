package org.ambassadorportal.ambassador;

import org.ambassadorportal.kernel.Names;
import org.springframework.stereotype.Component;

/** Pages by the name on them; whoever has left has none. */
@Component
class PageNames implements Names {

    @Override
    public String sql() {
        return "select id, name from ambassador where name is not null";
    }
}
