package parcelrecon.report.comparison;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Collectors;
import parcelrecon.model.SourceName;
import parcelrecon.report.text.Texts;

/** A comparison as people are told of it. */
public final class ComparisonWords {

  private final Comparison comparison;
  private final Texts texts;

  public ComparisonWords(Comparison comparison, Texts texts) {
    this.comparison = comparison;
    this.texts = texts;
  }

  public String text(String key) {
    return texts.text("comparison." + key);
  }

  public String name(Finding finding) {
    return text("finding." + finding);
  }

  public String rate(BigDecimal rate) {
    return texts.text("comparison.rateValue", rate);
  }

  /** When the control was, and how many pick-ups there were at both times. */
  public String windows() {
    var window = comparison.window();
    String from = texts.dateTime(window.from(), window.zone());
    String to = texts.dateTime(window.to(), window.zone());
    return comparison.pickUpsThen().isPresent()
        ? texts.text(
            "comparison.windows",
            from,
            to,
            comparison.pickUps(),
            comparison.pickUpsThen().getAsLong())
        : texts.text("comparison.windowsOnly", from, to);
  }

  /** Why nothing, or not everything, can be compared. */
  public Optional<String> obstacle() {
    return comparison
        .obstacle()
        .map(
            obstacle ->
                texts.text(
                    comparison.state() == Comparison.State.NOT_KNOWN
                        ? "comparison.notKnown"
                        : "comparison.inPart",
                    reason(obstacle)));
  }

  private String reason(Obstacle obstacle) {
    String sources =
        comparison.lacking().stream().map(this::source).collect(Collectors.joining(", "));
    return texts.text("comparison.obstacle." + obstacle, sources);
  }

  private String source(SourceName name) {
    return texts.name(name);
  }
}
