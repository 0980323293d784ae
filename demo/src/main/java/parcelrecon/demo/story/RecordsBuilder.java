package parcelrecon.demo.story;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import parcelrecon.demo.story.Written.CounterCall;
import parcelrecon.demo.story.Written.Message;
import parcelrecon.demo.story.Written.OutboundRow;
import parcelrecon.demo.story.Written.TillLine;

/** Takes down what systems write while stories are told. */
final class RecordsBuilder {

  private final List<OutboundRow> outbounds = new ArrayList<>();
  private final List<TillLine> tillLines = new ArrayList<>();
  private final List<CounterCall> calls = new ArrayList<>();
  private final List<Message> messages = new ArrayList<>();

  void write(Written written) {
    if (written instanceof OutboundRow row) {
      outbounds.add(row);
    } else if (written instanceof TillLine line) {
      tillLines.add(line);
    } else if (written instanceof CounterCall call) {
      calls.add(call);
    } else if (written instanceof Message message) {
      messages.add(message);
    }
  }

  /** Sorts are stable: of one time, the order of telling. */
  Records build() {
    outbounds.sort(Comparator.comparing(OutboundRow::requestedAt));
    tillLines.sort(Comparator.comparing(TillLine::at));
    calls.sort(Comparator.comparing(CounterCall::startedAt));
    messages.sort(Comparator.comparing(Message::sentAt));
    return new Records(
        Collections.unmodifiableList(outbounds),
        Collections.unmodifiableList(tillLines),
        Collections.unmodifiableList(calls),
        Collections.unmodifiableList(messages));
  }
}
