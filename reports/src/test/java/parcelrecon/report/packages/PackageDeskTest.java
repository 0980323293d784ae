package parcelrecon.report.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import parcelrecon.report.ReportSettings;
import parcelrecon.report.SampleSettings;
import parcelrecon.report.datafix.Manifest;
import parcelrecon.report.datafix.check.CheckedPackage;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.ResultsSettings;
import parcelrecon.results.audit.AuditStore;
import parcelrecon.results.packages.PackageDecision;
import parcelrecon.results.packages.PackageDecisions;
import parcelrecon.results.packages.PackageRefusal;
import parcelrecon.results.packages.PackageRow;
import parcelrecon.results.packages.PackageState;
import parcelrecon.results.packages.PackageStore;
import parcelrecon.results.packages.VoidCause;
import parcelrecon.results.review.ReviewDecision;

class PackageDeskTest {

  private static final Duration DAY = Duration.ofHours(24);
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2022-04-18T02:00:00.25Z"));

  @TempDir Path folder;

  private ResultsDatabase database;
  private StoredSample sample;
  private PackageStore store;
  private PackageDesk desk;
  private PackageSite site;

  @BeforeEach
  void open() {
    database =
        ResultsDatabase.open(
            new ResultsSettings(
                "jdbc:h2:file:" + folder.resolve("results"), Optional.empty(), Optional.empty()));
    sample = new StoredSample(database, folder.resolve("out"));
    AuditStore audit = new AuditStore(database, CLOCK);
    store = new PackageStore(database, audit, CLOCK);
    desk = new PackageDesk(store, new PackageDecisions(database, audit, CLOCK), CLOCK);
    site = site(SampleSettings.ENGLISH);
    sample.decide(ReviewDecision.CONFIRMED, any -> true);
  }

