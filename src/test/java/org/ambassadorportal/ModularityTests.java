package org.ambassadorportal;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

/** Holds the arrows between the modules, and draws them to {@code target/spring-modulith-docs}. */
class ModularityTests {

    private static final ApplicationModules MODULES = ApplicationModules.of(AmbassadorPortal.class);

    @Test
    void everyModuleUsesOnlyWhatItSays() {
        MODULES.verify();
    }

    @Test
    void drawsTheModules() {
        new Documenter(MODULES).writeModulesAsPlantUml().writeIndividualModulesAsPlantUml();
    }
}
