package parcelrecon.report.listed;

import java.util.EnumMap;
import java.util.Map;
import parcelrecon.report.text.Texts;

/** How many of a list stand where. */
public final class ListedCount {

  private final Map<Place.Side, Long> sides = new EnumMap<>(Place.Side.class);

  public void add(ListedAnswer answer) {
    sides.merge(answer.place().side(), 1L, Long::sum);
  }

  public long of(Place.Side side) {
    return sides.getOrDefault(side, 0L);
  }

  /** The summary in words, with the lines that said again what one before had said. */
  public String text(Texts texts, long repeated) {
    long on = of(Place.Side.ON);
    long off = of(Place.Side.OFF);
    long unknown = of(Place.Side.UNKNOWN);
    String summary = texts.text("listed.summary", on + off + unknown, on, off, unknown);
    return repeated == 0
        ? summary
        : texts.text("listed.two", summary, texts.text("listed.repeated", repeated));
  }
}
