package parcelrecon.app.configuration;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import parcelrecon.model.Incident;
import parcelrecon.source.SourceSettings;
import parcelrecon.source.SourceSettings.Jdbc;
import parcelrecon.source.SourceSettings.Sql;

/**
 * One hash over all that decides what a run finds: the site's tree, the text of its statements and
 * the incident. It holds no secret, and a resumed run has the same one, since the incident is taken
 * as it is kept and not from its file.
 */
final class ConfigurationHash {

  private ConfigurationHash() {}

  static String of(String tree, Collection<SourceSettings> sources, Incident incident) {
    List<String> parts = new ArrayList<>();
    parts.add(tree);
    for (SourceSettings source : sources) {
      if (source.reader() instanceof Jdbc jdbc) {
        parts.add(jdbc.query().text());
        parts.add(jdbc.byKey().map(Sql::text).orElse(""));
        parts.add(jdbc.dayTotal().map(Sql::text).orElse(""));
        parts.add(jdbc.heartbeat().map(Sql::text).orElse(""));
      }
    }
    addIncident(parts, incident);
    return sha256(parts);
  }

  private static void addIncident(List<String> parts, Incident incident) {
    parts.addAll(List.of(incident.id(), incident.title(), incident.market()));
    parts.add(incident.window().from() + "/" + incident.window().to());
    parts.add(incident.window().zone().getId());
    Incident.Times times = incident.times();
    for (Optional<?> time :
        List.of(times.happened(), times.noticed(), times.restarted(), times.recovered())) {
      parts.add(time.map(Object::toString).orElse(""));
    }
    for (Incident.Phase phase : incident.phases()) {
      parts.addAll(List.of("phase", phase.name(), phase.label()));
      parts.add(phase.from() + "/" + phase.to());
      parts.add(phase.counterFailing() + "/" + phase.eventsOff());
    }
    for (Incident.Claim claim : incident.claims()) {
      parts.addAll(List.of("claim", claim.said(), claim.at().map(Object::toString).orElse("")));
      parts.add(claim.trueWhen().toString());
    }
  }

  /** Each part with its length, so that no two lists of parts run together into the same bytes. */
  private static String sha256(List<String> parts) {
    MessageDigest digest = newDigest();
    for (String part : parts) {
      byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
      digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
      digest.update(bytes);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
