package parcelrecon.app;

import static parcelrecon.report.file.Json.object;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parcelrecon.datafix.TableRow;
import parcelrecon.report.datafix.Manifest;
import parcelrecon.report.datafix.Manifest.Approval;
import parcelrecon.report.datafix.check.GuardCount;
import parcelrecon.report.datafix.check.GuardCount.Moved;
import parcelrecon.report.datafix.check.Standing;
import parcelrecon.report.file.Json;

/** What verify prints for machines. */
final class VerifyJson {

  private VerifyJson() {}

  /**
   * @param guards absent when the rows could not be read
   */
  static String of(VerifyReport report, Optional<List<GuardCount>> guards) {
    Manifest manifest = report.checked().manifest();
    return Json.pretty(
            object(
                "package", manifest.sha256(),
                "incident", manifest.incident(),
                "asOf", Json.time(manifest.asOf()),
                "version", manifest.origin().version(),
                "files", manifest.files().size(),
                "approval", manifest.approval().map(each -> approval(each, report)).orElse(null),
                "scripts",
                    object(
                        "outcome", report.scripts().outcome().name(),
                        "different", report.scripts().different()),
                "changes",
                    guards.map(all -> all.stream().map(VerifyJson::count).toList()).orElse(null)))
        .stripTrailing();
  }

  private static Map<String, Object> approval(Approval approval, VerifyReport report) {
    return object(
        "by", approval.by(),
        "at", Json.time(approval.at()),
        "expiresAt", Json.time(approval.expiresAt()),
        "of", approval.of(),
        "expired", report.isExpired());
  }

  private static Map<String, Object> count(GuardCount count) {
    return object(
        "file", count.file(),
        "expected", count.expected(),
        "holds", count.count(Standing.HOLDS),
        "fixed", count.count(Standing.FIXED),
        "changed", count.count(Standing.CHANGED),
        "gone", count.count(Standing.GONE),
        "several", count.count(Standing.SEVERAL),
        "moved", count.moved().stream().map(VerifyJson::moved).toList(),
        "movedNotListed", count.movedInAll() - count.moved().size(),
        "otherKeys", count.othersKeys());
  }

  private static Map<String, Object> moved(Moved moved) {
    return object(
        "outbound_id", moved.change().outboundId(),
        "standing", moved.standing().name(),
        "seen",
            row(
                moved.change().seenState(),
                moved.change().seenVersion(),
                moved.change().seenDeadline()),
        "now", moved.now().stream().map(VerifyJson::row).toList());
  }

  private static Map<String, Object> row(TableRow row) {
    return row.unread()
        .map(why -> object("unread", why))
        .orElseGet(() -> row(row.state(), row.version(), row.deadline()));
  }

  private static Map<String, Object> row(String state, Long version, Instant deadline) {
    return object(
        "state", state,
        "version", version,
        "deadline", deadline == null ? null : deadline.toString());
  }
}
