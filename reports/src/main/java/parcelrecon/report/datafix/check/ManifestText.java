package parcelrecon.report.datafix.check;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parcelrecon.report.datafix.Manifest;
import parcelrecon.report.datafix.Manifest.Amounts;
import parcelrecon.report.datafix.Manifest.Approval;
import parcelrecon.report.datafix.Manifest.Origin;
import parcelrecon.report.file.OutputFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a manifest's bytes. They must be exactly those that are written for what they say, so that
 * a blank, a letter's case, a key more or an order of keys that differs is seen like anything else.
 */
final class ManifestText {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private ManifestText() {}

  /** Why the bytes are no manifest, or not as it was written; in words. */
  static final class Untrue extends Exception {
    private static final long serialVersionUID = 1L;

    Untrue(String what) {
      super(what);
    }
  }

  static Manifest read(byte[] bytes) throws Untrue {
    JsonNode json = json(bytes);
    Manifest manifest;
    try {
      manifest = manifest(json);
    } catch (DateTimeException e) {
      throw new Untrue("holds a time that is none");
    }
    String seen = text(json, "sha256");
    if (!seen.equals(manifest.sha256())) {
      throw new Untrue(
          "is not what was written: its content has the SHA-256 "
              + manifest.sha256()
              + ", expected "
              + seen);
    }
    if (!Arrays.equals(bytes, manifest.text().getBytes(StandardCharsets.UTF_8))) {
      throw new Untrue("is not as it was written: blanks, order or spelling differ");
    }
    return manifest;
  }

  private static JsonNode json(byte[] bytes) throws Untrue {
    try {
      JsonNode json = MAPPER.readTree(bytes);
      if (json.isObject()) {
        return json;
      }
    } catch (JacksonException e) {
      throw new Untrue("is not JSON (" + e.getOriginalMessage() + ")");
    }
    throw new Untrue("is no manifest, expected a JSON object");
  }

  private static Manifest manifest(JsonNode json) throws Untrue {
    JsonNode configuration = member(json, "configuration");
    return new Manifest(
        text(json, "incident"),
        Instant.parse(text(json, "asOf")),
        new Origin(
            text(configuration, "sha256"),
            optionalText(configuration, "datafix"),
            text(json, "version"),
            text(json, "language"),
            optionalText(json, "dialect"),
            text(json, "form")),
        sums(member(json, "sums")),
        files(member(json, "files")),
        json.has("approval") ? Optional.of(approval(json.get("approval"))) : Optional.empty());
  }

  private static Map<String, Amounts> sums(JsonNode sums) throws Untrue {
    Map<String, Amounts> read = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> currency : sums.properties()) {
      JsonNode amounts = currency.getValue();
      read.put(
          currency.getKey(),
          new Amounts(number(amounts, "toCollectMinor"), number(amounts, "toRefundMinor")));
    }
    return read;
  }

  private static List<OutputFile> files(JsonNode files) throws Untrue {
    List<OutputFile> read = new ArrayList<>();
    for (JsonNode file : files.values()) {
      read.add(new OutputFile(text(file, "file"), number(file, "rows"), text(file, "sha256")));
    }
    return read;
  }

  private static Approval approval(JsonNode approval) throws Untrue {
    return new Approval(
        text(approval, "by"),
        Instant.parse(text(approval, "at")),
        Instant.parse(text(approval, "expiresAt")),
        text(approval, "of"));
  }

  private static String text(JsonNode object, String key) throws Untrue {
    return optionalText(object, key).orElseThrow(() -> absent(key));
  }

  private static Optional<String> optionalText(JsonNode object, String key) throws Untrue {
    JsonNode member = member(object, key);
    if (!member.isString() && !member.isNull()) {
      throw absent(key);
    }
    return member.isNull() ? Optional.empty() : Optional.of(member.stringValue());
  }

  private static long number(JsonNode object, String key) throws Untrue {
    JsonNode member = member(object, key);
    if (!member.isIntegralNumber() || !member.canConvertToLong()) {
      throw absent(key);
    }
    return member.longValue();
  }

  private static JsonNode member(JsonNode object, String key) throws Untrue {
    JsonNode member = object.get(key);
    if (member == null) {
      throw absent(key);
    }
    return member;
  }

  private static Untrue absent(String key) {
    return new Untrue("is no manifest of this version: \"" + key + "\" is absent or no value");
  }
}
