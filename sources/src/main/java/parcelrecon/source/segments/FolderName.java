package parcelrecon.source.segments;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * TOPIC-PARTITION, as brokers name a partition's folder. A topic's name may hold hyphens. Folders
 * that are on their way out or in ({@code TOPIC-PARTITION.ID-delete}, {@code -future}, {@code
 * -stray}) are named otherwise.
 */
record FolderName(String topic, int partition) {

  private static final Pattern FORM = Pattern.compile("([A-Za-z0-9._-]{1,249})-(\\d{1,5})");

  static Optional<FolderName> of(String name) {
    Matcher form = FORM.matcher(name);
    return form.matches()
        ? Optional.of(new FolderName(form.group(1), Integer.parseInt(form.group(2))))
        : Optional.empty();
  }
}
