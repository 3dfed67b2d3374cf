package io.duly;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.duly.correspondence.template.Brandings;
import io.duly.identity.Administration;
import io.duly.identity.Links;
import io.duly.identity.People;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The modules may use only what they say they use; the core sees nothing of the world. */
class ModularityTest {
  private static final JavaClasses ALL =
      new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("io.duly");
  private static final String[] PURE = {"io.duly.kernel..", "io.duly.rules..", "io.duly.strategy..", "io.duly.talk..", "io.duly.plans..", "io.duly.moratorium.."};

  private static final ApplicationModules MODULES =
      ApplicationModules.of(DulyApplication.class, resideInAPackage("io.duly.templates.."));

  @Test
  void everyModuleUsesOnlyWhatItDeclaresAndThereIsNoCircle() {
    MODULES.verify();
  }

  @Test
  void everyModuleIsSeen() {
    assertThat(MODULES.stream().map(module -> module.getIdentifier().toString()))
        .contains(
            "kernel", "strategy", "database", "journal", "identity", "parties", "ledger", "cases", "agreements",
            "correspondence", "cycle", "desk", "cli");
  }

  /** A rule over a package that does not exist could not fail: the packages the rules name must hold classes. */
  @Test
  void theRulesSeeTheClassesTheySpeakOf() {
    assertThat(count("io.duly.kernel")).isGreaterThan(10);
    assertThat(count("io.duly.strategy")).isGreaterThan(30);
    assertThat(count("io.duly.desk")).isGreaterThan(30);
    assertThat(ALL.size()).isGreaterThan(400);
  }

  @Test
  void theCoreKnowsOnlyTheJdkAndTheReaderOfPolicies() {
    noClasses()
        .that(resideInAnyPackage(PURE))
        .should()
        .dependOnClassesThat(
            not(
                resideInAnyPackage(
                    Stream.concat(Stream.of(PURE), Stream.of("java..", "org.jspecify..", "org.yaml.snakeyaml.."))
                        .toArray(String[]::new))))
        .check(ALL);
  }

  @Test
  void theCoreNeverAsksWhatTimeItIs() {
    for (var time : List.of(Clock.class, Instant.class, LocalDate.class, LocalDateTime.class, OffsetDateTime.class, ZonedDateTime.class)) {
      noClasses().that(resideInAnyPackage(PURE)).should().callMethod(time, "now").check(ALL);
    }
  }

  @Test
  void onlyTheDeskAndTheCommandsReachAcrossTheModules() {
    noClasses()
        .that(not(resideInAnyPackage("io.duly.desk..", "io.duly.cli..")))
        .should()
        .dependOnClassesThat(resideInAnyPackage("io.duly.desk..", "io.duly.cli.."))
        .check(ALL.that(not(resideInAPackage("io.duly.templates.."))));
  }

  /** Other accounts to pay to, and who becomes a manager or an administrator, need a second person. */
  @Test
  void theDeskChangesLetterheadsAndRightsOnlyByWayOfTheApprovals() {
    for (var way : Map.of(Brandings.class, "save", Administration.class, "role", Links.class, "admit", People.class, "add").entrySet()) {
      noClasses()
          .that(resideInAPackage("io.duly.desk.."))
          .should()
          .callMethodWhere(target(owner(equivalentTo(way.getKey()))).and(target(name(way.getValue()))))
          .check(ALL);
    }
    noClasses().that(resideInAPackage("io.duly.desk..")).should().callMethodWhere(target(owner(equivalentTo(Administration.class))).and(target(name("letIn")))).check(ALL);
  }

  private static long count(String root) {
    return ALL.stream().filter(one -> (one.getPackageName() + ".").startsWith(root + ".")).count();
  }
}
