package parcelrecon.demo.site;

import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import parcelrecon.demo.story.Timeline;
import parcelrecon.demo.story.Written.CounterCall;
import parcelrecon.demo.story.Written.Print;

/** The gateway's log of the counter's calls: JSON lines, zipped, a file per hour. */
final class GatewayFiles {

  private static final Instant HOUR_OF_THE_CRASH = Timeline.at(0, "19:00:00");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxxx").withZone(Timeline.ZONE);

  private GatewayFiles() {}

  static void write(Path folder, List<CounterCall> calls) {
    HourlyFiles.byHour(calls, CounterCall::startedAt)
        .forEach(
            (hour, ofHour) ->
                HourlyFiles.write(
                    folder.resolve("counter-" + HourlyFiles.name(hour) + ".jsonl.gz"),
                    text(hour, ofHour)));
  }

  private static CharSequence text(Instant hour, List<CounterCall> calls) {
    StringBuilder text = new StringBuilder(calls.size() * 120);
    calls.forEach(call -> append(text, call));
    if (hour.equals(HOUR_OF_THE_CRASH)) {
      text.append("-- log rotated by operator --\n");
    }
    return text;
  }

  private static void append(StringBuilder text, CounterCall call) {
    String time = call.print() == Print.CLEAR ? TIME.format(call.startedAt()) : "????-??-??";
    text.append("{\"time\":\"").append(time);
    text.append("\",\"call\":\"/counter/pick-up\",\"store\":\"").append(call.shopId());
    text.append("\",\"parcel\":\"").append(call.parcelId());
    text.append("\",\"ms\":").append(call.millis());
    text.append(",\"status\":").append(call.status()).append("}\n");
  }
}
