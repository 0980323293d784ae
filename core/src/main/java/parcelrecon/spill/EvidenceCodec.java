package parcelrecon.spill;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import parcelrecon.model.Answer;
import parcelrecon.model.Attempt;
import parcelrecon.model.Outbound;
import parcelrecon.model.ParcelEvent;
import parcelrecon.model.ParcelEvidence;
import parcelrecon.model.Payment;
import parcelrecon.model.RejectedRow;
import parcelrecon.model.SourceRecord;

/** All records of one parcel as bytes and back, for keeping them beside its mismatches. */
public final class EvidenceCodec {

  /** The first byte: the format of everything after it. */
  static final byte VERSION = 2;

  private EvidenceCodec() {}

  public static byte[] encode(ParcelEvidence evidence) {
    RecordBytes out = new RecordBytes(1024);
    out.putByte(VERSION);
    out.putText(evidence.parcelId());
    evidence.records().forEach(row -> RecordCodec.write(row, out));
    return out.copy();
  }

  /**
   * @throws IllegalStateException when the bytes are of another version
   */
  public static ParcelEvidence decode(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    byte version = in.get();
    if (version != VERSION) {
      throw new IllegalStateException("evidence of version " + version + ", expected " + VERSION);
    }
    byte[] parcelId = new byte[in.getInt()];
    in.get(parcelId);
    List<SourceRecord> rows = new ArrayList<>();
    while (in.hasRemaining()) {
      rows.add(RecordCodec.read(in));
    }
    return new ParcelEvidence(
        new String(parcelId, java.nio.charset.StandardCharsets.UTF_8),
        only(rows, Outbound.class),
        only(rows, Payment.class),
        only(rows, ParcelEvent.class),
        only(rows, Attempt.class),
        only(rows, Answer.class),
        only(rows, RejectedRow.class));
  }

  private static <T extends SourceRecord> List<T> only(List<SourceRecord> rows, Class<T> type) {
    return rows.stream().filter(type::isInstance).map(type::cast).toList();
  }
}
