package org.ambassadorportal;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethodWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.util.Set;
import org.ambassadorportal.kernel.PlainText;
import org.junit.jupiter.api.Test;
import org.springframework.data.repository.Repository;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Holds the habits of the house that a compiler does not see. */
class ArchitectureTests {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.ambassadorportal");

    @Test
    void nothingButTheApplicationStandsInTheRootPackage() {
        classes()
                .that()
                .resideInAPackage("org.ambassadorportal")
                .should()
                .haveSimpleName("AmbassadorPortal")
                .check(HOUSE);
    }

    @Test
    void timeComesFromTheClockAlone() {
        var asksTheMachine = describe(
                "now() without a clock",
                (JavaMethodCall call) -> call.getTarget().getName().equals("now")
                        && call.getTarget().getOwner().getPackageName().startsWith("java.time")
                        && call.getTarget().getRawParameterTypes().stream()
                                .noneMatch(type -> type.isEquivalentTo(Clock.class)));
        noClasses().should(callMethodWhere(asksTheMachine)).check(HOUSE);
    }

    @Test
    void controllersAndRepositoriesStayInTheirPackage() {
        classes()
                .that()
                .areMetaAnnotatedWith(Controller.class)
                .or()
                .areAssignableTo(Repository.class)
                .should()
                .notBePublic()
                .check(HOUSE);
    }

    @Test
    void controllersOpenNoTransaction() {
        noClasses()
                .that()
                .areMetaAnnotatedWith(Controller.class)
                .should()
                .beMetaAnnotatedWith(Transactional.class)
                .check(HOUSE);
        noMethods()
                .that()
                .areDeclaredInClassesThat()
                .areMetaAnnotatedWith(Controller.class)
                .should()
                .beMetaAnnotatedWith(Transactional.class)
                .check(HOUSE);
    }

    @Test
    void everyMethodOfAServiceSaysWhoMayCallIt() {
        methods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Service.class)
                .and()
                .areNotPrivate()
                .and()
                .areNotStatic()
                .should(sayWhoMayCallThem())
                .check(HOUSE);
    }

    @Test
    void everyTextOfAFormIsPlainText() {
        classes()
                .that()
                .haveSimpleNameEndingWith("Form")
                .and()
                .areAssignableTo(Record.class)
                .should(checkTheirTexts())
                .check(HOUSE);
    }

    @Test
    void entitiesHaveNoSetters() {
        methods()
                .that()
                .areDeclaredInClassesThat(assignableTo(org.ambassadorportal.kernel.Aggregate.class))
                .should()
                .haveNameNotMatching("set[A-Z].*")
                .check(HOUSE);
    }

    private static ArchCondition<JavaMethod> sayWhoMayCallThem() {
        return new ArchCondition<>("carry an authorization rule") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean synthetic = method.getModifiers().contains(JavaModifier.SYNTHETIC)
                        || method.getModifiers().contains(JavaModifier.BRIDGE);
                boolean ruled = method.isMetaAnnotatedWith(PreAuthorize.class)
                        || method.getOwner().isMetaAnnotatedWith(PreAuthorize.class);
                if (!synthetic && !ruled)
                    events.add(SimpleConditionEvent.violated(method, method.getFullName() + " has no rule"));
            }
        };
    }

    private static ArchCondition<JavaClass> checkTheirTexts() {
        return new ArchCondition<>("carry @PlainText on every text") {
            @Override
            public void check(JavaClass form, ConditionEvents events) {
                Set<JavaField> fields = form.getFields();
                for (var field : fields) {
                    boolean text = field.getRawType().isEquivalentTo(String.class)
                            && !field.getModifiers().contains(JavaModifier.STATIC);
                    if (text && !field.isAnnotatedWith(PlainText.class))
                        events.add(SimpleConditionEvent.violated(field, field.getFullName() + " is not @PlainText"));
                }
            }
        };
    }
}
