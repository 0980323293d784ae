package parcelrecon.report.listed;

import java.util.List;
import java.util.Optional;
import parcelrecon.datafix.Suggestion;
import parcelrecon.model.Store;
import parcelrecon.model.Verdict;
import parcelrecon.rule.MismatchKind;

/**
 * What is said about one id of a list.
 *
 * @param given as the list has it
 * @param meant the ids it may have meant, where the run knows none that is written so
 * @param store with nothing but its id where the site does not list it
 * @param kinds what was found, in the order of their names
 * @param suggestions in their order
 * @param explanation the answer in words
 */
public record ListedAnswer(
    String given,
    Place place,
    List<String> meant,
    Optional<Store> store,
    List<MismatchKind> kinds,
    Optional<Verdict> verdict,
    List<Suggestion> suggestions,
    String explanation) {

  public ListedAnswer {
    meant = List.copyOf(meant);
    kinds = List.copyOf(kinds);
    suggestions = List.copyOf(suggestions);
  }
}
