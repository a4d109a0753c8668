package org.ambassadorportal.kernel;

import org.flywaydb.core.internal.exception.sqlExceptions.FlywaySqlUnableToConnectToDbException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.NestedExceptionUtils;

/** Says in a sentence that no database was there, after it was waited for ({@code spring.flyway.connect-retries}). */
class DatabaseAbsentAnalyzer extends AbstractFailureAnalyzer<FlywaySqlUnableToConnectToDbException> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, FlywaySqlUnableToConnectToDbException cause) {
        var root = NestedExceptionUtils.getMostSpecificCause(cause);
        return new FailureAnalysis(
                "The portal waited for its database, and could not connect to it: " + root.getMessage(),
                "Start the database, or correct spring.datasource.* and spring.flyway.*, and start the portal again.",
                cause);
    }
}
