package org.ambassadorportal.registry;

import org.ambassadorportal.kernel.Names;
import org.springframework.stereotype.Component;

/** Accounts by name and handle, because one name is on many platforms. */
@Component
class AccountNames implements Names {

    @Override
    public String sql() {
        return "select id, name || ', ' || handle from registry_account";
    }
}
