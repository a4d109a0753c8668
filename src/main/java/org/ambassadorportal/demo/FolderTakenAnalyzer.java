package org.ambassadorportal.demo;

import org.ambassadorportal.demo.LocalDatabase.FolderTaken;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in one sentence that two portals were started on one folder. */
class FolderTakenAnalyzer extends AbstractFailureAnalyzer<FolderTaken> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, FolderTaken cause) {
        return new FailureAnalysis(cause.getMessage(), "End the other portal first.", cause);
    }
}
