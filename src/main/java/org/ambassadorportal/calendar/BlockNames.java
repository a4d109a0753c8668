package org.ambassadorportal.calendar;

import org.ambassadorportal.kernel.Names;
import org.springframework.stereotype.Component;

/** Times that are kept free, by whose they are and what for. */
@Component
class BlockNames implements Names {

    @Override
    public String sql() {
        return """
                select t.owner_id as id, p.name || case t.title when '' then '' else ': ' || t.title end as name
                from calendar_taken t join person p on p.id = t.host_id
                where t.kind = 'BLOCK'""";
    }
}
