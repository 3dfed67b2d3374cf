package io.duly;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.junit.jupiter.api.Test;

/** The core sees the JDK, JSpecify and the YAML reader, and never asks what time it is. */
class ArchitectureTest {
  private static final JavaClasses CORE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.duly");

  @Test
  void allPackagesAreSeen() {
    assertThat(CORE.stream().filter(type -> type.getPackageName().equals("io.duly.kernel")))
        .hasSizeGreaterThan(10);
    assertThat(CORE.stream().filter(type -> type.getPackageName().equals("io.duly.strategy")))
        .hasSizeGreaterThan(50);
    assertThat(CORE.stream().filter(type -> type.getPackageName().equals("io.duly.rules")))
        .hasSizeGreaterThan(40);
  }

  @Test
  void theKernelSeesTheJdkOnly() {
    classes()
        .that()
        .resideInAPackage("io.duly.kernel..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("io.duly.kernel..", "java..", "org.jspecify..")
        .check(CORE);
  }

  @Test
  void theRulesSeeTheKernelAndTheYamlReader() {
    classes()
        .that()
        .resideInAPackage("io.duly.rules..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "io.duly.rules..", "io.duly.kernel..", "java..", "org.jspecify..", "org.yaml.snakeyaml..")
        .check(CORE);
  }

  @Test
  void theStrategySeesTheRulesThePlansTheKernelAndTheYamlReader() {
    classes()
        .that()
        .resideInAPackage("io.duly.strategy..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "io.duly.strategy..",
            "io.duly.plans..",
            "io.duly.rules..",
            "io.duly.kernel..",
            "java..",
            "org.jspecify..",
            "org.yaml.snakeyaml..")
        .check(CORE);
  }

  @Test
  void theMatchingSeesTheRulesAndTheKernel() {
    classes()
        .that()
        .resideInAnyPackage("io.duly.matching..", "io.duly.bankyear..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "io.duly.matching..",
            "io.duly.bankyear..",
            "io.duly.identifiers..",
            "io.duly.rules..",
            "io.duly.kernel..",
            "java..",
            "org.jspecify..")
          .check(CORE);
  }

  @Test
  void theIdentifiersSeeTheJdkOnly() {
    classes()
        .that()
        .resideInAPackage("io.duly.identifiers..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("io.duly.identifiers..", "java..", "org.jspecify..")
        .check(CORE);
  }

  @Test
  void theWordingSeesTheKernelAndTheYamlReader() {
    classes()
        .that()
        .resideInAPackage("io.duly.wording..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "io.duly.wording..", "io.duly.kernel..", "java..", "org.jspecify..", "org.yaml.snakeyaml..")
        .check(CORE);
  }

  @Test
  void onlyTheReadersOfPoliciesAndRulePacksSeeYaml() {
    noClasses()
        .that()
        .haveNameNotMatching(
            ".*\\.(PolicyReader|StepReader|LimitsReader|ConditionsReader|Section|Values|Problems|PackText|RulePackReader|PackEntry|InvalidRulePack|WordingFile)(\\$.*)?")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.yaml..")
        .check(CORE);
  }

  @Test
  void nobodyAsksWhatTimeItIs() {
    noClasses().should().callMethodWhere(target(name("now"))).check(CORE);
    noClasses().should().callMethodWhere(target(name("currentTimeMillis"))).check(CORE);
    noClasses().should().callMethodWhere(target(name("nanoTime"))).check(CORE);
    noClasses()
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.time.Clock")
        .check(CORE);
    noClasses().should().dependOnClassesThat().haveFullyQualifiedName("java.util.Date").check(CORE);
  }

  @Test
  void noArrowGoesBothWays() {
    SlicesRuleDefinition.slices().matching("io.duly.(*)..").should().beFreeOfCycles().check(CORE);
  }
}
