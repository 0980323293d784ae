package parcelrecon.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.Architectures;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * ARCHITECTURE.md, as far as a machine can hold it: directions, one framework one home, no cycles.
 */
class ArchitectureTest {

  private static JavaClasses product;

  @BeforeAll
  static void read() {
    product =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("parcelrecon");
  }

  @Test
  void modules_useOnlyWhatIsOnTheirLeft() {
    Architectures.layeredArchitecture()
        .consideringOnlyDependenciesInAnyPackage("parcelrecon..")
        .layer("core")
        .definedBy(
            "parcelrecon.model..",
            "parcelrecon.rule..",
            "parcelrecon.datafix..",
            "parcelrecon.outcome..",
            "parcelrecon.due..",
            "parcelrecon.clock..",
            "parcelrecon.spill..",
            "parcelrecon.problem..")
        .layer("sql")
        .definedBy("parcelrecon.sql..")
        .layer("sources")
        .definedBy("parcelrecon.source..")
        .layer("results")
        .definedBy("parcelrecon.results..")
        .layer("reports")
        .definedBy("parcelrecon.report..")
        .layer("jobs")
        .definedBy(
            "parcelrecon.job..",
            "parcelrecon.schedule..",
            "parcelrecon.tell..",
            "parcelrecon.retention..")
        .layer("console")
        .definedBy("parcelrecon.console..")
        .layer("app")
        .definedBy("parcelrecon.app..")
        .layer("demo")
        .definedBy("parcelrecon.demo..")
        .withOptionalLayers(true)
        .whereLayer("core")
        .mayNotAccessAnyLayer()
        .whereLayer("sql")
        .mayNotAccessAnyLayer()
        .whereLayer("sources")
        .mayOnlyAccessLayers("core", "sql")
        .whereLayer("results")
        .mayOnlyAccessLayers("core", "sql")
        .whereLayer("reports")
        .mayOnlyAccessLayers("core", "sql", "results")
        .whereLayer("jobs")
        .mayOnlyAccessLayers("core", "sources", "results", "reports")
        .whereLayer("console")
        .mayOnlyAccessLayers("core", "results", "reports", "jobs")
        .whereLayer("app")
        .mayOnlyAccessLayers("core", "sources", "results", "reports", "jobs", "console")
        .whereLayer("demo")
        .mayOnlyAccessLayers("core", "sources", "results", "reports", "jobs", "console", "app")
        .check(product);
  }

  @Test
  void core_knowsTheJdkOnly() {
    classes()
        .that()
        .resideInAnyPackage(
            "parcelrecon.model..",
            "parcelrecon.rule..",
            "parcelrecon.datafix..",
            "parcelrecon.outcome..",
            "parcelrecon.due..",
            "parcelrecon.clock..",
            "parcelrecon.spill..",
            "parcelrecon.problem..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", "parcelrecon..")
        .check(product);
  }

  @Test
  void rules_knowNeitherDatafixNorSpill() {
    noClasses()
        .that()
        .resideInAnyPackage("parcelrecon.rule..", "parcelrecon.model..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("parcelrecon.datafix..", "parcelrecon.spill..")
        .check(product);
  }

  @Test
  void springBatch_livesInJobs() {
    onlyIn("parcelrecon.job..", "org.springframework.batch..");
    onlyIn("parcelrecon.schedule..", "com.github.kagkarlsson..");
  }

  @Test
  void mail_livesWhereItIsSent() {
    onlyIn("parcelrecon.tell..", "jakarta.mail..");
    onlyIn("parcelrecon.tell..", "org.eclipse.angus..");
  }

  @Test
  void spring_livesInJobsAndTheConsole() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "parcelrecon.job..", "parcelrecon.schedule..", "parcelrecon.console..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.springframework..")
        .check(product);
  }

  @Test
  void springMvc_livesInTheConsole() {
    onlyIn("parcelrecon.console..", "org.springframework.web..");
  }

  @Test
  void kafka_livesInItsSourcesAndTheDemo() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "parcelrecon.source.kafka..",
            "parcelrecon.source.segments..",
            "parcelrecon.source.topic..",
            "parcelrecon.demo..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.kafka..")
        .check(product);
  }

  @Test
  void poi_livesInReportsItsSourceAndTheDemo() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "parcelrecon.report..", "parcelrecon.source.xlsx..", "parcelrecon.demo..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.poi..")
        .check(product);
  }

  @Test
  void jdbi_livesInSourcesAndResults() {
    noClasses()
        .that()
        .resideOutsideOfPackages("parcelrecon.source..", "parcelrecon.results..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.jdbi..")
        .check(product);
  }

  @Test
  void picocli_livesInApp() {
    onlyIn("parcelrecon.app..", "picocli..");
  }

  @Test
  void packages_haveNoCycles() {
    slices().matching("parcelrecon.(**)").should().beFreeOfCycles().check(product);
  }

  @Test
  void names_sayWhatAClassIs() {
    noClasses()
        .should()
        .haveSimpleNameEndingWith("Manager")
        .orShould()
        .haveSimpleNameEndingWith("Helper")
        .orShould()
        .haveSimpleNameEndingWith("Util")
        .orShould()
        .haveSimpleNameEndingWith("Utils")
        .orShould()
        .haveSimpleNameEndingWith("Impl")
        .orShould()
        .haveSimpleNameEndingWith("Dto")
        .check(product);
  }

  private static void onlyIn(String home, String framework) {
    noClasses()
        .that()
        .resideOutsideOfPackage(home)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(framework)
        .check(product);
  }
}
