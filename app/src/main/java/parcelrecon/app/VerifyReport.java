package parcelrecon.app;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import parcelrecon.app.configuration.ProductVersion;
import parcelrecon.app.configuration.SiteConfiguration;
import parcelrecon.datafix.TableRow;
import parcelrecon.report.datafix.Manifest;
import parcelrecon.report.datafix.Manifest.Approval;
import parcelrecon.report.datafix.change.Change;
import parcelrecon.report.datafix.check.CheckedPackage;
import parcelrecon.report.datafix.check.GuardCount;
import parcelrecon.report.datafix.check.GuardCount.Moved;
import parcelrecon.report.datafix.check.OwnScripts;
import parcelrecon.report.datafix.check.Standing;

/** What verify prints. */
record VerifyReport(
    CheckedPackage checked, OwnScripts scripts, SiteConfiguration site, Instant now) {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ISO_OFFSET_DATE_TIME;

  /** Of more rows that have moved only the number is told; --json tells them. */
  private static final int MOVED_SHOWN_MAX = 20;

  /** The package itself. */
  List<String> head() {
    Manifest manifest = checked.manifest();
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s: true to its manifest, %d files, package %s"
            .formatted(
                Console.shown(checked.folder().toString()),
                manifest.files().size(),
                manifest.sha256()));
    lines.add(
        "  made for %s as of %s, by version %s, for %s"
            .formatted(
                Console.shown(manifest.incident()),
                time(manifest.asOf()),
                Console.shown(manifest.origin().version()),
                Console.shown(manifest.origin().dialect().orElse("no database"))));
    lines.add("  " + manifest.approval().map(this::approval).orElse("not approved"));
    lines.add("  " + scriptsLine());
    return lines;
  }

  private String approval(Approval approval) {
    return "approved by %s at %s, until %s (%s), of package %s"
        .formatted(
            Console.shown(approval.by()),
            time(approval.at()),
            time(approval.expiresAt()),
            isExpired() ? "expired" : "for another " + rest(approval),
            Console.shown(approval.of()));
  }

  private String rest(Approval approval) {
    Duration rest = Duration.between(now, approval.expiresAt());
    return rest.toHours() > 0
        ? rest.toHours() + " h " + rest.toMinutesPart() + " min"
        : rest.toMinutes() + " min";
  }

  /** Whether the approval, where there is one, has come to its end. */
  boolean isExpired() {
    return checked
        .manifest()
        .approval()
        .filter(approval -> !now.isBefore(approval.expiresAt()))
        .isPresent();
  }

  private String scriptsLine() {
    return switch (scripts.outcome()) {
      case OURS -> "its scripts are byte for byte what its changes give";
      case NOT_COMPARED ->
          "its scripts were not compared: the configuration has no section datafix";
      case SECTION_CHANGED ->
          "the section datafix has changed since: now its changes would give another "
              + String.join(", ", scripts.different());
      case OTHER_VERSION ->
          "it was made by another version: %s would make another %s"
              .formatted(ProductVersion.text(), String.join(", ", scripts.different()));
      case NOT_OURS -> "its scripts are not what its changes give";
    };
  }

  /** How the changes stand to the table now, and what to do next. */
  List<String> guards(List<GuardCount> counts) {
    List<String> lines = new ArrayList<>();
    for (GuardCount count : counts) {
      lines.add(
          "%s: %d rows, %d as seen (their guards hold), %d fixed already, %d changed since, %d gone, %d with several rows of one key"
              .formatted(
                  count.file(),
                  count.expected(),
                  count.count(Standing.HOLDS),
                  count.count(Standing.FIXED),
                  count.count(Standing.CHANGED),
                  count.count(Standing.GONE),
                  count.count(Standing.SEVERAL)));
      count.moved().stream().limit(MOVED_SHOWN_MAX).map(this::moved).forEach(lines::add);
      if (count.movedInAll() > MOVED_SHOWN_MAX) {
        lines.add(
            "  and %d more; --json tells them".formatted(count.movedInAll() - MOVED_SHOWN_MAX));
      }
      if (!count.othersKeys().isEmpty()) {
        lines.add(
            "  the database takes rows with other keys for some of these, and so would the script: "
                + shown(count.othersKeys()));
      }
    }
    lines.add("Next: " + new NextStep(this, counts).text());
    return lines;
  }

  private static String shown(Iterable<String> keys) {
    List<String> shown = new ArrayList<>();
    keys.forEach(key -> shown.add("\"" + Console.shown(key) + "\""));
    return shown.stream().limit(MOVED_SHOWN_MAX).collect(Collectors.joining(", "));
  }

  private String moved(Moved moved) {
    Change change = moved.change();
    String seen = row(change.seenState(), change.seenVersion(), change.seenDeadline());
    return "  %s %s: seen %s%s"
        .formatted(
            moved.standing().name().toLowerCase(Locale.ROOT),
            Console.shown(change.outboundId()),
            seen,
            moved.now().isEmpty()
                ? ""
                : "; now "
                    + moved.now().stream().map(this::row).collect(Collectors.joining(" | ")));
  }

  private String row(TableRow row) {
    return row.unread()
        .map(why -> "not readable (" + Console.shown(why) + ")")
        .orElseGet(() -> row(row.state(), row.version(), row.deadline()));
  }

  private String row(String state, Long version, Instant deadline) {
    return "%s, version %s, deadline %s"
        .formatted(
            state == null ? "no state" : Console.shown(state),
            version == null ? "none" : version,
            deadline == null ? "none" : time(deadline));
  }

  /** In the site's zone, with as much of a second as there is. */
  private String time(Instant instant) {
    return TIME.format(instant.atZone(site.zone()));
  }
}
