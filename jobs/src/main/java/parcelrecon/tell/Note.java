package parcelrecon.tell;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import parcelrecon.results.telling.Occasion;

/**
 * A message in words: what every form shows in its own way.
 *
 * @param title one line that says all that matters
 * @param link where to look further; absent where the site names no address of its console
 */
record Note(Occasion occasion, String title, List<Fact> facts, Optional<Link> link) {

  Note {
    facts = List.copyOf(facts);
  }

  /**
   * What something is called, and what it is.
   *
   * @param line both, as the language writes it
   */
  record Fact(String label, String value, String line) {}

  record Link(String label, URI to, String line) {}

  /** The facts a line each, and the link. */
  String text() {
    StringBuilder text = new StringBuilder();
    facts.forEach(fact -> text.append(fact.line()).append('\n'));
    link.ifPresent(to -> text.append(to.line()).append('\n'));
    return text.toString();
  }
}
