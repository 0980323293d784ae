package parcelrecon.results;

import java.util.Optional;

/**
 * Where results are kept.
 *
 * @param url a JDBC URL; for an H2 file the path is absolute
 */
public record ResultsSettings(String url, Optional<String> user, Optional<String> password) {

  /** Names no secret. */
  @Override
  public String toString() {
    return "ResultsSettings[" + url.replaceAll("[;?].*", "") + "]";
  }
}