  private PackageSite site(ReportSettings settings) {
    return new PackageSite(folder.resolve("out/run-001"), settings, "0.1.0");
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void package_isMadeIntoItsOwnFolder() throws IOException {
    PackageRow row = make();
    CheckedPackage checked =
        CheckedPackage.read(folder.resolve("out/run-001/packages/package-001"));
    assertThat(checked.manifest().sha256()).isEqualTo(row.made().manifestSha256());
    assertThat(desk.look(row, site)).contains(checked);
    assertThat(row.made().rows()).isGreaterThan(20);
    assertThat(row.made().sums()).containsOnlyKeys("JPY", "TWD");
    assertThat(list(site.packages())).containsExactly("package-001");
    assertThat(store.candidates(sample.run()).ready()).isEmpty();
  }

  @Test
  void package_isWhatTheDatabaseCallsReady_whenOnlySomeIsConfirmed() throws IOException {
    sample.decide(ReviewDecision.DEFERRED, id -> !id.parcelId().equals("P-0010"));
    make();
    assertThat(Files.readString(site.made(1).resolve("tasks.csv")).lines())
        .hasSize(2)
        .last()
        .asString()
        .contains("COLLECT_DIFFERENCE", "P-0010");
  }

  @Test
  void approvedPackage_isHandedOut_withTheSameBytesEachTime() throws IOException {
    make();
    PackageRow approved = approve();
    assertThat(approved.state(CLOCK.instant())).isEqualTo(PackageState.APPROVED);
    PackageDecision approval = approved.approval().orElseThrow();
    Manifest copy = CheckedPackage.read(site.approved(1)).manifest();
    assertThat(approval.approvedSha256()).contains(copy.sha256());
    assertThat(copy.approval().orElseThrow())
        .isEqualTo(
            new Manifest.Approval(
                "wang",
                Instant.parse("2022-04-18T02:00:00Z"),
                Instant.parse("2022-04-19T02:00:00Z"),
                approved.made().manifestSha256()));
    byte[] zip = handedOut(approved);
    assertThat(handedOut(approved)).isEqualTo(zip);
    assertThat(unzipped(zip))
        .isEqualTo(files(site.approved(1), "2022-04-13-kafka-package-001-approved/"));
    assertThat(list(site.packages())).containsExactly("package-001", "package-001-approved");
  }

  private byte[] handedOut(PackageRow row) throws IOException {
    Path zip = desk.handOut(row, site, "ops").zip().orElseThrow();
    byte[] bytes = Files.readAllBytes(zip);
    Files.delete(zip);
    return bytes;
  }

  @Test
  void author_doesNotApprove_andLeavesNoCopy() throws IOException {
    PackageRow row = make();
    assertRefused(
        PackageRefusal.Why.OWN_PACKAGE,
        () -> desk.approve(row, site, "ＬＩＮ", row.made().manifestSha256(), DAY));
    assertThat(list(site.packages())).containsExactly("package-001");
  }

  @Test
  void package_isNotHandedOut_beforeItIsApproved() {
    PackageRow row = make();
    assertRefused(PackageRefusal.Why.NOT_APPROVED, () -> desk.handOut(row, site, "ops"));
  }

  /** What somebody who may write to the folder might do. */
  enum Tampering {
    CHANGES_A_BYTE {
      @Override
      void with(Path folder) throws IOException {
        Path file = folder.resolve("001-revert-outbound.sql");
        Files.writeString(file, Files.readString(file).replaceFirst("P-0004", "P-0005"));
      }
    },
    REMOVES_A_FILE {
      @Override
      void with(Path folder) throws IOException {
        Files.delete(folder.resolve("tasks.csv"));
      }
    },
    ADDS_A_FILE {
      @Override
      void with(Path folder) throws IOException {
        Files.writeString(folder.resolve("003-more.sql"), "select 1;");
      }
    },
    LINKS_A_FILE {
      @Override
      void with(Path folder) throws IOException {
        Path file = folder.resolve("tasks.csv");
        Path elsewhere = folder.resolveSibling("elsewhere.csv");
        Files.move(file, elsewhere);
        Files.createSymbolicLink(file, elsewhere);
      }
    },
    LINKS_THE_FOLDER {
      @Override
      void with(Path folder) throws IOException {
        Path elsewhere = folder.resolveSibling("elsewhere");
        Files.move(folder, elsewhere);
        Files.createSymbolicLink(folder, elsewhere);
      }
    },
    MAKES_A_SOUND_PACKAGE_OF_LESS {
      @Override
      void with(Path folder) throws IOException {
        Manifest manifest = CheckedPackage.read(folder).manifest();
        Files.delete(folder.resolve("replay-readme.md"));
        Manifest less =
            new Manifest(
                manifest.incident(),
                manifest.asOf(),
                manifest.origin(),
                manifest.sums(),
                manifest.files().stream()
                    .filter(file -> !file.file().equals("replay-readme.md"))
                    .toList(),
                manifest.approval());
        Files.writeString(folder.resolve(Manifest.NAME), less.text());
        CheckedPackage.read(folder);
      }
    };

    abstract void with(Path folder) throws IOException;
  }

  @ParameterizedTest
  @EnumSource
  void package_isVoid_whenItsFolderIsChangedBeforeItIsApproved(Tampering tampering)
      throws IOException {
    PackageRow row = make();
    tampering.with(site.made(1));
    assertThat(desk.look(row, site)).isEmpty();
    assertVoid(approve());
    assertThat(site.approved(1)).doesNotExist();
  }

  @ParameterizedTest
  @EnumSource
  void package_isVoid_whenTheApprovedCopyIsChanged(Tampering tampering) throws IOException {
    make();
    PackageRow approved = approve();
    tampering.with(site.approved(1));
    assertNotHandedOut(approved);
  }

  @ParameterizedTest
  @EnumSource
  void package_isVoid_whenWhatWasApprovedIsChangedAfterwards(Tampering tampering)
      throws IOException {
    make();
    PackageRow approved = approve();
    tampering.with(site.made(1));
    assertNotHandedOut(approved);
  }

  private void assertNotHandedOut(PackageRow approved) {
    PackageDesk.HandedOut handedOut = desk.handOut(approved, site, "ops");
    assertThat(handedOut.zip()).isEmpty();
    assertVoid(handedOut.row());
    assertRefused(
        PackageRefusal.Why.NOT_APPROVED, () -> desk.handOut(handedOut.row(), site, "ops"));
    assertThat(desk.handOut(approved, site, "ops").zip()).isEmpty();
  }

  private static void assertVoid(PackageRow row) {
    assertThat(row.state(CLOCK.instant())).isEqualTo(PackageState.VOIDED);
    assertThat(row.decisions())
        .last()
        .satisfies(
            each -> {
              assertThat(each.cause()).contains(VoidCause.FILES_CHANGED);
              assertThat(each.reason()).startsWith("package-001").doesNotContain("out/run-001");
            });
  }

  @Test
  void package_isNotHandedOut_whenAReviewWasWithdrawn() {
    make();
    PackageRow approved = approve();
    sample.decide(ReviewDecision.REJECTED, id -> id.parcelId().equals("P-0010"));
    PackageDesk.HandedOut handedOut = desk.handOut(approved, site, "ops");
    assertThat(handedOut.zip()).isEmpty();
    assertThat(handedOut.row().decisions())
        .last()
        .extracting(PackageDecision::cause)
        .isEqualTo(Optional.of(VoidCause.NO_LONGER_CONFIRMED));
  }

  @Test
  void nextPackage_isMade_whenTheOneBeforeFell() {
    PackageRow first = make();
    sample.decide(ReviewDecision.REJECTED, id -> id.parcelId().equals("P-0010"));
    PackageRow second = make();
    assertThat(second.number()).isEqualTo(2);
    assertThat(second.mismatches()).isEqualTo(first.mismatches() - 1);
    assertThat(store.find(1).orElseThrow().state(CLOCK.instant())).isEqualTo(PackageState.VOIDED);
  }

  @Test
  void whatAKilledPredecessorLeft_isInNobodysWay() throws IOException {
    Files.createDirectories(site.made(1).resolve("left"));
    Files.createDirectories(site.approved(2));
    Files.writeString(site.approved(2).resolve("left.sql"), "select 1;");
    PackageRow row = make();
    assertThat(row.number()).isEqualTo(2);
    desk.approve(row, site, "wang", row.made().manifestSha256(), DAY);
    assertThat(list(site.approved(2))).doesNotContain("left.sql").contains(Manifest.NAME);
  }

  @Test
  void oneApproverWins_andHisIsTheCopy_whenSeveralApproveAtOnce() throws Exception {
    PackageRow row = make();
    List<Callable<Boolean>> approvers = new ArrayList<>();
    for (String name : List.of("wang", "huang", "zhao", "wu")) {
      approvers.add(
          () -> {
            try {
              desk.approve(row, site, name, row.made().manifestSha256(), DAY);
              return true;
            } catch (PackageRefusal e) {
              return false;
            }
          });
    }
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      int won = 0;
      for (Future<Boolean> each : threads.invokeAll(approvers)) {
        won += each.get() ? 1 : 0;
      }
      assertThat(won).isOne();
    } finally {
      threads.shutdownNow();
    }
    PackageRow approved = store.find(1).orElseThrow();
    assertThat(CheckedPackage.read(site.approved(1)).manifest().approval().orElseThrow().by())
        .isEqualTo(approved.approval().orElseThrow().by());
    assertThat(list(site.packages())).containsExactly("package-001", "package-001-approved");
    handedOut(approved);
  }

  private PackageRow make() {
    return desk.make(sample.results(), site, "lin");
  }

  private PackageRow approve() {
    PackageRow row = store.find(1).orElseThrow();
    return desk.approve(row, site, "wang", row.made().manifestSha256(), DAY);
  }

  private static void assertRefused(
      PackageRefusal.Why why, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
    assertThatExceptionOfType(PackageRefusal.class)
        .isThrownBy(act)
        .extracting(PackageRefusal::why)
        .isEqualTo(why);
  }

  private static List<String> list(Path folder) throws IOException {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  private static Map<String, String> files(Path folder, String prefix) throws IOException {
    Map<String, String> files = new TreeMap<>();
    for (String name : list(folder)) {
      files.put(prefix + name, Files.readString(folder.resolve(name)));
    }
    return files;
  }

  private static Map<String, String> unzipped(byte[] zip) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        files.put(entry.getName(), new String(in.readAllBytes(), "UTF-8"));
      }
    }
    return files;
  }
}
