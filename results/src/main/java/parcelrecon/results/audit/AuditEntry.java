package parcelrecon.results.audit;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import parcelrecon.results.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;

/**
 * An entry of the audit as the database has it, to the letter: whoever changed it may have left
 * anything there.
 *
 * @param number from 1, without gaps
 * @param doneAt an instant, ISO-8601 in UTC
 * @param action the name of an {@link AuditAction}
 * @param detail a JSON object of texts, its keys in order, without white space
 * @param previousHash the hash of the entry before it; {@link AuditHead#NO_HASH} in the first
 * @param hash SHA-256, 64 lower-case hexadecimal digits, over the other seven columns in the order
 *     of this record: each as UTF-8 text and a line feed. No column holds a line feed of its own,
 *     so equal bytes are equal columns. {@code printf '%s\n' COLUMN… | sha256sum} gives it
 */
public record AuditEntry(
    long number,
    String doneAt,
    String actor,
    String action,
    String subject,
    String detail,
    String previousHash,
    String hash) {

  private static final TypeReference<TreeMap<String, String>> DETAIL = new TypeReference<>() {};

  static AuditEntry after(AuditHead head, Instant at, AuditAct act) {
    AuditEntry open =
        new AuditEntry(
            head.number() + 1,
            at.toString(),
            act.actor(),
            act.action().name(),
            act.subject(),
            Json.write(act.detail()),
            head.hash(),
            "");
    return open.closed(open.ownHash().orElseThrow());
  }

  static AuditEntry of(ResultSet row) throws SQLException {
    return new AuditEntry(
        row.getLong("entry_no"),
        row.getString("done_at"),
        row.getString("actor"),
        row.getString("action"),
        row.getString("subject"),
        row.getString("detail"),
        row.getString("previous_hash"),
        row.getString("hash"));
  }

  /** Empty when the column is no instant. */
  public Optional<Instant> instant() {
    try {
      return Optional.of(Instant.parse(doneAt));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Empty when the column is no action that this version knows. */
  public Optional<AuditAction> knownAction() {
    return Arrays.stream(AuditAction.values())
        .filter(known -> known.name().equals(action))
        .findFirst();
  }

  /** Empty when the column is no such object. */
  public SortedMap<String, String> details() {
    try {
      return Json.read(detail, DETAIL);
    } catch (JacksonException e) {
      return Collections.emptySortedMap();
    }
  }

  AuditHead head() {
    return new AuditHead(number, hash);
  }

  /** Whether the hash is that of the other columns. */
  boolean isWhole() {
    return ownHash().filter(hash::equals).isPresent();
  }

  private AuditEntry closed(String ownHash) {
    return new AuditEntry(number, doneAt, actor, action, subject, detail, previousHash, ownHash);
  }

  /** Empty when there is half a pair of UTF-16, which we never write. */
  private Optional<String> ownHash() {
    String lines =
        String.join(
            "\n", Long.toString(number), doneAt, actor, action, subject, detail, previousHash, "");
    try {
      ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(lines));
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update(bytes);
      return Optional.of(HexFormat.of().formatHex(sha256.digest()));
    } catch (CharacterCodingException e) {
      return Optional.empty();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
