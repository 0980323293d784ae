package parcelrecon.report.burndown;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import parcelrecon.report.burndown.BurnDown.Step;
import parcelrecon.report.burndown.BurnDown.Unit;
import parcelrecon.report.text.Texts;
import parcelrecon.results.OpenAt;

/** A burn-down as people are told of it. */
public final class BurnDownWords {

  private final BurnDown burnDown;
  private final Texts texts;
  private final ZoneId zone;

  public BurnDownWords(BurnDown burnDown, Texts texts, ZoneId zone) {
    this.burnDown = burnDown;
    this.texts = texts;
    this.zone = zone;
  }

  public String title() {
    return texts.text("burnDown.title." + burnDown.unit());
  }

  /** The heads of the columns: the step, when it was seen, each class, all, and the amounts. */
  public List<String> heads() {
    List<String> heads = new ArrayList<>();
    heads.add(texts.text("burnDown.step." + burnDown.unit()));
    heads.add(texts.text("burnDown.asOf"));
    burnDown.classes().forEach(about -> heads.add(texts.name(about)));
    heads.add(texts.text("burnDown.all"));
    heads.add(texts.text("burnDown.toCollect"));
    heads.add(texts.text("burnDown.toRefund"));
    return heads;
  }

  /** In brackets where nobody looked that day; with its place where runs have one as-of. */
  public String label(Step step) {
    if (burnDown.unit() == Unit.RUN) {
      String time = time(step);
      boolean isAlone =
          burnDown.steps().stream().filter(each -> time(each).equals(time)).count() == 1;
      return isAlone ? time : burnDown.steps().indexOf(step) + 1 + ". " + time;
    }
    String day = step.day().toString();
    return step.seen().isPresent() ? day : texts.text("burnDown.carried", day);
  }

  private String time(Step step) {
    return texts.time(step.seen().orElseThrow().asOf(), zone);
  }

  /** Empty of a day on which nobody looked. */
  public String asOf(Step step) {
    return step.seen().map(OpenAt::asOf).map(this::when).orElse("");
  }

  private String when(Instant asOf) {
    return texts.dateTime(asOf, zone);
  }

  /** What has to be known to read it. */
  public List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (burnDown.steps().stream().anyMatch(step -> step.seen().isEmpty())) {
      notes.add(texts.text("burnDown.carried.note"));
    }
    if (burnDown.leftOut() > 0) {
      notes.add(texts.text("burnDown.leftOut." + burnDown.unit(), burnDown.leftOut()));
    }
    return notes;
  }
}
