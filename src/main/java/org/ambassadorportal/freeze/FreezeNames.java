package org.ambassadorportal.freeze;

import org.ambassadorportal.kernel.Names;
import org.springframework.stereotype.Component;

/** Exceptions by the account they are for, windows by their days. */
@Component
class FreezeNames implements Names {

    @Override
    public String sql() {
        return """
                select id, account_name from freeze_exception
                union all
                select id, to_char(valid_from, 'Mon FMDD, YYYY') || ' – ' || coalesce(to_char(valid_until, 'Mon FMDD, YYYY'), '…')
                  from freeze_window
                """;
    }
}
