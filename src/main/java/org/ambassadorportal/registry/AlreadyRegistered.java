package org.ambassadorportal.registry;

import org.ambassadorportal.kernel.Refusal;

/** The registry has an entry for this address already, official or impostor, that is not archived. */
final class AlreadyRegistered extends Refusal {

    AlreadyRegistered(String address) {
        super("address", "registry.address.taken", address);
    }
}
