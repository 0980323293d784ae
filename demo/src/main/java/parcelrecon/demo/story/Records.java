package parcelrecon.demo.story;

import java.util.List;
import parcelrecon.demo.story.Written.CounterCall;
import parcelrecon.demo.story.Written.Message;
import parcelrecon.demo.story.Written.OutboundRow;
import parcelrecon.demo.story.Written.TillLine;

/** All that the systems wrote, each list in the order of its time. */
public record Records(
    List<OutboundRow> outbounds,
    List<TillLine> tillLines,
    List<CounterCall> calls,
    List<Message> messages) {}
