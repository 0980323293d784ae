package parcelrecon.report.closing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parcelrecon.problem.ExitCode;
import parcelrecon.problem.Problem;
import parcelrecon.problem.ProblemException;
import parcelrecon.report.SampleSettings;
import parcelrecon.report.datafix.check.CheckedPackage;
import parcelrecon.report.packages.PackageDesk;
import parcelrecon.report.packages.PackageSite;
import parcelrecon.report.packages.StoredSample;
import parcelrecon.results.ResultsDatabase;
import parcelrecon.results.ResultsSettings;
import parcelrecon.results.RunRow;
import parcelrecon.results.RunStore;
import parcelrecon.results.audit.AuditStore;
import parcelrecon.results.closing.Closing;
import parcelrecon.results.closing.ClosingStore;
import parcelrecon.results.packages.PackageDecisions;
import parcelrecon.results.packages.PackageRow;
import parcelrecon.results.packages.PackageState;
import parcelrecon.results.packages.PackageStore;
import parcelrecon.results.review.ReviewDecision;

/** What is handed to the archive, with packages of which one was approved. */
class ClosingPackTest {

  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2022-04-18T02:00:00.25Z"));
  private static final String APPROVED = "packages/package-001-approved/";

  @TempDir Path folder;

  private ResultsDatabase database;
  private StoredSample sample;
  private PackageDesk desk;
  private PackageSite site;
  private PackageRow approved;

  @BeforeEach
  void open() {
    database =
        ResultsDatabase.open(
            new ResultsSettings(
                "jdbc:h2:file:" + folder.resolve("results"), Optional.empty(), Optional.empty()));
    sample = new StoredSample(database, folder.resolve("out"));
    desk = desk(CLOCK);
    site = new PackageSite(folder.resolve("out/run-001"), SampleSettings.ENGLISH, "0.1.0");
    sample.decide(ReviewDecision.CONFIRMED, id -> id.parcelId().compareTo("P-0010") <= 0);
    PackageRow made = make();
    approved = desk.approve(made, site, "wang", made.made().manifestSha256(), Duration.ofHours(24));
    sample.decide(ReviewDecision.CONFIRMED, id -> id.parcelId().compareTo("P-0010") > 0);
    make();
  }

  private PackageDesk desk(InstantSource clock) {
    AuditStore audit = new AuditStore(database, clock);
    return new PackageDesk(
        new PackageStore(database, audit, clock),
        new PackageDecisions(database, audit, clock),
        clock);
  }

  private PackageRow make() {
    return desk.make(sample.results(), site, "=lin");
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void pack_holdsTheApprovedPackage_byteForByte_andListsTheOther() throws IOException {
    Map<String, byte[]> pack = pack(closed());

    assertThat(hashes(below(pack, APPROVED))).isEqualTo(hashes(files(site.approved(1))));
    assertThat(pack.keySet()).noneMatch(name -> name.contains("package-002"));
    assertThat(rows(pack, "packages.csv"))
        .satisfiesExactly(
            head -> assertThat(head).startsWith("package,run,made_by"),
            second -> assertThat(second).startsWith("2,1,'=lin,").endsWith(",OPEN,,,,"),
            first ->
                assertThat(first)
                    .startsWith("1,1,'=lin,2022-04-18T02:00:00.250Z,")
                    .contains(",APPROVED,wang,2022-04-18T02:00:00.000Z,")
                    .endsWith(",PACKED"));
    Map<String, String> told = manifest(pack);
    pack.remove(ClosingPack.MANIFEST);
    assertThat(told).isEqualTo(hashes(pack));
    assertThat(unpacked(below(pack, APPROVED)).manifest().sha256())
        .isEqualTo(approved.approval().orElseThrow().approvedSha256().orElseThrow());
  }

  @Test
  void pack_isTheSame_whenThePackageBecomesVoidAfterwards() throws IOException {
    Closing closing = closed();
    Map<String, byte[]> before = pack(closing);
    sample.decide(ReviewDecision.REJECTED, any -> true);
    Instant later = closing.at().plusSeconds(1);
    PackageRow fallen = desk(InstantSource.fixed(later)).handOut(approved, site, "ops").row();
    assertThat(fallen.state(later)).isEqualTo(PackageState.VOIDED);

    assertThat(hashes(pack(closing))).isEqualTo(hashes(before));
  }

  @Test
  void pack_leavesOut_whatIsNoLongerWhatWasApproved_andSaysSo() throws IOException {
    Path tasks = site.approved(1).resolve("tasks.csv");
    Files.writeString(tasks, Files.readString(tasks) + "\n");

    Map<String, byte[]> pack = pack(closed());

    assertThat(below(pack, APPROVED)).isEmpty();
    assertThat(rows(pack, "packages.csv").get(2)).endsWith(",NOT_AS_APPROVED");
  }

  @Test
  void refusedPack_leavesNothingBehind() throws IOException {
    Closing closing = closed();
    Path zip = folder.resolve("packs/pack.zip");
    ProblemException isAway =
        new ProblemException(
            ExitCode.UNREACHABLE, new Problem("site", "is away", "Nothing was done", "Try again"));
    Function<RunRow, PackageSite> away =
        run -> {
          throw isAway;
        };

    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> new ClosingPack(database, away).write(closing, zip))
        .isSameAs(isAway);

    assertThat(folder.resolve("packs")).isEmptyDirectory();
  }

