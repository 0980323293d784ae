package parcelrecon.report.calls;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import parcelrecon.datafix.Suggestion;
import parcelrecon.model.Outbound.PaymentTerm;
import parcelrecon.model.Verdict;

/** A {@link StoreCall} with its priority as bytes, for as long as the list is sorted. */
final class CallBytes {

  private static final int ABSENT = -1;

  private CallBytes() {}

  /** A call and how pressing it is; 1 is the most. */
  record Ranked(long priority, StoreCall call) {}

  static byte[] of(Ranked ranked) {
    StoreCall call = ranked.call();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeLong(ranked.priority());
      text(call.parcelId(), out);
      text(call.storeId(), out);
      text(call.orderId(), out);
      constant(call.term(), out);
      text(call.amounts().currency(), out);
      number(call.amounts().dueMinor(), out);
      number(call.amounts().paidMinor(), out);
      out.writeBoolean(call.amounts().notYetDue());
      text(call.words().story(), out);
      text(call.words().saw(), out);
      text(call.words().says(), out);
      text(call.words().after(), out);
      text(call.words().ask(), out);
      constant(call.verdict().orElse(null), out);
      constant(call.task(), out);
      number(call.deadline() == null ? null : call.deadline().getEpochSecond(), out);
      out.writeInt(call.deadline() == null ? 0 : call.deadline().getNano());
      text(call.version(), out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static Ranked read(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      return new Ranked(
          in.readLong(),
          new StoreCall(
              text(in),
              text(in),
              text(in),
              constant(PaymentTerm.values(), in),
              new StoreCall.Amounts(text(in), number(in), number(in), in.readBoolean()),
              new StoreCall.Words(text(in), text(in), text(in), text(in), text(in)),
              Optional.ofNullable(constant(Verdict.values(), in)),
              constant(Suggestion.values(), in),
              instant(number(in), in.readInt()),
              text(in)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void text(String text, DataOutputStream out) throws IOException {
    byte[] utf8 = text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(utf8 == null ? ABSENT : utf8.length);
    if (utf8 != null) {
      out.write(utf8);
    }
  }

  private static String text(DataInputStream in) throws IOException {
    int length = in.readInt();
    return length == ABSENT ? null : new String(in.readNBytes(length), StandardCharsets.UTF_8);
  }

  private static void constant(Enum<?> constant, DataOutputStream out) throws IOException {
    out.writeByte(constant == null ? ABSENT : constant.ordinal());
  }

  private static <E> E constant(E[] constants, DataInputStream in) throws IOException {
    int ordinal = in.readByte();
    return ordinal == ABSENT ? null : constants[ordinal];
  }

  private static void number(Long number, DataOutputStream out) throws IOException {
    out.writeBoolean(number != null);
    out.writeLong(number == null ? 0 : number);
  }

  private static Long number(DataInputStream in) throws IOException {
    boolean isPresent = in.readBoolean();
    long number = in.readLong();
    return isPresent ? Long.valueOf(number) : null;
  }

  private static Instant instant(Long second, int nano) {
    return second == null ? null : Instant.ofEpochSecond(second, nano);
  }
}
