package parcelrecon.report.datafix;

import static parcelrecon.report.file.Json.object;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import parcelrecon.report.file.Json;
import parcelrecon.report.file.OutputFile;
import parcelrecon.report.file.Sha256;

/**
 * manifest.json: what a package holds, for which incident it was made, and who approved it. Its own
 * {@code sha256}, that of the package, is over the manifest's other keys on one line, as {@link
 * Json#line} writes them.
 *
 * @param asOf written in milliseconds
 * @param origin what the package was made by and with
 * @param sums what its tasks move, by currency
 * @param files in the order of their names' bytes
 */
public record Manifest(
    String incident,
    Instant asOf,
    Origin origin,
    Map<String, Amounts> sums,
    List<OutputFile> files,
    Optional<Approval> approval) {

  public static final String NAME = "manifest.json";

  public Manifest {
    sums = new TreeMap<>(sums);
    files = List.copyOf(files);
  }

  /**
   * @param configuration the SHA-256 of site and incident that run.json has
   * @param datafix the SHA-256 of the site's datafix section; absent as the section
   * @param version of the product
   * @param dialect of the scripts; absent where none could be written
   * @param form of the scripts
   */
  public record Origin(
      String configuration,
      Optional<String> datafix,
      String version,
      String language,
      Optional<String> dialect,
      String form) {}

  /** Of one currency; never netted. */
  public record Amounts(long toCollectMinor, long toRefundMinor) {}

  /**
   * @param at when
   * @param expiresAt from when on the scripts refuse to run
   * @param of the package's hash before
   */
  public record Approval(String by, Instant at, Instant expiresAt, String of) {}

  /** The package's hash. */
  public String sha256() {
    return Sha256.of(Json.line(content()));
  }

  /** The file, byte for byte. */
  public String text() {
    Map<String, Object> content = content();
    content.put("sha256", sha256());
    return Json.pretty(content);
  }

  private Map<String, Object> content() {
    Map<String, Object> content =
        object(
            "incident", incident,
            "asOf", Json.time(asOf),
            "version", origin.version(),
            "configuration",
                object("sha256", origin.configuration(), "datafix", origin.datafix().orElse(null)),
            "language", origin.language(),
            "dialect", origin.dialect().orElse(null),
            "form", origin.form());
    Map<String, Object> amounts = object();
    sums.forEach((currency, each) -> amounts.put(currency, content(each)));
    content.put("sums", amounts);
    content.put("files", files.stream().map(Manifest::content).toList());
    approval.ifPresent(each -> content.put("approval", content(each)));
    return content;
  }

  private static Map<String, Object> content(Amounts amounts) {
    return object(
        "toCollectMinor", amounts.toCollectMinor(), "toRefundMinor", amounts.toRefundMinor());
  }

  private static Map<String, Object> content(OutputFile file) {
    return object("file", file.file(), "rows", file.rows(), "sha256", file.sha256());
  }

  private static Map<String, Object> content(Approval approval) {
    return object(
        "by", approval.by(),
        "at", Json.time(approval.at()),
        "expiresAt", Json.time(approval.expiresAt()),
        "of", approval.of());
  }
}