  private Closing closed() {
    RunRow run = new RunStore(database).find(sample.run()).orElseThrow();
    return new ClosingStore(database, CLOCK).close(run, "chen", "written off");
  }

  /** What is in it by name, without the folder it is all in. */
  private Map<String, byte[]> pack(Closing closing) throws IOException {
    Path zip = folder.resolve("packs/pack.zip");
    new ClosingPack(database, run -> site).write(closing, zip);
    assertThat(zip.getParent().toFile().list()).containsExactly("pack.zip");
    String root = ClosingPack.name(closing).replace(".zip", "/");
    Map<String, byte[]> files = new TreeMap<>();
    try (ZipInputStream in =
        new ZipInputStream(new ByteArrayInputStream(Files.readAllBytes(zip)))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        assertThat(entry.getName()).startsWith(root);
        files.put(entry.getName().substring(root.length()), in.readAllBytes());
      }
    }
    return files;
  }

  private static Map<String, byte[]> below(Map<String, byte[]> files, String prefix) {
    Map<String, byte[]> below = new TreeMap<>();
    files.forEach(
        (name, bytes) -> {
          if (name.startsWith(prefix)) {
            below.put(name.substring(prefix.length()), bytes);
          }
        });
    return below;
  }

  private CheckedPackage unpacked(Map<String, byte[]> files) throws IOException {
    Path target = Files.createDirectories(folder.resolve("unpacked"));
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Files.write(target.resolve(file.getKey()), file.getValue());
    }
    return CheckedPackage.read(target);
  }

  private static List<String> rows(Map<String, byte[]> pack, String name) {
    return text(pack, name).lines().toList();
  }

  private static Map<String, String> manifest(Map<String, byte[]> pack) {
    return text(pack, ClosingPack.MANIFEST)
        .lines()
        .collect(Collectors.toMap(line -> line.substring(66), line -> line.substring(0, 64)));
  }

  private static Map<String, String> hashes(Map<String, byte[]> files) {
    Map<String, String> hashes = new TreeMap<>();
    files.forEach((name, bytes) -> hashes.put(name, sha256(bytes)));
    return hashes;
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private static String text(Map<String, byte[]> pack, String name) {
    return new String(pack.get(name), StandardCharsets.UTF_8);
  }

  private static Map<String, byte[]> files(Path folder) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> paths = Files.list(folder)) {
      for (Path path : paths.toList()) {
        files.put(path.getFileName().toString(), Files.readAllBytes(path));
      }
    }
    return files;
  }
}
